import { formOf } from "./atom.js";
import { FieldSet } from "./field-set.js";
import { type FieldsNode, leaf, self } from "./fields-v1.js";
import { listElementsOf } from "./list-item.js";
import type { ListType, MapType, ParseableType } from "./parseable-type.js";
import { fieldElement, type PathElement } from "./path-element.js";
import type { Typed } from "./validate.js";
import { isMap, isScalar } from "./value.js";

/** The fields that a value gives: those that a manager owns who applies it. The value must have been validated. */
export function toFieldSet(input: Typed): FieldSet {
  return FieldSet.ofNode(below(input));
}

/** What a value owns: itself, or something below itself, or nothing (`undefined`). */
interface Owned {
  readonly own: boolean;
  readonly below: FieldsNode | undefined;
}

type Draft = { [element: PathElement]: FieldsNode };

function below({ value, type }: Typed): FieldsNode | undefined {
  return ownedOf({ value, type }).below;
}

function ownedOf(input: { readonly value: unknown; readonly type: ParseableType }): Owned {
  const { value, type } = input;
  switch (formOf({ type, value })) {
    case "map":
      return type.map?.relationship === "atomic"
        ? { own: true, below: undefined }
        : { own: false, below: membersOf({ value, map: type.map }) };
    case "list":
      return type.list?.relationship === "atomic"
        ? { own: true, below: undefined }
        : { own: false, below: itemsOf({ value, list: type.list }) };
    case "scalar":
      return { own: true, below: undefined };
    case "none":
      return { own: false, below: undefined };
  }
}

function nodeOf(owned: Owned): FieldsNode | undefined {
  if (owned.below === undefined) return owned.own ? leaf : undefined;
  return owned.own ? { [self]: leaf, ...owned.below } : owned.below;
}

function membersOf(input: {
  readonly value: unknown;
  readonly map: MapType | undefined;
}): FieldsNode | undefined {
  const { value, map } = input;
  if (!isMap(value) || map === undefined) return undefined;
  let draft: Draft | undefined;
  for (const name of Object.keys(value)) {
    const member = value[name];
    const field = map.fields.get(name);
    const owned = ownedOf({ value: member, type: field?.type ?? map.others ?? {} });
    // Members of a map, unlike those of a struct, are fields themselves; so is what is there and empty.
    const own = owned.own || field === undefined || isNothing(member);
    const node = nodeOf({ own, below: owned.below });
    if (node === undefined) continue;
    draft ??= {};
    draft[field?.element ?? fieldElement(name)] = node;
  }
  return draft;
}

function isNothing(value: unknown): boolean {
  return value === null || (isMap(value) && Object.keys(value).length === 0);
}

function itemsOf(input: {
  readonly value: unknown;
  readonly list: ListType | undefined;
}): FieldsNode | undefined {
  const { value, list } = input;
  if (!Array.isArray(value) || list === undefined) return undefined;
  let draft: Draft | undefined;
  for (const { element, item } of listElementsOf({ list, items: value })) {
    draft ??= {};
    if (Object.hasOwn(draft, element)) {
      // Of items that occur twice nobody can own the parts.
      draft[element] = leaf;
      continue;
    }
    const node = isScalar(item)
      ? leaf
      : nodeOf({ ...ownedOf({ value: item, type: list.items }), own: true });
    draft[element] = node ?? leaf;
  }
  return draft;
}
