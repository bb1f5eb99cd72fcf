import type { ApiObject } from "../object.js";
import { decodeObject } from "../request/body/decode-object.js";
import { assertBodyFits } from "../request/body/limit.js";
import { managerOf } from "../request/options/field-manager.js";
import { createOptions, type WriteOptions } from "../request/options/write-options.js";
import {
  alreadyExists,
  forbidden,
  generateNameConflict,
  StatusError,
  unknownError,
} from "../status/index.js";
import { beforeCreate } from "./before-create.js";
import { copyOf } from "./live-object.js";
import { dedupOwnerReferences } from "./owner-references.js";
import type { Registry, ResourceRequest } from "./registry.js";
import type { VerbResult } from "./result.js";
import {
  ensureNamespace,
  fillSystemFields,
  generatedName,
  wipeSystemFields,
} from "./system-fields.js";

/** How often a generated name is made anew when it is taken. */
const maxGeneratedNames = 8;

/** POST: creates an object. @throws or rejects with a StatusError */
export function createObject(
  registry: Registry,
  request: ResourceRequest,
): VerbResult | Promise<VerbResult> {
  assertBodyFits(request.body);
  const { resource, body, contentType, warnings, userAgent } = request;
  const options = createOptions(request.query);
  const { fieldManager, fieldValidation } = options;
  const object = decodeObject({ resource, body, contentType, warnings, fieldValidation });
  wipeSystemFields(object.metadata);
  ensureNamespace(object, namespaceOf(request));
  dedupOwnerReferences({ object, when: "decoded", warnings });
  const managed = registry.managers.of(resource).update({
    live: undefined,
    object,
    manager: managerOf({ fieldManager, userAgent }),
    subresource: request.subresource,
  });
  if (resource.review !== undefined) return answerReview(request, managed);
  return insert({ registry, request, object: managed, raw: false, options });
}

/** Admits, completes, validates and stores a new object, whose managedFields are set. */
export function insert(input: {
  readonly registry: Registry;
  readonly request: ResourceRequest;
  readonly object: ApiObject;
  readonly raw: boolean;
  readonly options: WriteOptions;
}): VerbResult | Promise<VerbResult> {
  const { registry, request, object, raw, options } = input;
  admitCreate({ registry, request, object });
  const generated = needsName(object);
  // Strategies change what they prepare, and a taken name begins again.
  const pristine = generated ? copyOf(object) : object;
  const attempt = (count: number): VerbResult | Promise<VerbResult> => {
    const next = count > 1 ? copyOf(pristine) : object;
    const done = insertOnce({ registry, request, object: next, raw, options });
    const retry = (result: VerbResult | undefined): VerbResult | Promise<VerbResult> => {
      if (result !== undefined) return result;
      if (generated && count < maxGeneratedNames) return attempt(count + 1);
      throw nameTaken({ registry, request, object: next });
    };
    return done instanceof Promise ? done.then(retry) : retry(done);
  };
  return attempt(1);
}

/** Undefined: the name is taken. */
function insertOnce(input: {
  readonly registry: Registry;
  readonly request: ResourceRequest;
  readonly object: ApiObject;
  readonly raw: boolean;
  readonly options: WriteOptions;
}): VerbResult | undefined | Promise<VerbResult | undefined> {
  const { registry, request, object, raw, options } = input;
  const { resource, warnings } = request;
  const { metadata } = object;
  const { clock, random } = registry;
  fillSystemFields({ metadata, clock, random });
  if (needsName(object)) {
    metadata.name = generatedName({ random, generateName: metadata.generateName ?? "" });
  }
  beforeCreate({ resource, object, warnings });
  const namespace = resource.namespaced ? request.namespace : "";
  const name = object.metadata.name ?? "";
  const key = { resource, namespace, name };
  if (options.dryRun) {
    if (registry.store.read(key) !== undefined) return undefined;
    return { code: 201, object };
  }
  if (/^[1-9]\d*$/.test(object.metadata.resourceVersion ?? "")) {
    throw unknownError("resourceVersion should not be set on objects to be created");
  }
  const store = (stored: ApiObject): VerbResult | undefined => {
    const entry = registry.store.create({ resource, namespace, name, object: stored, raw });
    return entry === undefined ? undefined : { code: 201, entry };
  };
  const stored = resource.conversion.toStorage(object);
  return stored instanceof Promise ? stored.then(store) : store(stored);
}

/** @throws StatusError when nothing may be created here */
export function admitCreate(input: {
  readonly registry: Registry;
  readonly request: ResourceRequest;
  readonly object: ApiObject;
}): void {
  const { registry, request, object } = input;
  const { resource, namespace } = request;
  const { name = "", generateName = "" } = object.metadata;
  const shown = request.name || name || generateName || "Unknown";
  if (resource.terminating === true) {
    const message = "create not allowed while custom resource definition is terminating";
    throw forbidden({ resource, name: shown, message });
  }
  if (!resource.namespaced) return;
  registry.namespaces.check({ resource, name: shown, namespace, verb: "create" });
}

function nameTaken(input: {
  readonly registry: Registry;
  readonly request: ResourceRequest;
  readonly object: ApiObject;
}): StatusError {
  const { registry, request, object } = input;
  const { resource } = request;
  const { name = "", generateName = "" } = object.metadata;
  const error =
    generateName === ""
      ? alreadyExists({ resource, name })
      : generateNameConflict({ resource, name });
  const entry = registry.store.read({ ...request, name });
  const deleting =
    entry !== undefined && Buffer.from(entry.value).includes('"deletionTimestamp":"');
  if (!deleting) return error;
  return new StatusError({
    ...error.status,
    message: `object is being deleted: ${error.message}`,
  });
}

async function answerReview(request: ResourceRequest, object: ApiObject): Promise<VerbResult> {
  const { resource, user, namespace } = request;
  const answer = await resource.review?.answer({ object, user, namespace });
  return { code: 201, object: answer ?? object };
}

/** An object of namespaces is not in one, whatever the path looks like. */
function namespaceOf(request: ResourceRequest): string {
  return request.resource.namespaced ? request.namespace : "";
}

function needsName(object: ApiObject): boolean {
  const { name = "", generateName = "" } = object.metadata;
  return name === "" && generateName !== "";
}
