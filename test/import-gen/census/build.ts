import type { JsonValue } from "../../../generators/model/index.js";
import type { JsonObject } from "../round-trip.js";

/** Something that occurs in real definitions, in a definition as small as can be. */
export interface Case {
  readonly name: string;
  readonly definition: JsonObject;
}

/** What a definition is made of; what is not named is as in most definitions. */
export interface Parts {
  /** The schema of the only version. */
  readonly root?: JsonObject;
  /** More fields of the only version. */
  readonly version?: JsonObject;
  readonly versions?: readonly JsonObject[];
  /** More fields of `spec.names`, instead of the usual ones. */
  readonly names?: JsonObject;
  /** More fields of `metadata`. */
  readonly metadata?: JsonObject;
  /** More fields of `spec`. */
  readonly spec?: JsonObject;
}

const usualNames = { kind: "Store", listKind: "StoreList", plural: "stores", singular: "store" };

/** A definition of stores. */
export function definition(parts: Parts): JsonObject {
  const { root = rootOf({}), version = {}, versions, names = usualNames, metadata, spec } = parts;
  return {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name: `${String(names["plural"])}.example.com`, ...metadata },
    spec: {
      group: "example.com",
      names,
      scope: "Namespaced",
      versions: versions ?? [versionOf({ root, ...version })],
      ...spec,
    },
  };
}

/** The version v1, which is served and stored, with this schema and these fields. */
export function versionOf(input: {
  readonly root: JsonObject;
  readonly [field: string]: JsonValue;
}): JsonObject {
  const { root, ...more } = input;
  return { name: "v1", served: true, storage: true, schema: { openAPIV3Schema: root }, ...more };
}

/** A root with the usual members, and a spec with these. */
export function rootOf(members: JsonObject): JsonObject {
  return struct({ ...meta, spec: struct(members) });
}

/** The members that each root has. */
export const meta: JsonObject = {
  apiVersion: { type: "string" },
  kind: { type: "string" },
  metadata: { type: "object" },
};

export const string: JsonObject = { type: "string" };
export const integer: JsonObject = { type: "integer" };
export const preserve: JsonObject = { "x-kubernetes-preserve-unknown-fields": true };
export const intOrString: JsonObject = {
  "x-kubernetes-int-or-string": true,
  anyOf: [{ type: "integer" }, { type: "string" }],
};

export function struct(properties: JsonObject, more: JsonObject = {}): JsonObject {
  return { type: "object", properties, ...more };
}

export function list(items: JsonObject, more: JsonObject = {}): JsonObject {
  return { type: "array", items, ...more };
}

export function map(additionalProperties: JsonObject, more: JsonObject = {}): JsonObject {
  return { type: "object", additionalProperties, ...more };
}
