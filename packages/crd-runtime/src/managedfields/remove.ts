import { formOf, noType } from "./atom.js";
import { FieldSet } from "./field-set.js";
import { childOf, type FieldsNode, hasBelow, isMember } from "./fields-v1.js";
import { listItemOf } from "./list-item.js";
import type { ListType, MapType } from "./parseable-type.js";
import { type FieldPath, fieldElement, parsePathElement } from "./path-element.js";
import { toFieldSet } from "./to-field-set.js";
import type { Typed } from "./validate.js";
import { isMap, setMember } from "./value.js";

/** A value without the fields of a set; TypedValue.RemoveItems of structured-merge-diff. Shares parts with the value. */
export function removeItems(input: Typed & { readonly fields: FieldSet }): unknown {
  return take({ ...input, node: input.fields.node, mode: "remove" });
}

/** Whether the keys of list items are extracted with them although the set does not name them. */
export type KeyFields = "always" | "as-in-the-set";

/**
 * Only the fields of a set, which should be leaves; TypedValue.ExtractItems of structured-merge-diff. So it is found what a
 * manager has applied: `extractItems({ value, type, fields: owned.leaves() })`.
 */
export function extractItems(
  input: Typed & { readonly fields: FieldSet; readonly keyFields?: KeyFields },
): unknown {
  const { value, type, fields, keyFields = "as-in-the-set" } = input;
  const wanted = keyFields === "always" ? fields.union(keyFieldsOf(input)) : fields;
  return take({ value, type, node: wanted.node, mode: "extract" });
}

/** The key members of the items in which the value has a field of the set. */
function keyFieldsOf(input: Typed & { readonly fields: FieldSet }): FieldSet {
  const present = toFieldSet(input);
  const found: FieldPath[] = [];
  for (const path of input.fields.paths()) {
    if (!present.has(path)) continue;
    for (const [depth, element] of path.entries()) {
      const parsed = parsePathElement(element);
      if (parsed?.type !== "key") continue;
      for (const [name] of parsed.fields) {
        found.push([...path.slice(0, depth + 1), fieldElement(name)]);
      }
    }
  }
  return FieldSet.of(...found);
}

interface Taking extends Typed {
  readonly node: FieldsNode;
  readonly mode: "extract" | "remove";
}

/** What is left of a value; null when that is nothing, as in the original. */
function take(input: Taking): unknown {
  const { value, type } = input;
  switch (formOf({ type, value })) {
    case "map":
      return type.map === undefined ? null : takeMembers({ ...input, map: type.map });
    case "list":
      return type.list === undefined ? null : takeItems({ ...input, list: type.list });
    case "scalar":
      return value;
    case "none":
      return null;
  }
}

function takeItems(input: Taking & { readonly list: ListType }): unknown {
  const { value, node, mode, list } = input;
  if (!Array.isArray(value)) return null;
  if (value.length === 0 || list.relationship === "atomic")
    return mode === "extract" ? value : null;
  const kept: unknown[] = [];
  for (const item of value) {
    const found = listItemOf({ list, item });
    const child = "error" in found ? undefined : childOf({ node, element: found.element });
    const exact = child !== undefined && isMember(child);
    const below = child !== undefined && hasBelow(child);
    if (mode === "extract" ? !exact && !below : exact) continue;
    kept.push(below ? take({ value: item, type: list.items, node: child, mode }) : item);
  }
  return kept.length === 0 ? null : kept;
}

function takeMembers(input: Taking & { readonly map: MapType }): unknown {
  const { value, node, mode, map } = input;
  if (!isMap(value)) return null;
  const names = Object.keys(value);
  if (names.length === 0 || map.relationship === "atomic") return mode === "extract" ? value : null;
  const kept: { [member: string]: unknown } = {};
  let some = false;
  for (const name of names) {
    const field = map.fields.get(name);
    const child = childOf({ node, element: field?.element ?? fieldElement(name) });
    const exact = child !== undefined && isMember(child);
    if (exact && mode === "remove") continue;
    const below = child !== undefined && hasBelow(child);
    if (!exact && !below && mode === "extract") continue;
    const member = value[name];
    const type = field?.type ?? map.others ?? noType;
    // The original extracts a member that the set names with the set of its parent.
    const left = exact
      ? take({ value: member, type, node, mode })
      : below
        ? take({ value: member, type, node: child, mode })
        : member;
    setMember({ map: kept, name, value: left });
    some = true;
  }
  return some ? kept : null;
}
