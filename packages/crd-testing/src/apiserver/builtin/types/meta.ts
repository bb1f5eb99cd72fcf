import {
  flag,
  type GoStruct,
  type GoType,
  int64,
  listMap,
  listOf,
  named,
  optional,
  pointer,
  required,
  struct,
  text,
  textMap,
  texts,
  time,
  uid,
  written,
} from "./go-type.js";

const meta = "io.k8s.apimachinery.pkg.apis.meta.v1";

export const ownerReference = struct({
  id: `${meta}.OwnerReference`,
  atomic: true,
  description: "OwnerReference names an object that owns this one.",
  members: {
    apiVersion: required(text),
    kind: required(text),
    name: required(text),
    uid: required(uid),
    controller: pointer(flag),
    blockOwnerDeletion: pointer(flag),
  },
});

const fieldsV1: GoType = { type: "any", id: `${meta}.FieldsV1` };

export const managedFieldsEntry = struct({
  id: `${meta}.ManagedFieldsEntry`,
  description: "ManagedFieldsEntry says which fields of an object a manager has set.",
  members: {
    manager: optional(text),
    operation: optional(named("v1.ManagedFieldsOperationType")),
    apiVersion: optional(text),
    time: pointer(time),
    fieldsType: optional(text),
    fieldsV1: pointer(fieldsV1),
    subresource: optional(text),
  },
});

export const objectMeta = struct({
  id: `${meta}.ObjectMeta`,
  description: "ObjectMeta is the metadata that all objects have.",
  members: {
    name: optional(text, "Name of the object, unique among its kind in the namespace."),
    generateName: optional(text, "Prefix of the name that the server makes when name is empty."),
    namespace: optional(text, "Namespace of the object."),
    selfLink: optional(text),
    uid: optional(uid, "Identity of the object in time and space; set by the server."),
    resourceVersion: optional(text, "Version of the object; set by the server."),
    generation: optional(int64, "Counts changes of what is wanted; set by the server."),
    creationTimestamp: pointer(time, "When the object was created; set by the server."),
    deletionTimestamp: pointer(time, "When the object is to go; set by the server."),
    deletionGracePeriodSeconds: pointer(int64),
    labels: optional(textMap, "Labels that selectors choose objects by."),
    annotations: optional(textMap, "Further data of tools and people."),
    ownerReferences: optional(listMap({ of: ownerReference, keys: ["uid"] })),
    finalizers: optional(
      { type: "list", of: text, list: { type: "set" } },
      "Names that keep the object until they are removed.",
    ),
    managedFields: optional(listOf(managedFieldsEntry)),
  },
});

export const labelSelectorRequirement = struct({
  id: `${meta}.LabelSelectorRequirement`,
  members: {
    key: required(text),
    operator: required(named("v1.LabelSelectorOperator")),
    values: optional(texts),
  },
});

export const labelSelector = struct({
  id: `${meta}.LabelSelector`,
  atomic: true,
  members: {
    matchLabels: optional(textMap),
    matchExpressions: optional(listOf(labelSelectorRequirement)),
  },
});

export const fieldSelectorRequirement = struct({
  id: `${meta}.FieldSelectorRequirement`,
  members: {
    key: required(text),
    operator: required(named("v1.FieldSelectorOperator")),
    values: optional(texts),
  },
});

/** A kind: kind, apiVersion and metadata before its own members. */
export function kindStruct(input: {
  readonly id: string;
  readonly description: string;
  readonly members: Parameters<typeof struct>[0]["members"];
  /** Whether the schema wants metadata. */
  readonly metadata?: "optional" | "required";
}): GoStruct {
  const { id, description, members, metadata = "optional" } = input;
  return struct({
    id,
    description,
    members: {
      kind: optional(text, "Kind of the object."),
      apiVersion: optional(text, "Group and version that the object is written in."),
      metadata:
        metadata === "required"
          ? required(objectMeta, "Metadata of the object.")
          : written(objectMeta, "Metadata of the object."),
      ...members,
    },
  });
}
