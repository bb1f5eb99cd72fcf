export type { BookmarkObject, WatchEvent } from "./event.js";
export { filterWatch } from "./filter.js";
export {
  type InformerEvent,
  type InformerWatcher,
  type InformerWatcherOptions,
  newIndexerInformerWatcher,
} from "./informer-watcher.js";
export { type ObjectEvent, RetryWatcher, type RetryWatcherOptions } from "./retry-watcher.js";
export {
  type ConditionFunc,
  listWatchUntil,
  until,
  untilWithoutRetry,
  WatchClosedError,
} from "./until.js";
export { type PreconditionFunc, untilWithSync } from "./until-with-sync.js";
