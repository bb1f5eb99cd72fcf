import type { DeepReadonly } from "crd-runtime";
import type { CustomResourceDefinitionCondition } from "../apis/apiextensions.k8s.io/v1/types.js";

/**
 * Why a wait ended: the time was up, another definition has the names, the definition was deleted
 * or is being deleted.
 */
export type NotEstablishedReason = "Timeout" | "NamesNotAccepted" | "Deleted";

/** What follows the name where the reason is `Deleted`. */
export const deletedText = "is being deleted, or was";

/** A CustomResourceDefinition is not served. The message has its conditions. */
export class NotEstablishedError extends Error {
  override readonly name: string = "NotEstablishedError";
  /** Name of the CustomResourceDefinition. */
  readonly definition: string;
  readonly reason: NotEstablishedReason;
  /** As last seen; none where the server has not answered. */
  readonly conditions: readonly DeepReadonly<CustomResourceDefinitionCondition>[];

  constructor(
    input: {
      readonly definition: string;
      readonly reason: NotEstablishedReason;
      /** What follows the name: `is not established after 60 s`. */
      readonly text: string;
      /** Absent: they are not known. */
      readonly conditions?: readonly DeepReadonly<CustomResourceDefinitionCondition>[] | undefined;
    },
    options?: ErrorOptions,
  ) {
    const { definition, reason, text, conditions } = input;
    const state = conditions === undefined ? "" : `; ${describe(conditions)}`;
    super(`CustomResourceDefinition ${definition} ${text}${state}`, options);
    this.definition = definition;
    this.reason = reason;
    this.conditions = conditions ?? [];
  }
}

function describe(conditions: readonly DeepReadonly<CustomResourceDefinitionCondition>[]): string {
  if (conditions.length === 0) return "it has no conditions";
  const texts = conditions.map(({ type, status, reason, message }) => {
    const why = [reason, message].filter((part) => part !== undefined && part !== "").join(": ");
    return why === "" ? `${type}=${status}` : `${type}=${status} (${why})`;
  });
  return `conditions: ${texts.join(", ")}`;
}
