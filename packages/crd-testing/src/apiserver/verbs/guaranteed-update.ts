import { invalid as invalidField } from "crd-runtime/schema";
import { ignoreManagedFieldsTimestamps } from "../managedfields/index.js";
import type { ApiObject, Metadata } from "../object.js";
import type { WriteOptions } from "../request/options/write-options.js";
import { conflict, invalid, notFound, objectModified, unknownError } from "../status/index.js";
import type { StorageEntry } from "../storage/entry.js";
import { beforeUpdate } from "./before-update.js";
import { insert } from "./create.js";
import { type LiveObject, liveObject } from "./live-object.js";
import type { ObjectKey } from "./object-store.js";
import type { Registry, ResourceRequest } from "./registry.js";
import type { VerbResult } from "./result.js";
import { ensureNamespace, wipeSystemFields } from "./system-fields.js";
import { writeUpdate } from "./write-update.js";

/** A change of an object that may have to be made several times, because others change it meanwhile. */
export interface Change {
  readonly registry: Registry;
  readonly request: ResourceRequest;
  readonly options: WriteOptions;
  /** The uid that the object must have. */
  readonly uid: string | undefined;
  /** Makes the object when there is none: "strategy" leaves it to the resource. */
  readonly whenMissing: "create" | "fail" | "strategy";
  /**
   * What becomes of the object; undefined: there is none. Called again for each newer state; it must not change it.
   *
   * @throws StatusError
   */
  updated(live: ApiObject | undefined): Changed;
}

/** What becomes of an object. */
export interface Changed {
  readonly object: ApiObject;
  /**
   * The server stores it as it is and completes it when it reads it (`finalizers: []` goes, defaults come): an update that
   * changes nothing writes other bytes then, and so is not without an effect.
   */
  readonly raw: boolean;
  /** Metadata as it was applied: an object that goes with the last finalizer is told with it. */
  readonly applied?: Metadata;
}

/**
 * Changes the current state of an object, anew when somebody else was faster. Follows Update of apiserver's registry.Store
 * and GuaranteedUpdate of its storage.
 *
 * @throws or rejects with a StatusError
 */
export function guaranteedUpdate(change: Change): VerbResult | Promise<VerbResult> {
  const { registry, request } = change;
  const { resource, name } = request;
  const key = { resource, name, namespace: resource.namespaced ? request.namespace : "" };
  const entry = registry.store.read(key);
  if (entry === undefined) return createInstead({ change, key });
  const live = liveObject({ resource, entry });
  return live instanceof Promise
    ? live.then((found) => replace({ change, key, live: found }))
    : replace({ change, key, live });
}

function createInstead(input: {
  readonly change: Change;
  readonly key: ObjectKey;
}): VerbResult | Promise<VerbResult> {
  const { change, key } = input;
  const { registry, request, options, uid, whenMissing } = change;
  const { resource } = request;
  const creates = whenMissing === "create" || resource.strategy.allowCreateOnUpdate;
  if (whenMissing === "fail" || !creates) throw notFound(key);
  if (uid !== undefined) throw preconditionFailed({ key, uid, found: "" });
  const { object, raw } = change.updated(undefined);
  if ((object.metadata.uid ?? "") !== "") {
    const message = `uid mismatch: the provided object specified uid ${object.metadata.uid}, and no existing object was found`;
    throw conflict({ ...key, message });
  }
  wipeSystemFields(object.metadata);
  assertVersion(object.metadata.resourceVersion ?? "");
  // A dry run answers with the one that was given.
  if (!options.dryRun) delete object.metadata.resourceVersion;
  return insert({ registry, request, object, raw, options });
}

function replace(input: {
  readonly change: Change;
  readonly key: ObjectKey;
  readonly live: LiveObject;
}): VerbResult | Promise<VerbResult> {
  const { change, key, live } = input;
  const { request, uid } = change;
  const { resource, subresource, warnings } = request;
  const old = live.object;
  if (uid !== undefined && uid !== (old.metadata.uid ?? "")) {
    throw preconditionFailed({ key, uid, found: old.metadata.uid ?? "" });
  }
  const { object: changed, raw, applied } = change.updated(old);
  checkVersion({ object: changed, key, entry: live.entry });
  ensureNamespace(changed, key.namespace);
  beforeUpdate({ resource, object: changed, old, subresource, warnings });
  const object = raw ? changed : ignoreManagedFieldsTimestamps({ object: changed, old });
  return writeUpdate({ change, key, live, object, raw, applied });
}

/**
 * An object without resourceVersion takes the place of any where its resource allows that; any other must name the current
 * one.
 */
function checkVersion(input: {
  readonly object: ApiObject;
  readonly key: ObjectKey;
  readonly entry: StorageEntry;
}): void {
  const { object, key, entry } = input;
  const { resource, name } = key;
  const current = String(entry.revision);
  const version = object.metadata.resourceVersion ?? "";
  if (version === current) return;
  assertVersion(version);
  const none = version === "" || /^0+$/.test(version);
  if (none && resource.strategy.allowUnconditionalUpdate) {
    object.metadata.resourceVersion = current;
    return;
  }
  if (!none) throw objectModified(key);
  const error = invalidField({
    field: "metadata.resourceVersion",
    value: 0,
    detail: "must be specified for an update",
  });
  const kind = { group: resource.group, kind: resource.resource };
  throw invalid({ kind, name, errors: [error] });
}

/** @throws StatusError 500 when a resourceVersion is no number */
function assertVersion(version: string): void {
  if (version === "" || /^\d+$/.test(version)) return;
  throw unknownError(`strconv.ParseUint: parsing ${JSON.stringify(version)}: invalid syntax`);
}

function preconditionFailed(input: {
  readonly key: ObjectKey;
  readonly uid: string;
  readonly found: string;
}): Error {
  const { key, uid, found } = input;
  return storagePrecondition({
    key,
    problem: `UID in precondition: ${uid}, UID in object meta: ${found}`,
  });
}

/** 409 in the words of storage. */
export function storagePrecondition(input: {
  readonly key: ObjectKey;
  readonly problem: string;
}): Error {
  const { key, problem } = input;
  const { resource, namespace, name } = key;
  const path = ["/registry", resource.group, resource.resource, namespace, name]
    .filter((part) => part !== "")
    .join("/");
  return conflict({
    ...key,
    message: `StorageError: invalid object, Code: 4, Key: ${path}, ResourceVersion: 0, AdditionalErrorMsg: Precondition failed: ${problem}`,
  });
}
