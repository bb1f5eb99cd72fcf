import type { DeepReadonly, KubernetesObject, ListMeta } from "../meta/index.js";
import type { ListEach, ListOptions } from "../rest/index.js";
import type { WatchEvent } from "../watch/index.js";

/** What a reflector needs of a list. */
export interface ListAnswer<T extends KubernetesObject> {
  readonly metadata: DeepReadonly<ListMeta>;
  readonly items: readonly T[];
}

/** Lists and watches the objects of one resource. The client of a kind is one. */
export interface ListerWatcher<T extends KubernetesObject> {
  list(options: ListOptions): Promise<ListAnswer<T>>;
  watch(options: ListOptions): AsyncIterable<WatchEvent<T>>;
  /**
   * As `list`, but hands over each object as soon as it is decoded and keeps what is made of it in its place; undefined leaves
   * it out. Absent where that needs the whole list.
   */
  readonly listEach?: ListEach<T> | undefined;
  /** False when a watch cannot begin with the existing objects, so that it is not tried. */
  readonly supportsWatchList?: boolean;
}
