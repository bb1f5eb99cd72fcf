import { copyJson, equalJson } from "../../json.js";
import { badRequest, unknownError } from "../../status/index.js";
import { goMapText } from "./go-map.js";
import { type ListMerge, listMergeOf } from "./patch-facts.js";
import { define, isRecord, type JsonRecord, own } from "./pointer.js";

const directive = "$patch";
const retainKeys = "$retainKeys";
const deleteFromList = "$deleteFromPrimitiveList/";
const elementOrder = "$setElementOrder/";

/**
 * Applies a strategic merge patch to a document of a built-in kind and returns the result; the document may be changed.
 * Follows strategicpatch.StrategicMergeMapPatch of apimachinery.
 *
 * @throws StatusError
 */
export function applyStrategicMergePatch(input: {
  readonly document: JsonRecord;
  readonly patch: JsonRecord;
  readonly kind: string;
}): JsonRecord {
  return mergeMap({ ...input, path: "" });
}

interface Step {
  readonly document: JsonRecord;
  readonly patch: JsonRecord;
  readonly kind: string;
  readonly path: string;
}

function mergeMap(step: Step): JsonRecord {
  const { document, patch, path, kind } = step;
  const what = own(patch, directive);
  if (what === "replace") return withoutDirectives(patch);
  if (what === "delete") return {};
  if (what !== undefined && what !== "merge") {
    throw unknownError(`unknown patch type: ${goMapText(what)} in map: ${goMapText(patch)}`);
  }
  retain({ document, keys: own(patch, retainKeys) });
  for (const [key, value] of Object.entries(patch)) {
    if (key === directive || key === retainKeys || key.startsWith(elementOrder)) continue;
    if (key.startsWith(deleteFromList)) {
      removeFromList({ document, key: key.slice(deleteFromList.length), values: value });
      continue;
    }
    const inner = path === "" ? key : `${path}.${key}`;
    const present = own(document, key);
    if (value === null) delete document[key];
    else if (isRecord(value)) {
      const merged = isRecord(present)
        ? mergeMap({ document: present, patch: value, kind, path: inner })
        : withoutDirectives(value);
      define({ record: document, key, value: merged });
    } else if (Array.isArray(value)) {
      const merge = listMergeOf({ kind, path: inner });
      // Items that are new stand before those that the patch does not know, unless it orders them.
      const order = own(patch, elementOrder + key) ?? value;
      const before = Array.isArray(present) ? present : [];
      const merged = mergeList({ before, items: value, merge, kind, path: inner });
      const ordered = sortList({ list: merged, before, order, merge });
      define({ record: document, key, value: ordered });
    } else define({ record: document, key, value });
  }
  return document;
}

function mergeList(input: {
  readonly before: readonly unknown[];
  readonly items: readonly unknown[];
  readonly merge: ListMerge;
  readonly kind: string;
  readonly path: string;
}): readonly unknown[] {
  const { before, items, merge, kind, path } = input;
  if (merge.by === "whole") return items.map(copyJson);
  if (merge.by === "value") {
    return [...before, ...items.filter((item) => !before.some((old) => equalJson(old, item)))];
  }
  const replaces = items.some((item) => isRecord(item) && own(item, directive) === "replace");
  const result: unknown[] = replaces ? [] : [...before];
  for (const item of items) {
    if (!isRecord(item)) throw badRequest("invalid JSON document");
    const what = own(item, directive);
    if (what === "replace") continue;
    const id = own(item, merge.key);
    if (id === undefined) {
      throw unknownError(
        `map: ${goMapText(item)} does not contain declared merge key: ${merge.key}`,
      );
    }
    const index = result.findIndex((old) => isRecord(old) && equalJson(own(old, merge.key), id));
    const old = result[index];
    if (what === "delete") {
      if (index !== -1) result.splice(index, 1);
    } else if (isRecord(old)) {
      result[index] = mergeMap({ document: old, patch: item, kind, path });
    } else result.push(withoutDirectives(item));
  }
  return result;
}

/** Puts the items that a patch orders into its order; those that it does not know stay before what they preceded. */
function sortList(input: {
  readonly list: readonly unknown[];
  readonly before: readonly unknown[];
  readonly order: unknown;
  readonly merge: ListMerge;
}): readonly unknown[] {
  const { list, order, merge } = input;
  if (!Array.isArray(order) || merge.by === "whole") return list;
  const idOf = (item: unknown): unknown =>
    merge.by === "key" && isRecord(item) ? own(item, merge.key) : item;
  const ids = order.map(idOf);
  const rank = (item: unknown): number => ids.findIndex((id) => equalJson(id, idOf(item)));
  const ordered = list.filter((item) => rank(item) !== -1).sort((a, b) => rank(a) - rank(b));
  const others = list.filter((item) => rank(item) === -1);
  const position = (item: unknown): number =>
    input.before.findIndex((old) => equalJson(idOf(old), idOf(item)));
  const result: unknown[] = [];
  for (const item of ordered) {
    const at = position(item);
    while (at !== -1 && others.length > 0 && position(others[0]) < at) result.push(others.shift());
    result.push(item);
  }
  return [...result, ...others];
}

function removeFromList(input: {
  readonly document: JsonRecord;
  readonly key: string;
  readonly values: unknown;
}): void {
  const { document, key, values } = input;
  if (!Array.isArray(values)) throw badRequest("invalid patch format of primitive list");
  const present = own(document, key);
  if (!Array.isArray(present)) return;
  const left = present.filter((item) => !values.some((value) => equalJson(value, item)));
  define({ record: document, key, value: left });
}

function retain(input: { readonly document: JsonRecord; readonly keys: unknown }): void {
  const { document, keys } = input;
  if (keys === undefined) return;
  if (!Array.isArray(keys)) throw badRequest("invalid patch format of retainKeys");
  for (const key of Object.keys(document)) if (!keys.includes(key)) delete document[key];
}

/** A copy of what a patch adds: nulls and directives are no members. */
function withoutDirectives(value: JsonRecord): JsonRecord {
  const copy: JsonRecord = {};
  for (const [key, member] of Object.entries(value)) {
    if (member === null || key === directive || key === retainKeys) continue;
    if (key.startsWith(deleteFromList) || key.startsWith(elementOrder)) continue;
    define({
      record: copy,
      key,
      value: isRecord(member) ? withoutDirectives(member) : copyJson(member),
    });
  }
  return copy;
}
