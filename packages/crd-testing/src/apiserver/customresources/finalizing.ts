import {
  type ConditionState,
  cleanupFinalizer,
  findCondition,
  type StoredDefinition,
  sameCondition,
  withCondition,
} from "./definition.js";

const type = "Terminating";

/** What Terminating says along the way; finalizer.CRDFinalizer of apiextensions-apiserver. */
export const terminating = {
  pending: {
    type,
    status: "True",
    reason: "InstanceDeletionPending",
    message:
      "CustomResourceDefinition marked for deletion; CustomResource deletion will begin soon",
  },
  inProgress: {
    type,
    status: "True",
    reason: "InstanceDeletionInProgress",
    message: "CustomResource deletion is in progress",
  },
  completed: {
    type,
    status: "False",
    reason: "InstanceDeletionCompleted",
    message: "removed all instances",
  },
  neverEstablished: {
    type,
    status: "False",
    reason: "NeverEstablished",
    message: "resource was never established",
  },
  unconfirmed: {
    type,
    status: "True",
    reason: "InstanceDeletionCheck",
    message: "could not confirm zero CustomResources remaining: context deadline exceeded",
  },
} as const satisfies Record<string, ConditionState>;

/** Whether the server still has to delete the objects of a definition. */
export function awaitsCleanup(definition: StoredDefinition): boolean {
  return (
    definition.metadata.deletionTimestamp !== undefined &&
    (definition.metadata.finalizers ?? []).includes(cleanupFinalizer)
  );
}

/** A definition with the condition; undefined when it has it already. */
export function withTerminating(input: {
  readonly definition: StoredDefinition;
  readonly condition: ConditionState;
  readonly now: string;
}): StoredDefinition | undefined {
  const { definition, condition } = input;
  if (sameCondition(findCondition(definition, type), condition)) return undefined;
  return withCondition(input);
}

/** A definition without the finalizer that kept it for its objects. */
export function withoutCleanup(definition: StoredDefinition): StoredDefinition {
  const finalizers = (definition.metadata.finalizers ?? []).filter(
    (name) => name !== cleanupFinalizer,
  );
  const { finalizers: _, ...metadata } = definition.metadata;
  return {
    ...definition,
    metadata: finalizers.length === 0 ? metadata : { ...metadata, finalizers },
  };
}
