import type { KubernetesObject, TypeMeta } from "../meta/index.js";

/** What a bookmark carries: the version that the watch has reached. */
export interface BookmarkObject extends TypeMeta {
  metadata: {
    resourceVersion: string;
    /** `k8s.io/initial-events-end: "true"` marks the end of the initial events. */
    annotations?: Record<string, string>;
  };
}

/**
 * One event of a watch. ERROR frames are no events: the stream throws an ApiError.
 *
 * A BOOKMARK is only sent when `allowWatchBookmarks` asks for it.
 */
export type WatchEvent<T extends KubernetesObject> =
  | { readonly type: "ADDED" | "MODIFIED" | "DELETED"; readonly object: T }
  | { readonly type: "BOOKMARK"; readonly object: BookmarkObject };
