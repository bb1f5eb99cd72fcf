import type { Condition } from "./condition.js";
import { copyArray, deepCopyJSON } from "./copy.js";
import type { DeepReadonly } from "./deep-readonly.js";
import type { LabelSelector, LabelSelectorRequirement } from "./label-selector.js";
import type { ListMeta } from "./list-meta.js";
import type { ManagedFieldsEntry } from "./managed-fields-entry.js";
import type { ObjectMeta } from "./object-meta.js";
import type { OwnerReference } from "./owner-reference.js";
import type { Status, StatusCause, StatusDetails } from "./status.js";
import type { TypeMeta } from "./type-meta.js";

// Every copy spreads its input and then copies the nested members that its type declares: what is
// absent stays absent, undefined and null stay, members that the type does not know are kept.

/** Copies a TypeMeta. */
export function deepCopyTypeMeta(input: DeepReadonly<TypeMeta>): TypeMeta {
  return { ...input };
}

/** Copies an ObjectMeta with everything that it declares. */
export function deepCopyObjectMeta(input: DeepReadonly<ObjectMeta>): ObjectMeta {
  const { labels, annotations, ownerReferences, finalizers, managedFields } = input;
  const output = { ...input } as ObjectMeta;
  if (labels) {
    output.labels = { ...labels };
  }
  if (annotations) {
    output.annotations = { ...annotations };
  }
  if (ownerReferences) {
    output.ownerReferences = copyArray(ownerReferences, deepCopyOwnerReference);
  }
  if (finalizers) {
    output.finalizers = [...finalizers];
  }
  if (managedFields) {
    output.managedFields = copyArray(managedFields, deepCopyManagedFieldsEntry);
  }
  return output;
}

/** Copies a ListMeta. */
export function deepCopyListMeta(input: DeepReadonly<ListMeta>): ListMeta {
  return { ...input };
}

/** Copies an OwnerReference. */
export function deepCopyOwnerReference(input: DeepReadonly<OwnerReference>): OwnerReference {
  return { ...input };
}

/** Copies a ManagedFieldsEntry with its field set. */
export function deepCopyManagedFieldsEntry(
  input: DeepReadonly<ManagedFieldsEntry>,
): ManagedFieldsEntry {
  const { fieldsV1 } = input;
  const output = { ...input } as ManagedFieldsEntry;
  if (fieldsV1) {
    output.fieldsV1 = deepCopyJSON(fieldsV1);
  }
  return output;
}

/** Copies a Condition. */
export function deepCopyCondition(input: DeepReadonly<Condition>): Condition {
  return { ...input };
}

/** Copies a LabelSelector with its requirements. */
export function deepCopyLabelSelector(input: DeepReadonly<LabelSelector>): LabelSelector {
  const { matchLabels, matchExpressions } = input;
  const output = { ...input } as LabelSelector;
  if (matchLabels) {
    output.matchLabels = { ...matchLabels };
  }
  if (matchExpressions) {
    output.matchExpressions = copyArray(matchExpressions, deepCopyLabelSelectorRequirement);
  }
  return output;
}

/** Copies a LabelSelectorRequirement. */
export function deepCopyLabelSelectorRequirement(
  input: DeepReadonly<LabelSelectorRequirement>,
): LabelSelectorRequirement {
  const { values } = input;
  const output = { ...input } as LabelSelectorRequirement;
  if (values) {
    output.values = [...values];
  }
  return output;
}

/** Copies a Status with its details. */
export function deepCopyStatus(input: DeepReadonly<Status>): Status {
  const { metadata, details } = input;
  const output = { ...input } as Status;
  if (metadata) {
    output.metadata = deepCopyListMeta(metadata);
  }
  if (details) {
    output.details = deepCopyStatusDetails(details);
  }
  return output;
}

/** Copies StatusDetails with their causes. */
export function deepCopyStatusDetails(input: DeepReadonly<StatusDetails>): StatusDetails {
  const { causes } = input;
  const output = { ...input } as StatusDetails;
  if (causes) {
    output.causes = copyArray(causes, deepCopyStatusCause);
  }
  return output;
}

/** Copies a StatusCause. */
export function deepCopyStatusCause(input: DeepReadonly<StatusCause>): StatusCause {
  return { ...input };
}
