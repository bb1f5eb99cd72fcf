import {
  flag,
  type GoStruct,
  int32,
  int64,
  listOf,
  optional,
  pointer,
  required,
  struct,
  text,
  texts,
  written,
} from "../builtin/types/go-type.js";
import { managedFieldsEntry, objectMeta, ownerReference } from "../builtin/types/meta.js";

const meta = "io.k8s.apimachinery.pkg.apis.meta.v1";
const scale = "io.k8s.api.autoscaling.v1";

const shardInfo = struct({
  id: `${meta}.ShardInfo`,
  description: "ShardInfo says which part of a collection a list is.",
  members: { selector: required(text) },
});

const listMeta = struct({
  id: `${meta}.ListMeta`,
  description: "ListMeta is the metadata that all lists have.",
  members: {
    selfLink: optional(text),
    resourceVersion: optional(text),
    continue: optional(text),
    remainingItemCount: pointer(int64),
    shardInfo: pointer(shardInfo),
  },
});

const preconditions = struct({
  id: `${meta}.Preconditions`,
  description: "Preconditions must be fulfilled before an operation is carried out.",
  members: { uid: pointer(text), resourceVersion: pointer(text) },
});

const deleteOptions = struct({
  id: `${meta}.DeleteOptions`,
  description: "DeleteOptions are the options of a deletion.",
  members: {
    kind: optional(text),
    apiVersion: optional(text),
    gracePeriodSeconds: pointer(int64),
    preconditions: pointer(preconditions),
    orphanDependents: pointer(flag),
    propagationPolicy: pointer(text),
    dryRun: optional(texts),
  },
});

const patch = struct({
  id: `${meta}.Patch`,
  description: "Patch is the body of a PATCH.",
  members: {},
});

const statusCause = struct({
  id: `${meta}.StatusCause`,
  description: "StatusCause is one of the reasons of a failure.",
  members: { reason: optional(text), message: optional(text), field: optional(text) },
});

const statusDetails = struct({
  id: `${meta}.StatusDetails`,
  description: "StatusDetails says more about a failure.",
  members: {
    name: optional(text),
    group: optional(text),
    kind: optional(text),
    uid: optional(text),
    causes: optional(listOf(statusCause)),
    retryAfterSeconds: optional(int32),
  },
});

const status = struct({
  id: `${meta}.Status`,
  description: "Status is the answer to calls that do not return other objects.",
  members: {
    kind: optional(text),
    apiVersion: optional(text),
    metadata: written(listMeta),
    status: optional(text),
    message: optional(text),
    reason: optional(text),
    details: pointer(statusDetails),
    code: optional(int32),
  },
});

const scaleKind = struct({
  id: `${scale}.Scale`,
  description: "Scale is the number of replicas of something.",
  members: {
    kind: optional(text),
    apiVersion: optional(text),
    metadata: written(objectMeta),
    spec: optional(struct({ id: `${scale}.ScaleSpec`, members: { replicas: optional(int32) } })),
    status: optional(
      struct({
        id: `${scale}.ScaleStatus`,
        members: { replicas: written(int32), selector: optional(text) },
      }),
    ),
  },
});

/** Types that documents of all groups refer to. */
export const sharedTypes: readonly GoStruct[] = [
  objectMeta,
  ownerReference,
  managedFieldsEntry,
  listMeta,
  deleteOptions,
  patch,
  preconditions,
  status,
  statusDetails,
  statusCause,
];

/** Types of documents with a scale subresource. */
export const scaleTypes: readonly GoStruct[] = [scaleKind];
export const objectMetaId = objectMeta.id;
export const listMetaId = listMeta.id;
export const deleteOptionsId = deleteOptions.id;
export const patchId = patch.id;
export const statusId = status.id;
export const scaleId = scaleKind.id;
