import type { StorageEntry } from "../../storage/index.js";
import type { ListMetadata } from "../../table/index.js";

/** What becomes of entries: JSON of each, in their order. At once unless a conversion waits for a webhook. */
export type Encoded = readonly Uint8Array[] | Promise<readonly Uint8Array[]>;

/** How a list is written. */
export interface ListEncoding {
  /** One element of the list per entry. @throws or rejects with a StatusError */
  elements(entries: readonly StorageEntry[]): Encoded;
  /** What stands before the elements, and behind them. Between them are commas. */
  frame(list: { readonly metadata: ListMetadata; readonly isEmpty: boolean }): ListFrame;
}

export interface ListFrame {
  readonly head: string;
  readonly tail: string;
}

/** What a bookmark tells. */
export interface Bookmark {
  readonly revision: number;
  /** Whether it says that the objects that there were have all been sent. */
  readonly endsInitialEvents: boolean;
}

/** How the objects of watch events are written. */
export interface WatchEncoding {
  /** Tells apart what the encodings of one resource write: frames are shared where it is the same. */
  readonly key: string;
  /** One object per entry. @throws or rejects with a StatusError */
  objects(entries: readonly StorageEntry[]): Encoded;
  bookmark(bookmark: Bookmark): string;
  /** The encoding of all events after the first. */
  readonly next: WatchEncoding;
}
