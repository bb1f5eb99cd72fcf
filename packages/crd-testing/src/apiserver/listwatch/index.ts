export { listPage } from "./list-page.js";
export { StorageListWatcher, type StorageListWatcherOptions } from "./storage-list-watcher.js";
