import type { ListType } from "./parseable-type.js";
import { keyElement, type PathElement, valueElement } from "./path-element.js";
import { goQuote } from "./text.js";
import { isMap, isScalar, memberOf, type ValueField } from "./value.js";

/** The path element of an item of a set or of a list with keys, or why it has none. */
export type ListItem = { readonly element: PathElement } | { readonly error: string };

/** How a list finds an item of it. */
export function listItemOf(input: { readonly list: ListType; readonly item: unknown }): ListItem {
  const { list, item } = input;
  if (list.relationship !== "associative") {
    return { error: "invalid indexing of non-associative list" };
  }
  return list.keyNames.length > 0 ? keyedItemOf(input) : setItemOf(item);
}

/** Why an item has no path element; undefined where it has one. */
export function listItemError(input: {
  readonly list: ListType;
  readonly item: unknown;
}): string | undefined {
  const { list, item } = input;
  if (list.relationship === "associative") {
    // What most items are: a scalar in a set, an object that has its first key.
    const [key] = list.keys;
    if (key === undefined ? isScalar(item) : isMap(item) && Object.hasOwn(item, key.name)) {
      return undefined;
    }
  }
  const found = listItemOf(input);
  return "error" in found ? found.error : undefined;
}

/** The path elements of a list's items in their order; those that have none are left out. */
export function listElementsOf(input: {
  readonly list: ListType;
  readonly items: readonly unknown[];
}): readonly { readonly element: PathElement; readonly item: unknown }[] {
  const { list, items } = input;
  const elements: { readonly element: PathElement; readonly item: unknown }[] = [];
  for (const item of items) {
    const found = listItemOf({ list, item });
    if (!("error" in found)) elements.push({ element: found.element, item });
  }
  return elements;
}

function keyedItemOf(input: { readonly list: ListType; readonly item: unknown }): ListItem {
  const { list, item } = input;
  if (item === null) {
    return { error: "associative list with keys may not have a null element" };
  }
  if (!isMap(item)) {
    return { error: "associative list with keys may not have non-map elements" };
  }
  const fields: ValueField[] = [];
  for (const key of list.keys) {
    const value = memberOf({ map: item, name: key.name });
    const known = value === undefined ? key.default : value;
    // An item without one of the keys is another one than an item that has it.
    if (known !== undefined) fields.push([key.name, known]);
  }
  if (fields.length > 0) return { element: keyElement(fields) };
  const names = `[${list.keyNames.map(goQuote).join(" ")}]`;
  return {
    error: `associative list with keys has an element that omits all key fields ${names} (and doesn't have default values for any key fields)`,
  };
}

function setItemOf(item: unknown): ListItem {
  if (item === null) {
    return { error: "associative list without keys has an element that's an explicit null" };
  }
  if (Array.isArray(item)) {
    return { error: "not supported: associative list with lists as elements" };
  }
  if (isMap(item)) {
    return { error: "associative list without keys has an element that's a map type" };
  }
  return { element: valueElement(item) };
}
