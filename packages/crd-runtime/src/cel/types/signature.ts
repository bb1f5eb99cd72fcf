import type { NamedFormat } from "../library/named-format.js";
import type { Cidr, Ip } from "../values/ip.js";
import type { CelList } from "../values/list.js";
import type { CelMap } from "../values/map.js";
import type { Optional } from "../values/optional.js";
import type { Quantity } from "../values/quantity.js";
import type { Semver } from "../values/semver.js";
import type { Duration, Timestamp } from "../values/time.js";
import type { TypeValue } from "../values/type-value.js";
import type { Uint } from "../values/uint.js";
import type { Url } from "../values/url.js";
import type { CelValue } from "../values/value.js";
import {
  type CelType,
  isSimpleTypeName,
  listOf,
  mapOf,
  optionalOf,
  simpleTypes,
  typeOf,
} from "./type.js";

/** Values of the types that signatures name. */
interface Values {
  readonly CIDR: Cidr;
  readonly IP: Ip;
  readonly NamedFormat: NamedFormat;
  readonly Quantity: Quantity;
  readonly Semver: Semver;
  readonly URL: Url;
  readonly bool: boolean;
  readonly bytes: Uint8Array;
  readonly double: number;
  readonly duration: Duration;
  readonly dyn: CelValue;
  readonly int: bigint;
  readonly null_type: null;
  readonly string: string;
  readonly timestamp: Timestamp;
  readonly uint: Uint;
}

type Value<Text extends string> = Text extends keyof Values
  ? Values[Text]
  : Text extends `list<${string}>`
    ? CelList
    : Text extends `map<${string}>`
      ? CelMap
      : Text extends `optional<${string}>`
        ? Optional
        : Text extends `type<${string}>`
          ? TypeValue
          : CelValue;

type Values_<Text extends string> = Text extends ""
  ? []
  : Text extends `${infer First}, ${infer Rest}`
    ? [Value<First>, ...Values_<Rest>]
    : [Value<Text>];

type Receiver<Head extends string> = Head extends `${infer Type}.${string}`
  ? Type extends keyof Values | `${"list" | "map" | "optional"}<${string}>`
    ? [Value<Type>]
    : []
  : [];

/** The function that a signature describes: a receiver comes first. */
export type Implementation<Signature extends string> =
  Signature extends `${infer Head}(${infer Parameters}): ${infer Result}`
    ? (...args: [...Receiver<Head>, ...Values_<Parameters>]) => Value<Result>
    : never;

/** One way to call a function. */
export interface Overload {
  readonly name: string;
  /** Whether the first parameter is a receiver: `x.f()`. */
  readonly member: boolean;
  readonly parameters: readonly CelType[];
  readonly result: CelType;
  /** Names of type parameters. */
  readonly generics: readonly string[];
  readonly call: (args: readonly CelValue[]) => CelValue;
}

/**
 * Makes functions of a table: signatures as keys, for example `string.charAt(int): string`, `sets.contains(list<T>, list<T>):
 * bool` or `_[_](map<K,V>, K): V`; capital letters are type parameters. The compiler holds each function to its signature.
 */
export function library<Signature extends string>(
  table: {
    readonly [Key in Signature]: Implementation<Key>;
  },
): readonly Overload[] {
  return Object.entries<unknown>(table).map(([signature, implementation]) => ({
    ...parseSignature(signature),
    // The checker and the dispatch by types see to it that arguments are what the signature says.
    call: (args) => (implementation as (...args: readonly CelValue[]) => CelValue)(...args),
  }));
}

function parseSignature(signature: string): Omit<Overload, "call"> {
  const match = /^(?:(.+)\.)?([^.(]+)\((.*)\): (.+)$/.exec(signature);
  if (match === null) throw new Error(`not a signature: ${signature}`);
  const [, before, name = "", parameters = "", result = ""] = match;
  const receiver = before !== undefined && isTypeText(before) ? before : undefined;
  const texts = [receiver, ...(parameters === "" ? [] : parameters.split(", "))].filter(
    (text) => text !== undefined,
  );
  return {
    name: before === undefined || receiver !== undefined ? name : `${before}.${name}`,
    member: receiver !== undefined,
    parameters: texts.map(parseType),
    result: parseType(result),
    generics: [...new Set(signature.match(/\b[A-Z]\b/g) ?? [])],
  };
}

function isTypeText(text: string): boolean {
  return isSimpleTypeName(text) || /^(?:list|map|optional)</.test(text);
}

function parseType(text: string): CelType {
  if (isSimpleTypeName(text)) return simpleTypes[text];
  if (/^[A-Z]$/.test(text)) return { kind: "param", name: text };
  const [, outer = "", inner = ""] = /^(\w+)<(.*)>$/.exec(text) ?? [];
  switch (outer) {
    case "list":
      return listOf(parseType(inner));
    case "optional":
      return optionalOf(parseType(inner));
    case "type":
      return typeOf(parseType(inner));
    case "map": {
      const comma = inner.indexOf(",");
      const [key, value] = [inner.slice(0, comma), inner.slice(comma + 1)];
      return mapOf({ key: parseType(key), value: parseType(value) });
    }
    default:
      throw new Error(`not a type: ${text}`);
  }
}
