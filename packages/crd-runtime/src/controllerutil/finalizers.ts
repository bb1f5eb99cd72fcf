import type { DeepReadonly, KubernetesObject } from "../meta/index.js";

/** An object, one of a cache or one's own. */
export type AnyObject = DeepReadonly<KubernetesObject>;

/**
 * Adds a finalizer, last. Follows controller-runtime's `AddFinalizer`.
 *
 * @returns a new object that shares the rest with the given one; the given one when the finalizer is there already
 * @example
 * const finalized = addFinalizer({ object: database, finalizer: "example.com/backup" });
 * if (finalized !== database) await databases.update(finalized);
 */
export function addFinalizer<T extends AnyObject>(input: FinalizerOf<T>): T {
  const { object, finalizer } = input;
  if (containsFinalizer(input)) return object;
  const finalizers = [...(object.metadata.finalizers ?? []), finalizer];
  return { ...object, metadata: { ...object.metadata, finalizers } };
}

/**
 * Leaves a finalizer out, each time that it is there. Follows controller-runtime's `RemoveFinalizer`.
 *
 * @returns a new object that shares the rest with the given one; the given one when the finalizer is not there
 */
export function removeFinalizer<T extends AnyObject>(input: FinalizerOf<T>): T {
  const { object, finalizer } = input;
  if (!containsFinalizer(input)) return object;
  const finalizers = object.metadata.finalizers?.filter((each) => each !== finalizer);
  return { ...object, metadata: { ...object.metadata, finalizers } };
}

/** Whether an object has a finalizer. */
export function containsFinalizer(input: FinalizerOf<AnyObject>): boolean {
  return input.object.metadata.finalizers?.includes(input.finalizer) ?? false;
}

/** A finalizer of an object. */
export interface FinalizerOf<T extends AnyObject> {
  readonly object: T;
  /** `example.com/backup`. */
  readonly finalizer: string;
}
