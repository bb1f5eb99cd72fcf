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
    apiVersion: required(5, text),
    kind: required(1, text),
    name: required(3, text),
    uid: required(4, uid),
    controller: pointer(6, flag),
    blockOwnerDeletion: pointer(7, flag),
  },
});

const fieldsV1: GoType = { type: "any", id: `${meta}.FieldsV1` };

export const managedFieldsEntry = struct({
  id: `${meta}.ManagedFieldsEntry`,
  description: "ManagedFieldsEntry says which fields of an object a manager has set.",
  members: {
    manager: optional(1, text),
    operation: optional(2, named("v1.ManagedFieldsOperationType")),
    apiVersion: optional(3, text),
    time: pointer(4, time),
    fieldsType: optional(6, text),
    fieldsV1: pointer(7, fieldsV1),
    subresource: optional(8, text),
  },
});

export const objectMeta = struct({
  id: `${meta}.ObjectMeta`,
  description: "ObjectMeta is the metadata that all objects have.",
  members: {
    name: optional(1, text, "Name of the object, unique among its kind in the namespace."),
    generateName: optional(2, text, "Prefix of the name that the server makes when name is empty."),
    namespace: optional(3, text, "Namespace of the object."),
    selfLink: optional(4, text),
    uid: optional(5, uid, "Identity of the object in time and space; set by the server."),
    resourceVersion: optional(6, text, "Version of the object; set by the server."),
    generation: optional(7, int64, "Counts changes of what is wanted; set by the server."),
    creationTimestamp: pointer(8, time, "When the object was created; set by the server."),
    deletionTimestamp: pointer(9, time, "When the object is to go; set by the server."),
    deletionGracePeriodSeconds: pointer(10, int64),
    labels: optional(11, textMap, "Labels that selectors choose objects by."),
    annotations: optional(12, textMap, "Further data of tools and people."),
    ownerReferences: optional(13, listMap({ of: ownerReference, keys: ["uid"] })),
    finalizers: optional(
      14,
      { type: "list", of: text, list: { type: "set" } },
      "Names that keep the object until they are removed.",
    ),
    managedFields: optional(17, listOf(managedFieldsEntry)),
  },
});

export const labelSelectorRequirement = struct({
  id: `${meta}.LabelSelectorRequirement`,
  members: {
    key: required(1, text),
    operator: required(2, named("v1.LabelSelectorOperator")),
    values: optional(3, texts),
  },
});

export const labelSelector = struct({
  id: `${meta}.LabelSelector`,
  atomic: true,
  members: {
    matchLabels: optional(1, textMap),
    matchExpressions: optional(2, listOf(labelSelectorRequirement)),
  },
});

export const fieldSelectorRequirement = struct({
  id: `${meta}.FieldSelectorRequirement`,
  members: {
    key: required(1, text),
    operator: required(2, named("v1.FieldSelectorOperator")),
    values: optional(3, texts),
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
      kind: optional(0, text, "Kind of the object."),
      apiVersion: optional(0, text, "Group and version that the object is written in."),
      metadata:
        metadata === "required"
          ? required(1, objectMeta, "Metadata of the object.")
          : written(1, objectMeta, "Metadata of the object."),
      ...members,
    },
  });
}

export const preconditions = struct({
  id: `${meta}.Preconditions`,
  description: "Preconditions must be fulfilled before an operation is carried out.",
  members: { uid: pointer(1, text), resourceVersion: pointer(2, text) },
});

export const deleteOptions = struct({
  id: `${meta}.DeleteOptions`,
  description: "DeleteOptions are the options of a deletion.",
  members: {
    kind: optional(0, text),
    apiVersion: optional(0, text),
    gracePeriodSeconds: pointer(1, int64),
    preconditions: pointer(2, preconditions),
    orphanDependents: pointer(3, flag),
    propagationPolicy: pointer(4, text),
    dryRun: optional(5, texts),
  },
});
