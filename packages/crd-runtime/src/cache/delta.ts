import type { DeepReadonly, KubernetesObject } from "../meta/index.js";

/** A change of one object, as a watch reported it. */
export interface ObjectDelta<T extends KubernetesObject> {
  readonly type: "Added" | "Updated" | "Deleted";
  readonly object: DeepReadonly<T>;
}

/** A change on its way from the reflector to the cache. Names are client-go's. */
export type Delta<T extends KubernetesObject> =
  | ObjectDelta<T>
  /** A new list took the place of everything before. */
  | {
      readonly type: "ReplacedAll";
      readonly objects: readonly DeepReadonly<T>[];
      readonly resourceVersion: string;
    }
  /** Handlers are due for a resync. */
  | { readonly type: "SyncAll" }
  /** The cache stands for a later resource version without having changed. */
  | { readonly type: "Bookmark"; readonly resourceVersion: string };
