import { refTo, type Schema } from "./schema.js";

const meta = "io.k8s.apimachinery.pkg.apis.meta.v1";

const text: Schema = { type: "string" };
const flag: Schema = { type: "boolean" };
const int32: Schema = { type: "integer", format: "int32" };
const int64: Schema = { type: "integer", format: "int64" };
const time = refTo(`${meta}.Time`);
const textMap: Schema = { type: "object", additionalProperties: text };
const atomic = { "x-kubernetes-list-type": "atomic" } as const;

function listOf(items: Schema, facts: Schema = atomic): Schema {
  return { type: "array", items, ...facts };
}

function struct(input: {
  readonly description: string;
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly facts?: Schema;
}): Schema {
  const { description, properties, required, facts } = input;
  return {
    description,
    type: "object",
    properties,
    ...(required !== undefined && { required }),
    ...facts,
  };
}

/** What every object says of its type. */
export const typeMetaProperties: Readonly<Record<string, Schema>> = {
  apiVersion: { ...text, description: "Group and version that the object is written in." },
  kind: { ...text, description: "Kind of the object." },
};

/**
 * The types of apimachinery under the names and with the structure, lists and formats that kube-openapi gives them. The
 * zero values that Go has as defaults are left out: nothing sets them.
 */
export const metaDefinitions = {
  TypeMeta: struct({
    description: "TypeMeta says which kind an object is.",
    properties: typeMetaProperties,
  }),
  ObjectMeta: struct({
    description: "ObjectMeta is the metadata that all objects have.",
    properties: {
      name: { ...text, description: "Name of the object, unique among its kind in the namespace." },
      generateName: {
        ...text,
        description: "Prefix of the name that the server makes when name is empty.",
      },
      namespace: { ...text, description: "Namespace of the object." },
      selfLink: text,
      uid: {
        ...text,
        description: "Identity of the object in time and space; set by the server.",
      },
      resourceVersion: { ...text, description: "Version of the object; set by the server." },
      generation: { ...int64, description: "Counts changes of what is wanted; set by the server." },
      creationTimestamp: {
        allOf: [time],
        description: "When the object was created; set by the server.",
      },
      deletionTimestamp: {
        allOf: [time],
        description: "When the object is to go; set by the server.",
      },
      deletionGracePeriodSeconds: int64,
      labels: { ...textMap, description: "Labels that selectors choose objects by." },
      annotations: { ...textMap, description: "Further data of tools and people." },
      ownerReferences: listOf(refTo(`${meta}.OwnerReference`), {
        "x-kubernetes-list-type": "map",
        "x-kubernetes-list-map-keys": ["uid"],
        "x-kubernetes-patch-strategy": "merge",
        "x-kubernetes-patch-merge-key": "uid",
      }),
      finalizers: listOf(text, {
        description: "Names that keep the object until they are removed.",
        "x-kubernetes-list-type": "set",
        "x-kubernetes-patch-strategy": "merge",
      }),
      managedFields: listOf(refTo(`${meta}.ManagedFieldsEntry`)),
    },
  }),
  ListMeta: struct({
    description: "ListMeta is the metadata that all lists have.",
    properties: {
      selfLink: text,
      resourceVersion: text,
      continue: text,
      remainingItemCount: int64,
    },
  }),
  OwnerReference: struct({
    description: "OwnerReference names an object that owns this one.",
    properties: {
      apiVersion: text,
      kind: text,
      name: text,
      uid: text,
      controller: flag,
      blockOwnerDeletion: flag,
    },
    required: ["apiVersion", "kind", "name", "uid"],
    facts: { "x-kubernetes-map-type": "atomic" },
  }),
  FieldsV1: {
    description: "FieldsV1 is a set of fields, as server-side apply writes it.",
    type: "object",
  },
  ManagedFieldsEntry: struct({
    description: "ManagedFieldsEntry says which fields of an object a manager has set.",
    properties: {
      manager: text,
      operation: text,
      apiVersion: text,
      time,
      fieldsType: text,
      fieldsV1: refTo(`${meta}.FieldsV1`),
      subresource: text,
    },
  }),
  Condition: struct({
    description: "Condition is one aspect of the observed state of an object.",
    properties: {
      type: { ...text, description: "One CamelCase word, unique within the list." },
      status: { ...text, description: "True, False or Unknown." },
      observedGeneration: int64,
      lastTransitionTime: { allOf: [time], description: "When status last changed." },
      reason: { ...text, description: "Why status last changed: one CamelCase word." },
      message: { ...text, description: "For people; may be empty." },
    },
    required: ["type", "status", "lastTransitionTime", "reason", "message"],
  }),
  LabelSelectorRequirement: struct({
    description: "LabelSelectorRequirement is one requirement of a label selector.",
    properties: { key: text, operator: text, values: listOf(text) },
    required: ["key", "operator"],
  }),
  LabelSelector: struct({
    description: "LabelSelector selects objects by their labels; empty selects everything.",
    properties: {
      matchLabels: textMap,
      matchExpressions: listOf(refTo(`${meta}.LabelSelectorRequirement`)),
    },
    facts: { "x-kubernetes-map-type": "atomic" },
  }),
  Status: struct({
    description: "Status is the answer to calls that return no other object.",
    properties: {
      ...typeMetaProperties,
      metadata: refTo(`${meta}.ListMeta`),
      status: text,
      message: text,
      reason: text,
      details: refTo(`${meta}.StatusDetails`),
      code: int32,
    },
  }),
  StatusDetails: struct({
    description: "StatusDetails says more about a failure.",
    properties: {
      name: text,
      group: text,
      kind: text,
      uid: text,
      causes: listOf(refTo(`${meta}.StatusCause`)),
      retryAfterSeconds: int32,
    },
  }),
  StatusCause: struct({
    description: "StatusCause is one of the reasons of a failure.",
    properties: { reason: text, message: text, field: text },
  }),
  Time: {
    description: "Time is a moment as RFC 3339 writes it, with whole seconds.",
    type: "string",
    format: "date-time",
  },
  MicroTime: {
    description: "MicroTime is a moment as RFC 3339 writes it, with microseconds.",
    type: "string",
    format: "date-time",
  },
  Duration: {
    description: "Duration is a span of time as Go writes it: 1h30m, 250ms.",
    type: "string",
  },
} as const satisfies Readonly<Record<string, Schema>>;
