import { DeletedFinalStateUnknown } from "../cache/index.js";
import type { DeepReadonly, KubernetesObject } from "../meta/index.js";
import type { ResourceEventHandler } from "./event-handler.js";
import { handlerProblem } from "./handler-check.js";

/**
 * A handler that hears only of the objects that pass a filter: one that begins to pass is an add, one that no longer does a
 * delete of what it was. The filter judges a tombstone by the last known state; one without is passed on. Follows client-go's
 * FilteringResourceEventHandler.
 *
 * @throws TypeError when the handler is one that an informer would not take
 * @example
 * informer.addEventHandler(
 *   filteringEventHandler({ filter: ({ metadata }) => metadata.labels?.["tier"] === "db", handler }),
 * );
 */
export function filteringEventHandler<T extends KubernetesObject>(input: {
  /** Must not change the object. What it throws is reported as the handler's error. */
  readonly filter: (object: DeepReadonly<T>) => boolean;
  readonly handler: ResourceEventHandler<T>;
}): ResourceEventHandler<T> {
  const { filter, handler } = input;
  const problem = handlerProblem(handler);
  if (problem !== undefined) throw new TypeError(`filteringEventHandler: ${problem}`);
  return {
    onAdd(object, isInInitialList) {
      if (filter(object)) return handler.onAdd?.(object, isInInitialList);
    },
    onUpdate(oldObject, newObject, synthetic) {
      const [before, after] = [filter(oldObject), filter(newObject)];
      if (before && after) return handler.onUpdate?.(oldObject, newObject, synthetic);
      if (after) return handler.onAdd?.(newObject, false);
      if (before) return handler.onDelete?.(oldObject);
    },
    onDelete(deleted) {
      const object = deleted instanceof DeletedFinalStateUnknown ? deleted.object : deleted;
      if (object === undefined || filter(object)) return handler.onDelete?.(deleted);
    },
  };
}
