import type { ListMeta } from "./list-meta.js";
import type { KubernetesListLike, KubernetesObject } from "./object.js";
import type { ObjectMeta } from "./object-meta.js";

/** Metadata as a server returns it. */
export interface PersistedObjectMeta extends ObjectMeta {
  name: string;
  uid: string;
  resourceVersion: string;
}

/** Metadata of a list as a server returns it. */
export interface PersistedListMeta extends ListMeta {
  resourceVersion: string;
}

/**
 * An object that came from a server: its type, name, uid and resourceVersion are there.
 * It is still a `T`, so it can be changed and sent back.
 */
export type Persisted<T extends KubernetesObject> = T & {
  apiVersion: string;
  kind: string;
  metadata: PersistedObjectMeta;
};

/** A list that came from a server: its resourceVersion is there, and its items are persisted. */
export type PersistedList<L extends KubernetesListLike<KubernetesObject>> = Omit<
  L,
  "apiVersion" | "kind" | "metadata" | "items"
> & {
  apiVersion: string;
  kind: string;
  metadata: PersistedListMeta;
  items: Persisted<L["items"][number]>[];
};
