import type { DeepReadonly, KubernetesObject } from "../meta/index.js";
import type { Notification } from "./notification.js";

/** Notifications in a row, shared by handlers and never changed. */
export interface Segment<T extends KubernetesObject> {
  readonly length: number;
  /** How many of them belong to the first list. */
  readonly initial: number;
  /** How many of them tell of no change. */
  readonly synthetic: number;
  at(index: number): Notification<T> | undefined;
}

/** Adds of objects that were there before the handler, each made when its turn comes. */
export function replayOf<T extends KubernetesObject>(
  objects: readonly DeepReadonly<T>[],
): Segment<T> {
  const { length } = objects;
  return {
    length,
    initial: length,
    synthetic: 0,
    at(index) {
      const object = objects[index];
      return object === undefined ? undefined : { type: "add", object, isInInitialList: true };
    },
  };
}
