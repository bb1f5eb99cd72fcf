import { childOf, type FieldsNode, hasBelow, isEmpty } from "../managedfields/fields-v1.js";
import {
  fieldElement,
  keyElement,
  type PathElement,
  parsePathElement,
  valueElement,
} from "../managedfields/path-element.js";
import { isMap, isScalar, memberOf, setMember, type ValueField } from "../managedfields/value.js";
import { deepCopyJSON, type JSON as JSONValue } from "../meta/index.js";
import { type Field, fieldOf, isAtomic } from "./fields.js";

interface Owning {
  readonly value: unknown;
  /** The leaves of what is owned, at this value and below. */
  readonly node: FieldsNode;
  /** Undefined: the type does not know the member. */
  readonly field: Field | undefined;
}

/**
 * A copy of the part of a value that a field set names; undefined when there is nothing of it. Items of lists come with
 * their keys. The set itself says which lists are maps, sets or atomic, as they were when it was written: so a type that is
 * older or newer than the schema of the server takes nothing too much.
 */
export function ownedPart(input: Owning): unknown {
  const { value, node } = input;
  if (!hasBelow(node)) return wholeOf(input);
  if (Array.isArray(value)) return itemsOf({ ...input, list: value });
  return isMap(value) ? membersOf(input) : value;
}

/**
 * What has no parts in the set: a scalar, an atomic list or map. An object that is neither was applied empty, and what is in
 * it now is of others.
 */
function wholeOf({ value, field }: Owning): unknown {
  const empty = isMap(value) && field !== undefined && !isAtomic(field);
  return empty ? {} : copyOf(value);
}

/** Objects are plain JSON data. */
function copyOf(value: unknown): unknown {
  return deepCopyJSON(value as JSONValue);
}

function membersOf({ value, node, field }: Owning): unknown {
  const taken: { [member: string]: unknown } = {};
  let some = false;
  for (const name of isMap(value) ? Object.keys(value) : []) {
    const child = childOf({ node, element: fieldElement(name) });
    if (child === undefined) continue;
    const part = ownedPart({
      value: isMap(value) ? memberOf({ map: value, name }) : undefined,
      node: child,
      field: memberField({ field, name }),
    });
    if (part === undefined) continue;
    setMember({ map: taken, name, value: part });
    some = true;
  }
  return some ? taken : undefined;
}

function memberField(input: {
  readonly field: Field | undefined;
  readonly name: string;
}): Field | undefined {
  const { field, name } = input;
  if (typeof field === "function") {
    const structs = [field()].flat();
    return structs
      .map(({ fields }) => fieldOf({ fields, name }))
      .find((found) => found !== undefined);
  }
  // What any JSON holds is granular, at every depth.
  if (field === "value" || field === "objectMeta") return "value";
  return typeof field === "object" && "map" in field ? field.map : undefined;
}

function itemsOf(input: Owning & { readonly list: readonly unknown[] }): unknown {
  const { list, node } = input;
  const field =
    typeof input.field === "object" && "list" in input.field ? input.field.list : undefined;
  const keys = keyNamesOf(node);
  const taken = list.flatMap((value, index) => {
    const found = elementOf({ value, index, keys, node });
    const child = found === undefined ? undefined : childOf({ node, element: found });
    if (child === undefined) return [];
    // An item that has one owner as a whole has no parts in the set; one that has parts owns its keys.
    const part = isEmpty(child) ? copyOf(value) : ownedPart({ value, node: child, field });
    return [isMap(value) && isMap(part) ? withKeys({ item: value, part, keys }) : part];
  });
  return taken.length === 0 ? undefined : taken;
}

/** The names of all keys of a list's items. */
function keyNamesOf(node: FieldsNode): readonly string[] {
  const names = new Set<string>();
  for (const element in node) {
    if (!element.startsWith("k:")) continue;
    const parsed = parsePathElement(element);
    for (const [name] of parsed?.type === "key" ? parsed.fields : []) names.add(name);
  }
  return [...names];
}

/** The element under which the set has an item of a list, if it has it. */
function elementOf(input: {
  readonly value: unknown;
  readonly index: number;
  readonly keys: readonly string[];
  readonly node: FieldsNode;
}): PathElement | undefined {
  const { value, index, keys, node } = input;
  const candidates = [
    isMap(value) ? keyElement(presentKeys({ item: value, keys })) : valueElementOf(value),
    `i:${index}`,
  ];
  return candidates.find((element) => childOf({ node, element }) !== undefined);
}

function valueElementOf(value: unknown): PathElement {
  return isScalar(value) ? valueElement(value) : "";
}

function presentKeys(input: {
  readonly item: { readonly [member: string]: unknown };
  readonly keys: readonly string[];
}): readonly ValueField[] {
  const { item, keys } = input;
  return keys
    .filter((name) => Object.hasOwn(item, name))
    .map((name) => [name, memberOf({ map: item, name })]);
}

function withKeys(input: {
  readonly item: { readonly [member: string]: unknown };
  readonly part: { readonly [member: string]: unknown };
  readonly keys: readonly string[];
}): unknown {
  return { ...Object.fromEntries(presentKeys(input)), ...input.part };
}
