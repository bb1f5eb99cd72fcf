import { isConditionTrue, type StoredDefinition, withCondition } from "./definition.js";

/**
 * Establishes a definition whose names are accepted. Undefined: nothing changes.
 *
 * Follows establish.EstablishingController of apiextensions-apiserver.
 */
export function withEstablished(input: {
  readonly definition: StoredDefinition;
  readonly now: string;
}): StoredDefinition | undefined {
  const { definition, now } = input;
  if (!isConditionTrue(definition, "NamesAccepted") || isConditionTrue(definition, "Established")) {
    return undefined;
  }
  return withCondition({
    definition,
    condition: {
      type: "Established",
      status: "True",
      reason: "InitialNamesAccepted",
      message: "the initial names have been accepted",
    },
    now,
  });
}
