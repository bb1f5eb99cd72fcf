import type { ManagedFieldsEntry } from "crd-runtime";
import { valuesEqual } from "crd-runtime/managedfields";
import type { ApiObject } from "../object.js";
import { withManagedFields } from "./object-parts.js";

/**
 * The updated object with the old times of its managedFields where nothing but these times has changed, so that the write is
 * none. To be called when the object is complete, before it is validated. Follows IgnoreManagedFieldsTimestampsTransformer
 * of apiserver.
 */
export function ignoreManagedFieldsTimestamps(input: {
  readonly object: ApiObject;
  readonly old: ApiObject;
}): ApiObject {
  const { object, old } = input;
  const [after = [], before = []] = [object.metadata.managedFields, old.metadata.managedFields];
  if (after.length === 0 || after.length !== before.length) return object;
  if (after.every((entry, index) => entry.time === before[index]?.time)) return object;
  if (!valuesEqual(after.map(timeless), before.map(timeless))) return object;
  return valuesEqual(bare(object), bare(old))
    ? withManagedFields({ object, managedFields: before })
    : object;
}

function timeless(entry: ManagedFieldsEntry): ManagedFieldsEntry {
  const { time: _time, ...rest } = entry;
  return rest;
}

function bare(object: ApiObject): ApiObject {
  return withManagedFields({ object, managedFields: undefined });
}
