import { compareText } from "./text.js";

/** A JSON object of a user: only own members count, and any name may occur. */
export type ValueMap = { readonly [member: string]: unknown };

/** Whether a value is a JSON object. */
export function isMap(value: unknown): value is ValueMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value is a string, a number, a bigint or a boolean. */
export function isScalar(value: unknown): boolean {
  return value !== null && typeof value !== "object" && value !== undefined;
}

/** The member of an object, or undefined; never one of its prototype. */
export function memberOf(input: { readonly map: ValueMap; readonly name: string }): unknown {
  return Object.hasOwn(input.map, input.name) ? input.map[input.name] : undefined;
}

/** Sets a member whatever its name is: `__proto__` becomes one like any other. */
export function setMember(input: {
  readonly map: { [member: string]: unknown };
  readonly name: string;
  readonly value: unknown;
}): void {
  const { map, name, value } = input;
  if (name !== "__proto__") {
    map[name] = value;
    return;
  }
  Object.defineProperty(map, name, { value, writable: true, enumerable: true, configurable: true });
}

/** Whether two JSON values are equal: members in any order, `1` and `1.0` the same; value.Equals of structured-merge-diff. */
export function valuesEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item, index) => valuesEqual(item, b[index]));
  }
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  const [left, right] = [a as ValueMap, b as ValueMap];
  return names.every((name) => Object.hasOwn(right, name) && valuesEqual(left[name], right[name]));
}

/** Rank of a value's type in the order of values. */
function rankOf(value: unknown): number {
  switch (typeof value) {
    case "number":
    case "bigint":
      return 0;
    case "string":
      return 1;
    case "boolean":
      return 2;
    default:
      if (value === null) return 5;
      return Array.isArray(value) ? 3 : 4;
  }
}

/** Orders JSON values: numbers, strings, booleans, lists, maps, null; negative, zero or positive. */
export function compareValues(a: unknown, b: unknown): number {
  const rank = rankOf(a) - rankOf(b);
  if (rank !== 0) return rank;
  if (typeof a === "string" && typeof b === "string") return compareText(a, b);
  if (typeof a === "boolean" || typeof b === "boolean") return Number(a) - Number(b);
  if (isNumber(a) && isNumber(b)) return a < b ? -1 : a > b ? 1 : 0;
  if (Array.isArray(a) && Array.isArray(b)) {
    for (const [index, item] of a.entries()) {
      if (index >= b.length) return 1;
      const order = compareValues(item, b[index]);
      if (order !== 0) return order;
    }
    return a.length - b.length;
  }
  return isMap(a) && isMap(b) ? compareFields(sortedFields(a), sortedFields(b)) : 0;
}

function isNumber(value: unknown): value is number | bigint {
  return typeof value === "number" || typeof value === "bigint";
}

/** A member of a key, or of a map. */
export type ValueField = readonly [name: string, value: unknown];

/** Members of an object, sorted by name. */
export function sortedFields(map: ValueMap): readonly ValueField[] {
  return Object.entries(map).sort(([a], [b]) => compareText(a, b));
}

/** Orders sorted lists of fields; value.FieldList of structured-merge-diff. */
export function compareFields(a: readonly ValueField[], b: readonly ValueField[]): number {
  for (const [index, [name, value]] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    const order = compareText(name, other[0]) || compareValues(value, other[1]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
