import type { ListMeta } from "./list-meta.js";
import type { ObjectMeta } from "./object-meta.js";
import type { TypeMeta } from "./type-meta.js";

/** What every persisted object has: its type and its metadata. */
export interface KubernetesObject extends TypeMeta {
  metadata: ObjectMeta;
}

/** A list as API types declare it, readonly or not. */
export interface KubernetesListLike<T> extends TypeMeta {
  readonly metadata: ListMeta;
  readonly items: readonly T[];
}

/** What every list has. */
export interface KubernetesList<T> extends TypeMeta {
  metadata: ListMeta;
  items: T[];
}
