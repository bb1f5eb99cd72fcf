import type { int64 } from "./scalars.js";

/** Metadata of a list. */
export interface ListMeta {
  /** Not filled by servers any more. */
  selfLink?: string;
  /** The version of the whole list; a watch may start from it. */
  resourceVersion?: string;
  /** Token for the next page; absent or empty on the last one. */
  continue?: string;
  /** Items on later pages, where the server knows. */
  remainingItemCount?: int64;
}
