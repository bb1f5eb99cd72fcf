import type { FieldError } from "../schema/field-error.js";
import { equalJson, member } from "../schema/json.js";
import { goQuote } from "../schema/text/go.js";
import { unionErrors, zeroOrOneOfErrors } from "./groups.js";
import { type Check, isUpdate, type ValidationInput } from "./input.js";

/** The members that tell an item of a list from the others. */
export type ItemKey = Readonly<Record<string, boolean | number | string>>;

/** `+k8s:item(...)=+k8s:unionMember`: exactly one of these items is there. `list` is the name of the list in messages. */
export function unionOfItems(list: string, ...keys: readonly ItemKey[]): Check<readonly unknown[]> {
  return itemGroup({ list, keys, errors: unionErrors });
}

/** `+k8s:item(...)=+k8s:zeroOrOneOfMember`: at most one of these items is there. */
export function zeroOrOneOfItems(
  list: string,
  ...keys: readonly ItemKey[]
): Check<readonly unknown[]> {
  return itemGroup({ list, keys, errors: zeroOrOneOfErrors });
}

function itemGroup(input: {
  readonly list: string;
  readonly keys: readonly ItemKey[];
  readonly errors: (input: {
    readonly of: ValidationInput<unknown>;
    readonly members: readonly string[];
    readonly set: readonly string[];
  }) => FieldError[];
}): Check<readonly unknown[]> {
  const items = input.keys.map((key) => {
    const pairs = Object.entries(key);
    const text = pairs.map(([name, value]) => `${goQuote(name)}: ${literal(value)}`).join(", ");
    const isItem = (item: unknown): boolean =>
      pairs.every(([name, value]) => equalJson(member(item, name), value));
    return { name: `${input.list}[{${text}}]`, isItem };
  });
  const members = items.map(({ name }) => name);
  const setIn = (object: unknown): readonly string[] =>
    Array.isArray(object)
      ? items.filter(({ isItem }) => object.some(isItem)).map(({ name }) => name)
      : [];
  return (of) => {
    if (!Array.isArray(of.object)) return [];
    const set = setIn(of.object);
    // An update that leaves it as it was which ones are there passes.
    const isSame = isUpdate(of) && of.oldObject !== undefined;
    if (isSame && setIn(of.oldObject).join() === set.join()) return [];
    return input.errors({ of, members, set });
  };
}

function literal(value: boolean | number | string): string {
  return typeof value === "string" ? goQuote(value) : String(value);
}
