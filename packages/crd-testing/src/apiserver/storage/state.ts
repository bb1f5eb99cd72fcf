import type { StorageEntry } from "./entry.js";

/** All objects at one revision, to be restored later. Only plain data and bytes, so that it can be cloned or written down. */
export interface StorageState {
  readonly revision: number;
  readonly collections: readonly CollectionState[];
}

export interface CollectionState {
  readonly storageKey: string;
  readonly entries: readonly StorageEntry[];
}
