export { DeletedFinalStateUnknown } from "./deleted-final-state-unknown.js";
export type { Delta, ObjectDelta } from "./delta.js";
export { ExpirationCache, type ExpirationCacheOptions } from "./expiration-cache.js";
export {
  IndexError,
  type Indexer,
  type Indexers,
  type IndexFunc,
  metaNamespaceIndex,
  namespaceIndex,
} from "./indexer.js";
export type { ListAnswer, ListerWatcher } from "./lister-watcher.js";
export { MutationCache, type MutationCacheOptions } from "./mutation-cache.js";
export {
  deletionHandlingKey,
  formatObjectName,
  KeyError,
  type KeyFunc,
  metaNamespaceKey,
  type ObjectName,
  parseObjectName,
} from "./object-key.js";
export { type Batch, RealFifo } from "./real-fifo.js";
export type { ReflectorFailure, ReflectorOptions, ReflectorPhase } from "./reflector/options.js";
export { Reflector } from "./reflector/reflector.js";
export type { ReflectorStore } from "./reflector-store.js";
export { compareResourceVersion, isComparableResourceVersion } from "./resource-version.js";
export { type Replacement, Store, type StoreOptions } from "./store.js";
