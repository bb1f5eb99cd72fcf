export type { Encoded, StorageEntry } from "./entry.js";
export type { StorageEvent } from "./event.js";
export type { LogLimits } from "./event-log.js";
export {
  type KeyRange,
  keyText,
  namespaceRange,
  type ObjectKey,
  sortKey,
  sortText,
} from "./object-key.js";
export type { Snapshot } from "./snapshot.js";
export type { CollectionState, StorageState } from "./state.js";
export {
  type Encode,
  Storage,
  type StorageOptions,
} from "./storage.js";
export type { Scope, StorageWatch, WatchEnd } from "./storage-watch.js";
