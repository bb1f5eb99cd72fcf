import { compareText, elementJSON, elementName, goFloat, goQuote } from "./text.js";
import { compareFields, compareValues, isMap, sortedFields, type ValueField } from "./value.js";

/**
 * One step of a field path, as FieldsV1 writes it: `f:spec` a member, `k:{"name":"web"}` the item of a list with keys,
 * `v:"web"` an item of a set, `i:0` an item by its index. Follows fieldpath.PathElement of structured-merge-diff.
 */
export type PathElement = string;

/** From the object down to a field. */
export type FieldPath = readonly PathElement[];

/** A path element taken apart. */
export type ParsedPathElement =
  | { readonly type: "field"; readonly name: string }
  | { readonly type: "key"; readonly fields: readonly ValueField[] }
  | { readonly type: "value"; readonly value: unknown }
  | { readonly type: "index"; readonly index: number };

/** The element of a member. */
export function fieldElement(name: string): PathElement {
  return `f:${name}`;
}

/** The element of an item of a list with keys. */
export function keyElement(fields: readonly ValueField[]): PathElement {
  const sorted = fields.length > 1 ? [...fields].sort(([a], [b]) => compareText(a, b)) : fields;
  const members = sorted.map(([name, value]) => `${elementName(name)}:${elementJSON(value)}`);
  return `k:{${members.join(",")}}`;
}

/** The element of an item of a set. */
export function valueElement(value: unknown): PathElement {
  return `v:${elementJSON(value)}`;
}

/** The path of members: `fieldPath("spec", "replicas")`. */
export function fieldPath(...names: readonly string[]): FieldPath {
  return names.map(fieldElement);
}

/**
 * Takes an element apart; undefined for a type that is not known, which the server ignores.
 *
 * @throws SyntaxError when the element is malformed
 */
export function parsePathElement(element: PathElement): ParsedPathElement | undefined {
  if (element.length < 2) throw new SyntaxError("key must be 2 characters long:");
  if (element[1] !== ":") throw new SyntaxError(`missing colon: ${element}`);
  const rest = element.slice(2);
  switch (element[0]) {
    case "f":
      return { type: "field", name: rest };
    case "v":
      return { type: "value", value: JSON.parse(rest) };
    case "k":
      return { type: "key", fields: parseKey(rest) };
    case "i":
      if (!/^[+-]?\d+$/.test(rest)) throw new SyntaxError(`invalid index: ${element}`);
      return { type: "index", index: Number(rest) };
    default:
      return undefined;
  }
}

function parseKey(text: string): readonly ValueField[] {
  const key: unknown = JSON.parse(text);
  if (key === null) return [];
  if (!isMap(key)) throw new SyntaxError(`key is not an object: ${text}`);
  return sortedFields(key);
}

/** Elements whose text is canonical on sight: most of those that there are. */
const canonical = /^v:"[\w .:/-]*"$|^k:\{"[\w.-]*":(?:"[\w .:/-]*"|0|[1-9]\d{0,14})\}$/;

/**
 * An element in its canonical text; undefined for a type that is not known.
 *
 * @throws SyntaxError when the element is malformed
 */
export function canonicalElement(element: PathElement): PathElement | undefined {
  if (element.startsWith("f:") || canonical.test(element)) return element;
  const parsed = parsePathElement(element);
  switch (parsed?.type) {
    case undefined:
      return undefined;
    case "key":
      return keyElement(parsed.fields);
    case "value":
      return valueElement(parsed.value);
    case "index":
      return `i:${parsed.index}`;
    case "field":
      return element;
  }
}

const typeOrder = ["f", "k", "v", "i"];

/** Orders elements as the server does: members, keys, values, indices; negative, zero or positive. */
export function comparePathElements(a: PathElement, b: PathElement): number {
  if (a === b) return 0;
  if (a.startsWith("f:") && b.startsWith("f:")) return compareText(a, b);
  const order = typeOrder.indexOf(a.charAt(0)) - typeOrder.indexOf(b.charAt(0));
  if (order !== 0) return order;
  const [left, right] = [parsePathElement(a), parsePathElement(b)];
  if (left?.type === "key" && right?.type === "key")
    return compareFields(left.fields, right.fields);
  if (left?.type === "value" && right?.type === "value")
    return compareValues(left.value, right.value);
  if (left?.type === "index" && right?.type === "index") return left.index - right.index;
  return 0;
}

/**
 * How numbers in a path are written. `float` is what the server prints of field sets that it has stored, since it reads
 * their numbers as float64: `1e+06`; `integer` what it prints of an object's own values: `1000000`.
 */
export type PathNumbers = "float" | "integer";

/** An element as the server's messages write it: `.spec`, `[port=80,protocol="TCP"]`, `[="x"]`, `[0]`. */
export function pathElementToString(input: {
  readonly element: PathElement;
  readonly numbers: PathNumbers;
}): string {
  const { element, numbers } = input;
  const parsed = parsePathElement(element);
  switch (parsed?.type) {
    case "field":
      return `.${parsed.name}`;
    case "key": {
      const fields = parsed.fields.map(
        ([name, value]) => `${name}=${valueToString({ value, numbers })}`,
      );
      return `[${fields.join(",")}]`;
    }
    case "value":
      return `[=${valueToString({ value: parsed.value, numbers })}]`;
    case "index":
      return `[${parsed.index}]`;
    case undefined:
      return "{{invalid path element}}";
  }
}

/** A path as the server's messages write it: `.spec.ports[port=80,protocol="TCP"].name`. */
export function pathToString(input: {
  readonly path: FieldPath;
  /** `float` by default. */
  readonly numbers?: PathNumbers;
}): string {
  const { path, numbers = "float" } = input;
  return path.map((element) => pathElementToString({ element, numbers })).join("");
}

function valueToString(input: { readonly value: unknown; readonly numbers: PathNumbers }): string {
  const { value, numbers } = input;
  if (typeof value === "string") return goQuote(value);
  if (typeof value === "number") {
    return numbers === "integer" && Number.isInteger(value) ? String(value) : goFloat(value);
  }
  if (Array.isArray(value)) {
    return `[${value.map((item: unknown) => valueToString({ value: item, numbers })).join(",")}]`;
  }
  if (isMap(value)) {
    return sortedFields(value)
      .map(([name, member]) => `${name}=${valueToString({ value: member, numbers })}`)
      .join("");
  }
  return String(value);
}
