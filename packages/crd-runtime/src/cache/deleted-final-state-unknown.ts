import type { DeepReadonly, KubernetesObject } from "../meta/index.js";

/**
 * Stands for an object that was deleted while the watch was down: that it is gone was learned from a later list, and its
 * last state is not known. What the cache held is in `object`, which may be stale.
 *
 * @example
 * onDelete(deleted) {
 *   const object = deleted instanceof DeletedFinalStateUnknown ? deleted.object : deleted;
 * }
 */
export class DeletedFinalStateUnknown<T extends KubernetesObject> {
  readonly key: string;
  /** What the cache held last; undefined when it never held the object. */
  readonly object: DeepReadonly<T> | undefined;

  constructor(input: { readonly key: string; readonly object: DeepReadonly<T> | undefined }) {
    this.key = input.key;
    this.object = input.object;
  }
}
