import { type Clock, stringifyJSON } from "crd-runtime";
import { type FieldError, validateObjectMeta } from "crd-runtime/schema";
import type { ApiObject, JsonObject, Metadata } from "../object.js";
import type { ApiResource } from "../resources/resource.js";
import { alreadyExists, badRequest, invalid } from "../status/index.js";
import type { Storage } from "../storage/index.js";
import { timeOf } from "../time.js";
import type { FieldManagers } from "../verbs/field-managers.js";
import { objectMetaOf } from "../verbs/live-object.js";
import type { Random } from "../verbs/random.js";

const encoder = new TextEncoder();

/** What installing objects works with. */
export interface Installer {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly random: Random;
  readonly managers: FieldManagers;
}

/** An object that the server creates as a request of its own would, without the request. */
export interface Installation {
  readonly resource: ApiResource;
  /** Changed in place. */
  readonly object: JsonObject;
  /** Manager of its fields. */
  readonly manager: string;
}

/** What the server gives a new object. */
export interface Birth {
  readonly uid: string;
  /** Milliseconds since 1970. */
  readonly time: number;
}

export function birth({ clock, random }: Installer): Birth {
  return { uid: random.uid(), time: clock.now() };
}

/**
 * Creates an object that the server begins with: valid, and new. It is decoded, defaulted and validated when somebody looks at
 * it.
 */
export function installObject(installer: Installer, installation: Installation): void {
  const { resource, object, manager } = installation;
  const born = birth(installer);
  storeLazily({
    installer,
    resource,
    // Ours, so it has a name.
    metadata: object["metadata"] as Metadata,
    make() {
      const managed = installer.managers.of(resource).update({
        live: undefined,
        object: decoded(installation, born),
        manager,
        subresource: "",
        time: born.time,
      });
      completed(resource, managed);
      return managed;
    },
  });
}

/** The object as its strategy reads it. @throws StatusError 400 */
export function decoded({ resource, object }: Installation, born: Birth): ApiObject {
  const { strategy, kind } = resource;
  const unknown = strategy.prune(object);
  if (unknown.length > 0) {
    const fields = unknown.map((path) => `unknown field "${path}"`).join(", ");
    throw badRequest(`${kind} cannot be installed: ${fields}`);
  }
  strategy.default(object);
  const typed = asObject(object, resource);
  typed.metadata.uid = born.uid;
  typed.metadata.creationTimestamp = timeOf(born.time);
  delete typed.metadata.resourceVersion;
  return typed;
}

/** Makes a decoded object what its strategy stores. @throws StatusError 422 */
export function completed(resource: ApiResource, object: ApiObject): void {
  const { strategy } = resource;
  strategy.prepareForCreate(object);
  const errors = errorsOf(object, resource);
  const { name = "" } = object.metadata;
  if (errors.length > 0) throw invalid({ kind: resource, name, errors });
  strategy.canonicalize?.(object);
}

/** Stores an object that is made when somebody looks at it. @throws StatusError 409 */
export function storeLazily(input: {
  readonly installer: Installer;
  readonly resource: ApiResource;
  readonly metadata: Metadata;
  readonly make: () => ApiObject;
}): void {
  const { installer, resource, metadata, make } = input;
  const { name = "", namespace = "" } = metadata;
  const entry = installer.storage.createLazily({
    storageKey: resource.storageKey,
    namespace: resource.namespaced ? namespace : "",
    name,
    encode(revision) {
      const object = make();
      object.metadata.resourceVersion = String(revision);
      return {
        value: encoder.encode(stringifyJSON(object)),
        labels: object.metadata.labels,
        fields: resource.fields.of(object),
        epoch: resource.epoch,
      };
    },
  });
  if (entry === undefined) throw alreadyExists({ resource, name });
}

function asObject(object: JsonObject, resource: ApiResource): ApiObject {
  const { group, version, kind } = resource;
  const apiVersion = group === "" ? version : `${group}/${version}`;
  if (object["kind"] !== kind || object["apiVersion"] !== apiVersion) {
    throw badRequest(`${String(object["kind"])} cannot be installed as ${kind} of ${apiVersion}`);
  }
  // Its strategy has decoded it, metadata included.
  return object as ApiObject;
}

function errorsOf(object: ApiObject, resource: ApiResource): readonly FieldError[] {
  const metadata = objectMetaOf(object.metadata);
  const scope = resource.namespaced ? "Namespaced" : "Cluster";
  const { validateName } = resource.strategy;
  return [
    ...validateObjectMeta({ metadata, scope, validateName }),
    ...resource.strategy.validate(object),
  ];
}
