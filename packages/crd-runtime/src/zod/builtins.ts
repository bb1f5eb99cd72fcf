import { z } from "zod";
import { maxLength, minimum, minLength, pattern } from "./checks.js";
import { int32Schema, int64Schema, jsonSchema, timeSchema } from "./scalars.js";

const text = z.string().exactOptional();
const texts = z.record(z.string(), z.string());

/** Version and kind of an object. */
export const typeMetaSchema = z.strictObject({ apiVersion: text, kind: text });

/** An object that owns another one. */
export const ownerReferenceSchema = z.strictObject({
  apiVersion: z.string(),
  kind: z.string(),
  name: z.string(),
  uid: z.string(),
  controller: z.boolean().exactOptional(),
  blockOwnerDeletion: z.boolean().exactOptional(),
});

/** The fields of a field manager. */
export const managedFieldsEntrySchema = z.strictObject({
  manager: text,
  operation: z.enum(["Apply", "Update"]).exactOptional(),
  apiVersion: text,
  time: timeSchema.exactOptional(),
  fieldsType: text,
  fieldsV1: z.record(z.string(), jsonSchema).exactOptional(),
  subresource: text,
});

/** Metadata of an object. */
export const objectMetaSchema = z.strictObject({
  name: text,
  generateName: text,
  namespace: text,
  selfLink: text,
  uid: text,
  resourceVersion: text,
  generation: int64Schema.exactOptional(),
  creationTimestamp: timeSchema.exactOptional(),
  deletionTimestamp: timeSchema.exactOptional(),
  deletionGracePeriodSeconds: int64Schema.exactOptional(),
  labels: texts.exactOptional(),
  annotations: texts.exactOptional(),
  ownerReferences: z.array(ownerReferenceSchema).exactOptional(),
  finalizers: z.array(z.string()).exactOptional(),
  managedFields: z.array(managedFieldsEntrySchema).exactOptional(),
});

/** Metadata of a list. */
export const listMetaSchema = z.strictObject({
  selfLink: text,
  resourceVersion: text,
  continue: text,
  remainingItemCount: int64Schema.exactOptional(),
});

const camelCase = pattern("^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$");
const qualifiedName = pattern(
  "^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])$",
);

/** One aspect of the state of an object, with the limits that generated definitions give it. */
export const conditionSchema = z.strictObject({
  type: z.string().check(maxLength(316), qualifiedName),
  status: z.enum(["True", "False", "Unknown"]),
  observedGeneration: int64Schema.check(minimum(0)).exactOptional(),
  lastTransitionTime: timeSchema,
  reason: z.string().check(minLength(1), maxLength(1024), camelCase),
  message: z.string().check(maxLength(32768)),
});

/** One requirement of a label selector. */
export const labelSelectorRequirementSchema = z.strictObject({
  key: z.string(),
  // Schemas of custom resources take any text.
  operator: z.string(),
  values: z.array(z.string()).exactOptional(),
});

/** Which labels objects have. */
export const labelSelectorSchema = z.strictObject({
  matchLabels: texts.exactOptional(),
  matchExpressions: z.array(labelSelectorRequirementSchema).exactOptional(),
});

/** One thing that is wrong. */
export const statusCauseSchema = z.strictObject({ reason: text, message: text, field: text });

/** What else a Status says. */
export const statusDetailsSchema = z.strictObject({
  name: text,
  group: text,
  kind: text,
  uid: text,
  causes: z.array(statusCauseSchema).exactOptional(),
  retryAfterSeconds: int32Schema.exactOptional(),
});

/** An answer that is no object. */
export const statusSchema = z.strictObject({
  ...typeMetaSchema.shape,
  metadata: listMetaSchema.exactOptional(),
  status: z.enum(["Success", "Failure"]).exactOptional(),
  message: text,
  reason: text,
  details: statusDetailsSchema.exactOptional(),
  code: int32Schema.exactOptional(),
});
