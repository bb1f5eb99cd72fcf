import { type DeletedFinalStateUnknown, deletionHandlingKey } from "../cache/index.js";
import type { DeepReadonly, KubernetesObject } from "../meta/index.js";

/** One call that handlers are due. */
export type Notification<T extends KubernetesObject> =
  | {
      readonly type: "add";
      readonly object: DeepReadonly<T>;
      readonly isInInitialList: boolean;
    }
  | {
      readonly type: "update";
      readonly oldObject: DeepReadonly<T>;
      readonly newObject: DeepReadonly<T>;
      readonly synthetic: boolean;
    }
  | { readonly type: "delete"; readonly object: DeepReadonly<T> | DeletedFinalStateUnknown<T> };

/** For reports: `onUpdate of default/orders`. */
export function describe<T extends KubernetesObject>(notification: Notification<T>): string {
  switch (notification.type) {
    case "add":
      return `onAdd of ${keyOf(notification.object)}`;
    case "update":
      return `onUpdate of ${keyOf(notification.newObject)}`;
    case "delete":
      return `onDelete of ${keyOf(notification.object)}`;
  }
}

/** The handler that a report is about may have taken the name away, and the report must come all the same. */
function keyOf<T extends KubernetesObject>(
  object: DeepReadonly<T> | DeletedFinalStateUnknown<T>,
): string {
  try {
    return deletionHandlingKey(object);
  } catch {
    return "an object without a name";
  }
}

/** Whether it tells of no change. */
export function isSynthetic<T extends KubernetesObject>(notification: Notification<T>): boolean {
  return notification.type === "update" && notification.synthetic;
}

/** Whether it tells of what was there before the handler. */
export function isInitial<T extends KubernetesObject>(notification: Notification<T>): boolean {
  return notification.type === "add" && notification.isInInitialList;
}
