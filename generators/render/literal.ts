import { isJsonObject, type JsonValue } from "../model/index.js";
import { maxColumns } from "./doc.js";
import { quoted } from "./marks.js";
import { compareKeys } from "./yaml/key-order.js";

/**
 * Writes JSON as a TypeScript literal, as formatters lay it out: lists and objects of scalars on one line where they fit, all
 * else one member a line. Members stand in the order that YAML has them in. Lone surrogates become U+FFFD, as in our YAML.
 *
 * @example
 * literal({ type: "object", "x-kubernetes-list-type": "map" }) // '{ type: "object", "x-kubernetes-list-type": "map" }'
 */
export function literal(value: JsonValue): string {
  return written({ value, indent: 0, before: 0, after: 0, isUntyped: false });
}

interface Place {
  readonly value: JsonValue;
  /** Columns of the line's indentation. */
  readonly indent: number;
  /** Columns that are taken on the line already, indentation included. */
  readonly before: number;
  /** Columns that follow on the line. */
  readonly after: number;
  /** Below a member such as `toString`: there the compiler expects what all objects have, and forgets what it knew. */
  readonly isUntyped: boolean;
}

const step = 2;
/** `{ `, ` }` and `[`, `]`. */
const braces = 4;
const brackets = 2;

function written(place: Place): string {
  const { value, indent, isUntyped } = place;
  if (typeof value !== "object" || value === null) return scalarLiteral(value);
  const short = oneLine({ value, room: maxColumns - place.before - place.after, isUntyped });
  if (short !== undefined) return short;
  const inner = indent + step;
  const pad = " ".repeat(inner);
  const isList = Array.isArray(value);
  const lines = isList
    ? value.map(
        (item) => pad + written({ value: item, indent: inner, before: inner, after: 1, isUntyped }),
      )
    : members(value).map(([key, item]) => pad + member({ key, item, inner, isUntyped }));
  const [open, close] = isList ? "[]" : "{}";
  return `${open}\n${lines.map((line) => `${line},\n`).join("")}${" ".repeat(indent)}${close}`;
}

function member(input: {
  readonly key: string;
  readonly item: JsonValue;
  readonly inner: number;
  readonly isUntyped: boolean;
}): string {
  const { key, item, inner } = input;
  const name = `${keyText(key)}:`;
  const before = inner + name.length + 1;
  const isUntyped = input.isUntyped || key in Object.prototype;
  const text =
    written({ value: item, indent: inner, before, after: 1, isUntyped }) + assertion(input);
  const isLong = typeof item === "string" && before + text.length + 1 > maxColumns;
  return isLong ? `${name}\n${" ".repeat(inner + step)}${text}` : `${name} ${text}`;
}

/** Of what a schema takes a few texts for: where no type is expected they would be any text. */
function assertion(input: {
  readonly key: string;
  readonly item: JsonValue;
  readonly isUntyped: boolean;
}): string {
  const { key, item, isUntyped } = input;
  const isOneOf = typeof item === "string" && key.startsWith("x-kubernetes-");
  return isUntyped && isOneOf ? " as const" : "";
}

/** Undefined where it does not fit, or objects or lists of objects stand in it. */
function oneLine(
  input: Pick<Place, "value" | "isUntyped"> & { readonly room: number },
): string | undefined {
  const { value, room, isUntyped } = input;
  if (typeof value !== "object" || value === null) return scalarLiteral(value);
  const isList = Array.isArray(value);
  if (!isList && Object.values(value).some(isDeep)) return undefined;
  const parts: string[] = [];
  let length = isList ? brackets : braces;
  for (const [key, item] of isList ? value.map((one) => ["", one] as const) : members(value)) {
    const text = oneLine({ value: item, room: room - length, isUntyped });
    if (text === undefined) return undefined;
    const part = isList ? text : `${keyText(key)}: ${text}${assertion({ key, item, isUntyped })}`;
    length += part.length + (parts.length === 0 ? 0 : 2);
    if (length > room) return undefined;
    parts.push(part);
  }
  if (parts.length === 0) return isList ? "[]" : "{}";
  return isList ? `[${parts.join(", ")}]` : `{ ${parts.join(", ")} }`;
}

/** What stands in no object on one line. */
function isDeep(value: JsonValue): boolean {
  return typeof value === "object" && value !== null && !isFlatList(value) && !isEmpty(value);
}

function isFlatList(value: JsonValue): boolean {
  return (
    Array.isArray(value) &&
    value.every((item: JsonValue) => item === null || typeof item !== "object")
  );
}

function isEmpty(value: object): boolean {
  return Object.keys(value).length === 0;
}

/** Without those that are undefined, as JSON leaves them out. */
function members(value: JsonValue): readonly (readonly [string, JsonValue])[] {
  if (!isJsonObject(value)) return [];
  return Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([left], [right]) => compareKeys(left, right));
}

/** Text, number, bigint, true, false or null as code. */
export function scalarLiteral(value: JsonValue | bigint): string {
  // To the compiler JSON has no bigint; the runtime writes it digit for digit.
  if (typeof value === "bigint") return `${value}n as unknown as number`;
  return typeof value === "string" ? text(value) : JSON.stringify(value);
}

function text(value: string): string {
  return quoted(/\p{Surrogate}/u.test(value) ? value.replace(/\p{Surrogate}/gu, "\ufffd") : value);
}

/** `__proto__` without brackets would be the prototype. */
function keyText(key: string): string {
  if (key === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : text(key);
}
