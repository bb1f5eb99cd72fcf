import type {
  CustomResourceDefinition,
  CustomResourceDefinitionCondition,
  CustomResourceDefinitionConditionType,
  CustomResourceDefinitionNames,
  CustomResourceDefinitionStatus,
  CustomResourceDefinitionVersion,
} from "crd-runtime/apiextensions/v1";
import type { Metadata } from "../object.js";

/** A definition as it is stored: complete, with a status. */
export interface StoredDefinition extends Omit<CustomResourceDefinition, "metadata" | "status"> {
  metadata: Metadata;
  status: CustomResourceDefinitionStatus;
}

/** Name of the finalizer that keeps a definition until its objects are gone. */
export const cleanupFinalizer = "customresourcecleanup.apiextensions.k8s.io";

/** A condition without what depends on time. */
export type ConditionState = Omit<CustomResourceDefinitionCondition, "lastTransitionTime">;

export function findCondition(
  definition: StoredDefinition,
  type: CustomResourceDefinitionConditionType,
): CustomResourceDefinitionCondition | undefined {
  return definition.status.conditions?.find((condition) => condition.type === type);
}

export function isConditionTrue(
  definition: StoredDefinition,
  type: CustomResourceDefinitionConditionType,
): boolean {
  return findCondition(definition, type)?.status === "True";
}

/** A definition with the condition set; its time changes with its status. `now` is a Time: `2026-01-01T00:00:00Z`. */
export function withCondition(input: {
  readonly definition: StoredDefinition;
  readonly condition: ConditionState;
  readonly now: string;
}): StoredDefinition {
  const { definition, condition, now } = input;
  const old = findCondition(definition, condition.type);
  const unchanged = old !== undefined && old.status === condition.status;
  const next: CustomResourceDefinitionCondition = {
    ...old,
    type: condition.type,
    status: condition.status,
    lastTransitionTime: (unchanged ? old.lastTransitionTime : undefined) ?? now,
    ...(condition.reason === undefined ? {} : { reason: condition.reason }),
    ...(condition.message === undefined ? {} : { message: condition.message }),
  };
  const conditions = definition.status.conditions ?? [];
  return {
    ...definition,
    status: {
      ...definition.status,
      conditions:
        old === undefined
          ? [...conditions, next]
          : conditions.map((each) => (each === old ? next : each)),
    },
  };
}

/** Whether two conditions say the same, apart from when. */
export function sameCondition(
  a: ConditionState | undefined,
  b: ConditionState | undefined,
): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.status === b.status && a.reason === b.reason && a.message === b.message;
}

/** The version in which objects are stored. A valid definition has exactly one. */
export function storageVersionOf(definition: {
  readonly spec: { readonly versions: readonly CustomResourceDefinitionVersion[] | null };
}): string {
  return definition.spec.versions?.find((version) => version.storage)?.name ?? "";
}

/** Names as they compare: what is absent is empty. */
export function completeNames(
  names: CustomResourceDefinitionNames | undefined,
): Required<CustomResourceDefinitionNames> {
  return {
    plural: names?.plural ?? "",
    singular: names?.singular ?? "",
    shortNames: names?.shortNames ?? [],
    kind: names?.kind ?? "",
    listKind: names?.listKind ?? "",
    categories: names?.categories ?? [],
  };
}

/** Names as the server writes them: plural and kind always, the others when they are not empty. */
export function writtenNames(
  names: Required<CustomResourceDefinitionNames>,
): CustomResourceDefinitionNames {
  return {
    plural: names.plural,
    ...(names.singular === "" ? {} : { singular: names.singular }),
    ...(names.shortNames.length === 0 ? {} : { shortNames: names.shortNames }),
    kind: names.kind,
    ...(names.listKind === "" ? {} : { listKind: names.listKind }),
    ...(names.categories.length === 0 ? {} : { categories: names.categories }),
  };
}

/** Whether the server serves a definition, once its names are accepted. */
export function isServed(definition: StoredDefinition): boolean {
  return isConditionTrue(definition, "NamesAccepted") || isConditionTrue(definition, "Established");
}

export function isTerminating(definition: StoredDefinition): boolean {
  return (
    definition.metadata.deletionTimestamp !== undefined ||
    isConditionTrue(definition, "Terminating")
  );
}
