import { scale } from "../builtin/types/autoscaling.js";
import {
  type GoStruct,
  int32,
  int64,
  listOf,
  optional,
  pointer,
  required,
  struct,
  text,
  written,
} from "../builtin/types/go-type.js";
import {
  deleteOptions,
  managedFieldsEntry,
  objectMeta,
  ownerReference,
  preconditions,
} from "../builtin/types/meta.js";

const meta = "io.k8s.apimachinery.pkg.apis.meta.v1";

const shardInfo = struct({
  id: `${meta}.ShardInfo`,
  description: "ShardInfo says which part of a collection a list is.",
  members: { selector: required(1, text) },
});

const listMeta = struct({
  id: `${meta}.ListMeta`,
  description: "ListMeta is the metadata that all lists have.",
  members: {
    selfLink: optional(1, text),
    resourceVersion: optional(2, text),
    continue: optional(3, text),
    remainingItemCount: pointer(4, int64),
    shardInfo: pointer(5, shardInfo),
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
  members: { reason: optional(1, text), message: optional(2, text), field: optional(3, text) },
});

const statusDetails = struct({
  id: `${meta}.StatusDetails`,
  description: "StatusDetails says more about a failure.",
  members: {
    name: optional(1, text),
    group: optional(2, text),
    kind: optional(3, text),
    uid: optional(6, text),
    causes: optional(4, listOf(statusCause)),
    retryAfterSeconds: optional(5, int32),
  },
});

const status = struct({
  id: `${meta}.Status`,
  description: "Status is the answer to calls that do not return other objects.",
  members: {
    kind: optional(0, text),
    apiVersion: optional(0, text),
    metadata: written(1, listMeta),
    status: optional(2, text),
    message: optional(3, text),
    reason: optional(4, text),
    details: pointer(5, statusDetails),
    code: optional(6, int32),
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
export const scaleTypes: readonly GoStruct[] = [scale];
export const objectMetaId = objectMeta.id;
export const listMetaId = listMeta.id;
export const deleteOptionsId = deleteOptions.id;
export const patchId = patch.id;
export const statusId = status.id;
export const scaleId = scale.id;
