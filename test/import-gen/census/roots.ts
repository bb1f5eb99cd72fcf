import type { JsonObject } from "../round-trip.js";
import { integer, list, map, meta, preserve, string, struct } from "./build.js";

const spec = struct({ a: string });
const status = struct({ b: integer });
const { apiVersion = {}, kind = {}, metadata = {} } = meta;

const standard = {
  apiVersion:
    "APIVersion defines the versioned schema of this representation of an object.\nServers should convert recognized schemas to the latest internal value, and\nmay reject unrecognized values.\nMore info: https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md#resources",
  kind: "Kind is a string value representing the REST resource this object represents.\nServers may infer this from the endpoint the client submits requests to.\nCannot be updated.\nIn CamelCase.\nMore info: https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md#types-kinds",
};
const oneLine = {
  apiVersion: standard.apiVersion.replaceAll("\n", " "),
  kind: standard.kind.replaceAll("\n", " "),
};

function described(from: { readonly apiVersion: string; readonly kind: string }): JsonObject {
  return {
    apiVersion: { ...string, description: from.apiVersion },
    kind: { ...string, description: from.kind },
    metadata,
  };
}

/** Roots, whole. */
export const roots: readonly JsonObject[] = [
  struct(meta),
  struct({ ...meta, spec }),
  struct({ ...described(standard), spec, status }),
  struct({ ...described(oneLine), spec, status }),
  struct({ ...described({ apiVersion: "Ours.", kind: "Ours, too." }), spec }),
  struct({ ...described({ ...standard, kind: oneLine.kind }), spec }),
  struct({ ...described({ ...standard, kind: "Ours." }), spec }),
  struct({ spec }),
  struct({ spec, status }),
  struct({ metadata, spec }),
  struct({ apiVersion, kind, spec }),
  struct({ kind, spec }),
  struct({ apiVersion, spec }),
  struct({ apiVersion, metadata, spec }),
  struct({ status }),
  struct({ data: map(string) }),
  struct({ ...meta, data: { type: "object", ...preserve } }),
  struct({ ...meta, report: struct({ a: string }), releaseSeries: list(struct({ b: string })) }),
  struct(
    { ...meta, roleRef: struct({ name: string }), subjects: list(string) },
    { required: ["roleRef"] },
  ),
  struct(
    { ...meta, spec: { ...spec, description: "Spec." } },
    { description: "Store is a store." },
  ),
  struct({ ...meta, spec }, { description: "" }),
  struct({ ...meta, spec }, { required: ["spec"] }),
  struct({ ...meta, spec, status }, { required: ["metadata", "spec", "status"] }),
  struct({ ...meta, spec }, { required: ["apiVersion", "kind", "metadata", "spec"] }),
  struct({ ...meta, spec }, { required: ["spec", "kind", "apiVersion"] }),
  struct({ ...meta, spec }, { required: ["undeclared"] }),
  struct({ ...meta, metadata: struct({ name: { ...string, maxLength: 63 } }), spec }),
  struct({ ...meta, metadata: struct({ name: { ...string, pattern: "^*/$" } }), spec }),
  struct({
    ...meta,
    metadata: struct({ name: string, generateName: { ...string, maxLength: 9 } }),
    spec,
  }),
  struct({ metadata: struct({ name: { ...string, enum: ["default"] } }), spec }),
  struct(
    { ...meta, spec },
    { "x-kubernetes-validations": [{ rule: "self.metadata.name == 'a'", message: "only a" }] },
  ),
  struct(
    { ...meta, spec, status },
    {
      "x-kubernetes-validations": [
        { rule: "has(self.spec)" },
        { rule: "self.spec == oldSelf.spec", reason: "FieldValueForbidden", fieldPath: ".spec" },
      ],
      description: "A store.",
      required: ["spec"],
    },
  ),
  { type: "object" },
  { type: "object", ...preserve },
  { type: "object", description: "A store." },
  { type: "object", description: "A store.", ...preserve },
  struct({}),
  struct({}, preserve),
  struct({ ...meta, spec }, preserve),
  struct({ spec, status }, preserve),
  struct({ ...meta, spec: preserve, status: preserve }),
  struct({
    ...meta,
    spec: { type: "object", ...preserve },
    status: { type: "object", ...preserve },
  }),
  struct({
    ...meta,
    spec: struct({ a: string }, preserve),
    status: struct({ a: string }, preserve),
  }),
  struct({ spec: { type: "object" }, status: { type: "object" } }),
  struct({ ...meta, spec: string }),
  struct({ ...meta, spec: list(string) }),
  struct({ ...meta, spec: map(string) }),
  struct({ ...meta, spec: { ...spec, nullable: true }, status: { ...status, nullable: true } }),
  struct({ ...meta, spec: { ...spec, default: {} }, status: { ...status, default: { b: 1 } } }),
  struct({ ...meta, spec }, { title: "A title", externalDocs: { url: "https://example.com" } }),
  struct({ ...meta, spec }, { example: { spec: { a: "b" } } }),
  struct({ ...meta, Spec: spec, spec }),
  struct({ ...meta, items: list(string) }),
];

/** Roots that the API server refuses where there is a status. */
export const rootsWithoutStatus: readonly JsonObject[] = [
  struct({ ...meta, spec }, { oneOf: [{ required: ["spec"] }, { required: ["data"] }] }),
  struct({ ...meta, spec }, { "x-kubernetes-map-type": "atomic" }),
  struct({ ...meta, spec }, { minProperties: 1 }),
];
