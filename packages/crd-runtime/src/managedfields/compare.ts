import { formOf, noType } from "./atom.js";
import { type DraftNode, FieldSetDraft } from "./draft.js";
import type { FieldSet } from "./field-set.js";
import { type FieldsNode, leaf, self } from "./fields-v1.js";
import { listElementsOf } from "./list-item.js";
import type { ListType, MapType, ParseableType } from "./parseable-type.js";
import { fieldElement, type PathElement } from "./path-element.js";
import type { Typed } from "./validate.js";
import { isMap, isScalar, type ValueMap, valuesEqual } from "./value.js";

/** What changed between two objects. */
export interface Comparison {
  readonly added: FieldSet;
  readonly modified: FieldSet;
  readonly removed: FieldSet;
}

/** Two values of one type. */
export interface TypedPair {
  readonly from: unknown;
  readonly to: unknown;
  readonly type: ParseableType;
}

/** Compares two objects of a type; both must have been validated. Follows TypedValue.Compare of structured-merge-diff. */
export function compareTyped(pair: TypedPair): Comparison {
  const walk = new Comparing();
  walk.compare(pair);
  return walk.finish();
}

class Comparing {
  readonly #added = new FieldSetDraft();
  readonly #modified = new FieldSetDraft();
  readonly #removed = new FieldSetDraft();
  readonly #path: PathElement[] = [];

  finish(): Comparison {
    return {
      added: this.#added.finish(),
      modified: this.#modified.finish(),
      removed: this.#removed.finish(),
    };
  }

  compare({ from, to, type }: TypedPair): void {
    const path = this.#path;
    if (from === undefined) {
      this.#added.insertNode({ path, node: everythingOf({ value: to, type }) });
      return;
    }
    if (to === undefined) {
      this.#removed.insertNode({ path, node: everythingOf({ value: from, type }) });
      return;
    }
    const [before, after] = [formOf({ type, value: from }), formOf({ type, value: to })];
    for (const form of before === after ? [before] : [before, after]) {
      if (form === "map" && type.map !== undefined) {
        this.#compareMaps({ from, to, map: type.map });
      } else if (form === "list" && type.list !== undefined) {
        this.#compareLists({ from, to, list: type.list });
      } else {
        this.#compareLeaves({ from, to });
      }
    }
  }

  #compareLeaves({ from, to }: Pick<TypedPair, "from" | "to">): void {
    if (!valuesEqual(from, to)) this.#modified.insert(this.#path);
  }

  #compareMaps(pair: Omit<TypedPair, "type"> & { readonly map: MapType }): void {
    const { map } = pair;
    const from = isMap(pair.from) ? pair.from : none;
    const to = isMap(pair.to) ? pair.to : none;
    if (map.relationship === "atomic" || (hasNothing(from) && hasNothing(to))) {
      this.#compareLeaves(pair);
      return;
    }
    for (const name of Object.keys(from)) {
      const [before, after] = [from[name], Object.hasOwn(to, name) ? to[name] : undefined];
      if (before !== after) this.#compareMember({ map, name, from: before, to: after });
    }
    for (const name of Object.keys(to)) {
      if (Object.hasOwn(from, name)) continue;
      this.#compareMember({ map, name, from: undefined, to: to[name] });
    }
  }

  #compareMember(
    input: Omit<TypedPair, "type"> & { readonly map: MapType; readonly name: string },
  ): void {
    const { map, name, from, to } = input;
    const field = map.fields.get(name);
    this.#path.push(field?.element ?? fieldElement(name));
    this.compare({ from, to, type: field?.type ?? map.others ?? noType });
    this.#path.pop();
  }

  #compareLists(pair: Omit<TypedPair, "type"> & { readonly list: ListType }): void {
    const { list } = pair;
    const from = Array.isArray(pair.from) ? pair.from : noItems;
    const to = Array.isArray(pair.to) ? pair.to : noItems;
    if (list.relationship === "atomic" || (from.length === 0 && to.length === 0)) {
      this.#compareLeaves(pair);
      return;
    }
    const [before, after] = [byElement({ list, items: from }), byElement({ list, items: to })];
    for (const [element, items] of before) {
      this.#compareItems({ list, element, from: items, to: after.get(element) ?? noItems });
    }
    for (const [element, items] of after) {
      if (!before.has(element)) this.#compareItems({ list, element, from: noItems, to: items });
    }
  }

  /** Items with one element; more than one are duplicates, which are compared as one value. */
  #compareItems(input: {
    readonly list: ListType;
    readonly element: PathElement;
    readonly from: readonly unknown[];
    readonly to: readonly unknown[];
  }): void {
    const { list, element, from, to } = input;
    const type = list.items;
    this.#path.push(element);
    const path = this.#path;
    if (from.length > 1 && to.length > 1) {
      if (!valuesEqual(from, to)) this.#modified.insert(path);
    } else if (from.length > 1) {
      if (to.length > 0) this.compare({ from: undefined, to: to[0], type });
      this.#removed.insert(path);
    } else if (to.length > 1) {
      if (from.length > 0) this.compare({ from: from[0], to: undefined, type });
      this.#added.insert(path);
    } else {
      this.compare({ from: from[0], to: to[0], type });
    }
    this.#path.pop();
  }
}

const none: ValueMap = Object.freeze({});
const noItems: readonly unknown[] = Object.freeze([]);

function hasNothing(map: ValueMap): boolean {
  for (const _name in map) return false;
  return true;
}

function byElement(input: {
  readonly list: ListType;
  readonly items: readonly unknown[];
}): ReadonlyMap<PathElement, readonly unknown[]> {
  const found = new Map<PathElement, unknown[]>();
  for (const { element, item } of listElementsOf(input)) {
    const items = found.get(element);
    if (items === undefined) found.set(element, [item]);
    else items.push(item);
  }
  return found;
}

/** A value and all that is in it, which a comparison with nothing finds: each is a member. */
function everythingOf({ value, type }: Typed): FieldsNode {
  switch (formOf({ type, value })) {
    case "map":
      return type.map === undefined ? leaf : everyMemberOf({ value, map: type.map });
    case "list":
      return type.list === undefined ? leaf : everyItemOf({ value, list: type.list });
    default:
      return leaf;
  }
}

function everyMemberOf(input: { readonly value: unknown; readonly map: MapType }): FieldsNode {
  const { value, map } = input;
  if (map.relationship === "atomic" || !isMap(value) || hasNothing(value)) return leaf;
  const node: DraftNode = { [self]: leaf };
  for (const name of Object.keys(value)) {
    const member = value[name];
    const field = map.fields.get(name);
    node[field?.element ?? fieldElement(name)] = isScalar(member)
      ? leaf
      : everythingOf({ value: member, type: field?.type ?? map.others ?? noType });
  }
  return node;
}

function everyItemOf(input: { readonly value: unknown; readonly list: ListType }): FieldsNode {
  const { value, list } = input;
  if (list.relationship === "atomic" || !Array.isArray(value) || value.length === 0) return leaf;
  const node: DraftNode = { [self]: leaf };
  for (const { element, item } of listElementsOf({ list, items: value })) {
    const duplicate = Object.hasOwn(node, element);
    node[element] = duplicate ? leaf : everythingOf({ value: item, type: list.items });
  }
  return node;
}
