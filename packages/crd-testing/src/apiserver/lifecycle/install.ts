import { type Clock, stringifyJSON } from "crd-runtime";
import { type FieldError, validateObjectMeta } from "crd-runtime/schema";
import type { ApiObject, JsonObject } from "../object.js";
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

/**
 * Creates an object as a request of the server itself would, without the request: decoded, defaulted, validated, stored.
 *
 * @throws StatusError 400, 409, 422
 */
export function installObject(
  installer: Installer,
  input: {
    readonly resource: ApiResource;
    /** Changed in place. */
    readonly object: JsonObject;
    /** Manager of its fields. */
    readonly manager: string;
    /** What else becomes of a valid object before it is stored. */
    readonly complete?: ((object: ApiObject) => ApiObject) | undefined;
  },
): void {
  const { resource, object, manager } = input;
  const { strategy } = resource;
  const unknown = strategy.prune(object);
  if (unknown.length > 0) {
    const fields = unknown.map((path) => `unknown field "${path}"`).join(", ");
    throw badRequest(`${resource.kind} cannot be installed: ${fields}`);
  }
  strategy.default(object);
  const decoded = withSystemFields(installer, asObject(object, resource));
  const managed = installer.managers.of(resource).update({
    live: undefined,
    object: decoded,
    manager,
    subresource: "",
  });
  strategy.prepareForCreate(managed);
  const errors = errorsOf(managed, resource);
  const name = managed.metadata.name ?? "";
  if (errors.length > 0) throw invalid({ kind: resource, name, errors });
  strategy.canonicalize?.(managed);
  const complete = input.complete?.(managed) ?? managed;
  const { metadata } = complete;
  const entry = installer.storage.create({
    storageKey: resource.storageKey,
    namespace: resource.namespaced ? (metadata.namespace ?? "") : "",
    name,
    encode(revision) {
      metadata.resourceVersion = String(revision);
      return {
        value: encoder.encode(stringifyJSON(complete)),
        labels: metadata.labels,
        fields: resource.fields.of(complete),
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

function withSystemFields({ clock, random }: Installer, object: ApiObject): ApiObject {
  object.metadata.uid = random.uid();
  object.metadata.creationTimestamp = timeOf(clock.now());
  delete object.metadata.resourceVersion;
  return object;
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
