import type { ApiObject, JsonObject } from "../object.js";
import { assertBodyFits } from "../request/body/limit.js";
import { type DeleteOptions, deleteOptions } from "../request/options/delete-options.js";
import { conflict, notFound } from "../status/index.js";
import { finalizersOnDelete } from "./finalizers.js";
import { type LiveObject, liveObject } from "./live-object.js";
import type { ObjectKey } from "./object-store.js";
import type { Registry, ResourceRequest } from "./registry.js";
import type { VerbResult } from "./result.js";
import { rfc3339 } from "./system-fields.js";
import { isUnchanged } from "./write-update.js";

/** DELETE: deletes an object, or begins to. @throws or rejects with a StatusError */
export function deleteObject(
  registry: Registry,
  request: ResourceRequest,
): VerbResult | Promise<VerbResult> {
  assertBodyFits(request.body);
  const options = deleteOptions(request);
  const { resource, name } = request;
  const key = { resource, name, namespace: resource.namespaced ? request.namespace : "" };
  return deleteByKey({ registry, key, options });
}

/** Deletes the object of a key; Delete of apiserver's registry.Store. */
export function deleteByKey(input: {
  readonly registry: Registry;
  readonly key: ObjectKey;
  readonly options: DeleteOptions;
}): VerbResult | Promise<VerbResult> {
  const { registry, key } = input;
  const entry = registry.store.read(key);
  if (entry === undefined) throw notFound(key);
  const live = liveObject({ resource: key.resource, entry });
  return live instanceof Promise
    ? live.then((found) => deleteLive({ ...input, live: found }))
    : deleteLive({ ...input, live });
}

interface Deletion {
  readonly registry: Registry;
  readonly key: ObjectKey;
  readonly options: DeleteOptions;
  readonly live: LiveObject;
}

function deleteLive(deletion: Deletion): VerbResult | Promise<VerbResult> {
  const { key, options, live } = deletion;
  const { strategy } = key.resource;
  checkPreconditions(deletion);
  const deleting = live.object.metadata.deletionTimestamp !== undefined;
  if (strategy.beginDeletion !== undefined && !deleting) return begin(deletion);
  if (deleting && strategy.mayBeRemoved?.(live.object) === false) {
    return { code: 200, entry: live.entry };
  }
  const finalizers = finalizersOnDelete({ strategy, object: live.object, options });
  return finalizers.length > 0 ? mark({ ...deletion, finalizers }) : remove(deletion);
}

/** The first DELETE of an object whose resource has a way of its own. */
function begin(deletion: Deletion): VerbResult | Promise<VerbResult> {
  const { registry, key, options, live } = deletion;
  const { strategy } = key.resource;
  const { object } = live;
  const marked: ApiObject = { ...object, metadata: { ...object.metadata } };
  marked.metadata.deletionTimestamp = rfc3339(registry.clock.now());
  const finalizers = finalizersOnDelete({ strategy, object, options });
  if (finalizers.length > 0) marked.metadata.finalizers = [...finalizers];
  strategy.beginDeletion?.(marked);
  return write({ deletion, object: marked });
}

/** An object with finalizers is only marked: whoever they name finishes the deletion. */
function mark(
  input: Deletion & { readonly finalizers: readonly string[] },
): VerbResult | Promise<VerbResult> {
  const { registry, live, finalizers } = input;
  const { metadata, ...rest } = live.object;
  const marked = { ...rest, metadata: { ...metadata } } as ApiObject;
  if (finalizers.length > 0) marked.metadata.finalizers = [...finalizers];
  else delete marked.metadata.finalizers;
  if (metadata.deletionTimestamp === undefined) {
    marked.metadata.deletionTimestamp = rfc3339(registry.clock.now());
    if ((metadata.generation ?? 0) > 0) marked.metadata.generation = (metadata.generation ?? 0) + 1;
  }
  marked.metadata.deletionGracePeriodSeconds = 0;
  return write({ deletion: input, object: marked });
}

function write(input: {
  readonly deletion: Deletion;
  readonly object: ApiObject;
}): VerbResult | Promise<VerbResult> {
  const { deletion, object } = input;
  const { registry, key, options, live } = deletion;
  // The server tells 202 when a client has asked for dependents to go first.
  const code = options.orphanDependents === false ? 202 : 200;
  if (options.dryRun) return { code, object };
  const store = (stored: ApiObject): VerbResult | Promise<VerbResult> => {
    if (isUnchanged({ live, stored, key, raw: false })) return { code, entry: live.entry };
    const entry = registry.store.update({
      ...key,
      object: stored,
      raw: false,
      expected: live.entry,
    });
    return entry === undefined ? deleteByKey(deletion) : { code, entry };
  };
  const stored = key.resource.conversion.toStorage(object);
  return stored instanceof Promise ? stored.then(store) : store(stored);
}

function remove(deletion: Deletion): VerbResult | Promise<VerbResult> {
  const { registry, key, options, live } = deletion;
  if (options.dryRun) return { code: 200, object: answerOf(deletion) };
  const revision = registry.store.remove({ ...key, expected: live.entry });
  if (revision === undefined) return deleteByKey(deletion);
  live.object.metadata.resourceVersion = String(revision);
  return { code: 200, object: answerOf(deletion) };
}

/** What is answered when the object is gone: a Status, or the object itself where the resource says so. */
function answerOf(deletion: Deletion): JsonObject {
  const { key, live } = deletion;
  const { resource, name } = key;
  if (resource.returnsDeletedObject === true) return live.object;
  return {
    kind: "Status",
    apiVersion: "v1",
    metadata: {},
    status: "Success",
    details: {
      name,
      ...(resource.group === "" ? {} : { group: resource.group }),
      kind: resource.resource,
      uid: live.object.metadata.uid ?? "",
    },
  };
}

/** @throws StatusError 409 */
function checkPreconditions(deletion: Deletion): void {
  const { key, options, live } = deletion;
  const { uid, resourceVersion } = options.preconditions;
  const { metadata } = live.object;
  const subject = {
    resource: { group: key.resource.group, resource: key.resource.kind },
    name: key.name,
  };
  if (uid !== undefined && uid !== metadata.uid) {
    throw conflict({
      ...subject,
      message: `the UID in the precondition (${uid}) does not match the UID in record (${metadata.uid}). The object might have been deleted and then recreated`,
    });
  }
  if (resourceVersion !== undefined && resourceVersion !== metadata.resourceVersion) {
    throw conflict({
      ...subject,
      message: `the ResourceVersion in the precondition (${resourceVersion}) does not match the ResourceVersion in record (${metadata.resourceVersion}). The object might have been modified`,
    });
  }
}
