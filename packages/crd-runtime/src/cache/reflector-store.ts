import type { DeepReadonly, KubernetesObject } from "../meta/index.js";

/** Where a reflector puts what it sees. A {@link Store} is one, the queue of an informer is another. */
export interface ReflectorStore<T extends KubernetesObject> {
  add(object: DeepReadonly<T>): void;
  update(object: DeepReadonly<T>): void;
  delete(object: DeepReadonly<T>): void;
  replace(objects: readonly DeepReadonly<T>[], resourceVersion: string): void;
  /** The stream has reached a later resource version. */
  bookmark?(resourceVersion: string): void;
  /** A promise when the reflector should read no further before it is resolved. */
  whenReady?(): Promise<void> | undefined;
}
