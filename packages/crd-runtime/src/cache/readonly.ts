import type { DeepReadonly, KubernetesObject } from "../meta/index.js";

/** The same object, seen as what may not be changed. The compiler cannot follow this for a type parameter. */
export function asReadonly<T extends KubernetesObject>(object: T): DeepReadonly<T> {
  return object as DeepReadonly<T>;
}
