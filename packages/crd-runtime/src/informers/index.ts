export {
  CacheSyncError,
  type CacheSyncResult,
  type Syncable,
  waitForCacheSync,
} from "./cache-sync.js";
export type {
  EventHandlerOptions,
  EventHandlerRegistration,
  ResourceEventHandler,
} from "./event-handler.js";
export type { ResourceInformerOptions, SharedInformerFactoryOptions } from "./factory-options.js";
export { filteringEventHandler } from "./filtering-event-handler.js";
export {
  type GenericInformer,
  genericInformer,
  type InformersByResource,
} from "./generic-informer.js";
export {
  InformerError,
  type InformerErrorInit,
  type InformerErrorSource,
} from "./informer-error.js";
export { type InformerOptions, newResourceInformer } from "./resource-informer.js";
export {
  newSharedIndexInformer,
  type ReflectorTuning,
  type SharedIndexInformer,
  type SharedIndexInformerOptions,
} from "./shared-index-informer.js";
export { SharedInformerFactoryBase } from "./shared-informer-factory.js";
export { stripManagedFields, type TransformFunc } from "./transform.js";
