import type { DeletedFinalStateUnknown } from "../cache/index.js";
import type { DeepReadonly, KubernetesObject } from "../meta/index.js";

/**
 * Hears what happens to the objects of an informer, one call at a time, in order. The objects are the cached ones: copy
 * before changing. A call that returns a promise is awaited before the next one. What a call throws is reported; the
 * cache, other handlers and later calls are not affected.
 */
export interface ResourceEventHandler<T extends KubernetesObject> {
  /** An object is there. `isInInitialList` is true for those that were there before the handler. */
  onAdd?(object: DeepReadonly<T>, isInInitialList: boolean): void | Promise<void>;
  /**
   * An object has changed. `synthetic` is true when it has not: for a resync, and for an object that a new list brought as
   * it was. Such calls only come to handlers that asked for a resync. Another uid means another object of the same name.
   */
  onUpdate?(
    oldObject: DeepReadonly<T>,
    newObject: DeepReadonly<T>,
    synthetic: boolean,
  ): void | Promise<void>;
  /** An object is gone. */
  onDelete?(object: DeepReadonly<T> | DeletedFinalStateUnknown<T>): void | Promise<void>;
}

/** How a handler is added. */
export interface EventHandlerOptions {
  /** Stands in reports. Absent: the name of its class, or a number. */
  readonly name?: string | undefined;
  /**
   * Every so often the handler gets an update for each cached object; 0 for never, 1,000 at least. Absent: as the informer
   * says.
   */
  readonly resyncPeriodMs?: number | undefined;
  /**
   * When more calls than this wait, the cache and all other handlers wait too until it has caught up. Absent: the queue
   * grows as it must, and `pending` tells by how much.
   */
  readonly maxPending?: number | undefined;
}

/** A handler that was added. */
export interface EventHandlerRegistration {
  readonly name: string;
  /** Calls that wait, the running one not counted. */
  readonly pending: number;
  /** Whether the first list is in the cache and every call for its objects has ended. */
  hasSynced(): boolean;
  /** Waits for {@link hasSynced}; false when the handler or its informer ends before, or the signal is aborted. */
  whenSynced(signal?: AbortSignal): Promise<boolean>;
  /**
   * Takes the handler away: calls that wait are dropped. Resolves when the running one has ended, so do not await it inside
   * one. Harmless when repeated.
   */
  remove(): Promise<void>;
}
