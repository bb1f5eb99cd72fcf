import type { ManagedFieldsEntry } from "crd-runtime";
import { type FieldPath, FieldSet, fieldElement, fieldPath } from "crd-runtime/managedfields";
import type { ApiObject } from "../object.js";
import type { FieldManager } from "./field-manager.js";
import { decodeManagedFields, encodeManagedFields, type ManagedEntry } from "./managed.js";
import { managedFieldsOf, withManagedFields } from "./object-parts.js";

/** Where the replicas are, by API version of the resource; undefined in versions without a scale subresource. */
export type ReplicasPaths = ReadonlyMap<string, FieldPath | undefined>;

const scaleVersion = "autoscaling/v1";
const scaleReplicas = fieldPath("spec", "replicas");

/** The field path of a JSON path as CustomResourceDefinitions have it: `.spec.replicas`. */
export function fieldPathOf(jsonPath: string): FieldPath {
  return jsonPath.replace(/^\./, "").split(".").map(fieldElement);
}

/**
 * Managed fields of an object after a manager has written its Scale. Follows ScaleREST.Update of apiextensions.
 *
 * @throws ManagedFieldsError
 */
export function scaledManagedFields(input: {
  /** Of Scales. */
  readonly fieldManager: FieldManager;
  readonly manager: string;
  readonly live: ApiObject;
  /** Its Scale, before and after. */
  readonly before: ApiObject;
  readonly after: ApiObject;
  readonly paths: ReplicasPaths;
}): ManagedFieldsEntry[] | undefined {
  const { fieldManager, manager, live, before, after, paths } = input;
  const entries = managedFieldsOf(live);
  const managedFields = scaleManagedFields({ entries, paths });
  const written = fieldManager.update({
    live: withManagedFields({ object: before, managedFields }),
    object: after,
    manager,
    subresource: "scale",
  });
  const scaleEntries = managedFieldsOf(written);
  return parentManagedFields({ entries, scaleEntries, apiVersion: live.apiVersion, paths });
}

/**
 * Managed fields of the Scale of an object: who owns its replicas. Follows ScaleHandler.ToSubresource of apimachinery.
 *
 * @throws ManagedFieldsError
 */
export function scaleManagedFields(input: {
  readonly entries: readonly ManagedFieldsEntry[] | undefined;
  readonly paths: ReplicasPaths;
}): ManagedFieldsEntry[] | undefined {
  const { entries, paths } = input;
  const found = new Map<string, ManagedEntry>();
  for (const [id, entry] of decodeManagedFields(entries)) {
    const path = paths.get(entry.apiVersion);
    if (path === undefined || !entry.fields.has(path)) continue;
    const fields = FieldSet.of(scaleReplicas);
    found.set(id, { ...entry, apiVersion: scaleVersion, fields });
  }
  return encodeManagedFields(found);
}

/**
 * Managed fields of an object after its Scale was written: owners of the replicas that the Scale no longer has lose them, and
 * those that it has own them in the object. Entries that come from an update have no time, as in the server. Follows
 * ScaleHandler.ToParent of apimachinery.
 *
 * @throws ManagedFieldsError
 */
export function parentManagedFields(input: {
  /** Of the object, before. */
  readonly entries: readonly ManagedFieldsEntry[] | undefined;
  /** Of its Scale, after. */
  readonly scaleEntries: readonly ManagedFieldsEntry[] | undefined;
  /** Of the requests. */
  readonly apiVersion: string;
  readonly paths: ReplicasPaths;
}): ManagedFieldsEntry[] | undefined {
  const { entries, scaleEntries, apiVersion, paths } = input;
  const before = decodeManagedFields(entries);
  const scale = new Map(decodeManagedFields(scaleEntries));
  const after = new Map<string, ManagedEntry>();
  for (const [id, entry] of before) {
    if (!paths.has(entry.apiVersion)) continue;
    const path = paths.get(entry.apiVersion);
    if (path === undefined || !entry.fields.has(path) || scale.delete(id)) {
      after.set(id, entry);
      continue;
    }
    const fields = entry.fields.difference(FieldSet.of(path));
    if (!fields.isEmpty()) after.set(id, { ...entry, fields });
  }
  const path = paths.get(apiVersion);
  for (const [id, entry] of scale) {
    if (path === undefined || !entry.fields.has(scaleReplicas)) continue;
    after.set(id, { ...entry, apiVersion, fields: FieldSet.of(path), time: before.get(id)?.time });
  }
  return encodeManagedFields(after);
}
