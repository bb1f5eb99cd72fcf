import { type Clock, systemClock } from "../clock/index.js";
import type { Condition } from "./condition.js";
import { formatTime } from "./format-time.js";

// Conditions are data: nothing here changes what it is given, so that objects of caches can be passed. The same list comes
// back when nothing has changed, and `!==` says whether there is something to write.

/** Conditions of an object, of a cache or one's own. */
type Conditions = readonly Readonly<Condition>[];

/** A condition to be set. */
export type NewCondition = Readonly<Omit<Condition, "lastTransitionTime">> & {
  /** Now when absent; counts only where the status changes. */
  readonly lastTransitionTime?: Condition["lastTransitionTime"] | undefined;
};

/**
 * Sets the condition of a type: its status, reason, message and observedGeneration become the new ones, an absent
 * observedGeneration too; lastTransitionTime changes only with the status. A new type comes last. Follows `SetStatusCondition`
 * of k8s.io/apimachinery/pkg/api/meta.
 *
 * @returns the new list; the given one when nothing changes
 * @example
 * const conditions = setStatusCondition({
 *   conditions: database.status?.conditions,
 *   condition: { type: "Ready", status: "True", reason: "Running", message: "", observedGeneration: 3 },
 * });
 * if (conditions !== database.status?.conditions) {
 *   await databases.updateStatus({ ...database, status: { ...database.status, conditions } });
 * }
 */
export function setStatusCondition<C extends Conditions>(input: {
  /** Absent: there are none yet. */
  readonly conditions: C | null | undefined;
  readonly condition: NewCondition;
  readonly clock?: Clock | undefined;
}): C | Condition[] {
  const { conditions, condition, clock = systemClock } = input;
  const old = findStatusCondition({ conditions, type: condition.type });
  const transition = (): string => condition.lastTransitionTime || formatTime(clock.now());
  const lastTransitionTime =
    old !== undefined && old.status === condition.status ? old.lastTransitionTime : transition();
  const { observedGeneration, ...rest } = condition;
  const next: Condition = {
    ...rest,
    ...(observedGeneration === undefined ? {} : { observedGeneration }),
    lastTransitionTime,
  };
  if (conditions == null) return [next];
  if (old === undefined) return [...conditions, next];
  if (isSame({ a: old, b: next })) return conditions;
  return conditions.map((each) => (each === old ? next : each));
}

/**
 * Leaves a type of condition out. Follows `RemoveStatusCondition` of k8s.io/apimachinery/pkg/api/meta.
 *
 * @returns the new list; the given one when there is no such condition
 */
export function removeStatusCondition<C extends Conditions>(input: {
  readonly conditions: C | null | undefined;
  readonly type: string;
}): C | Condition[] {
  const { conditions, type } = input;
  if (conditions == null) return [];
  if (findStatusCondition(input) === undefined) return conditions;
  return conditions.filter((condition) => condition.type !== type);
}

/** The condition of a type; undefined when there is none. */
export function findStatusCondition<C extends Conditions>(input: {
  readonly conditions: C | null | undefined;
  readonly type: string;
}): C[number] | undefined {
  return input.conditions?.find(({ type }) => type === input.type);
}

/** Whether the condition of a type is there and `True`. */
export function isStatusConditionTrue(input: {
  readonly conditions: Conditions | null | undefined;
  readonly type: string;
}): boolean {
  return isStatusConditionPresentAndEqual({ ...input, status: "True" });
}

/** Whether the condition of a type is there and `False`. */
export function isStatusConditionFalse(input: {
  readonly conditions: Conditions | null | undefined;
  readonly type: string;
}): boolean {
  return isStatusConditionPresentAndEqual({ ...input, status: "False" });
}

/** Whether the condition of a type is there and has a status. */
export function isStatusConditionPresentAndEqual(input: {
  readonly conditions: Conditions | null | undefined;
  readonly type: string;
  readonly status: Condition["status"];
}): boolean {
  return findStatusCondition(input)?.status === input.status;
}

function isSame(input: {
  readonly a: Readonly<Condition>;
  readonly b: Readonly<Condition>;
}): boolean {
  const { a, b } = input;
  return (
    a.status === b.status &&
    a.reason === b.reason &&
    a.message === b.message &&
    a.observedGeneration === b.observedGeneration
  );
}
