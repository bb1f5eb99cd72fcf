import type {
  Indexer,
  Indexers,
  KeyFunc,
  ListerWatcher,
  ReflectorOptions,
} from "../cache/index.js";
import type { Clock } from "../clock/index.js";
import type { GroupVersionKind, GroupVersionResource, KubernetesObject } from "../meta/index.js";
import type { MetricsProvider } from "../metrics/index.js";
import type {
  EventHandlerOptions,
  EventHandlerRegistration,
  ResourceEventHandler,
} from "./event-handler.js";
import { Informer } from "./informer.js";
import type { InformerError } from "./informer-error.js";
import type { TransformFunc } from "./transform.js";

/**
 * One watch and one cache of a resource, shared by any number of handlers and listers. New, then started, then stopped for
 * good. Follows client-go's interface of the same name.
 */
export interface SharedIndexInformer<T extends KubernetesObject> {
  /** Stands in reports: `databases.v1.example.com`. */
  readonly name: string;
  /** The cache. What would write to it throws: the informer alone does. */
  readonly indexer: Indexer<T>;
  readonly state: "new" | "started" | "stopped";
  /** The version that the watch has reached, bookmarks included; empty before the first list. */
  readonly lastSyncResourceVersion: string;
  /** Milliseconds since the server last said something in a watch; undefined before. */
  readonly lastEventAgeMs: number | undefined;
  /** Whether the first list is in the cache. Says nothing about handlers: their registrations do. */
  hasSynced(): boolean;
  /** Waits for {@link hasSynced}; false when the informer stops, or the signal is aborted, before. */
  whenSynced(signal?: AbortSignal): Promise<boolean>;
  /**
   * Adds a handler, at any time: it gets an add for every object that is cached, then what changes. The same handler
   * object added twice counts as two.
   *
   * @throws InformerError when the informer has stopped, or the handler has no call that it makes, or one
   * of another name that begins with `on`; RangeError for a negative number
   */
  addEventHandler(
    handler: ResourceEventHandler<T>,
    options?: EventHandlerOptions,
  ): EventHandlerRegistration;
  /** The registration's `remove`; harmless for one of another informer. */
  removeEventHandler(registration: EventHandlerRegistration): Promise<void>;
  /**
   * Adds indices, at any time.
   *
   * @throws IndexError when a name is taken or a function fails; InformerError when the informer has stopped
   */
  addIndexers(indexers: Indexers<T>): void;
  /** @throws InformerError when the informer has started */
  setTransform(transform: TransformFunc<T>): void;
  /**
   * Lists and watches until the signal is aborted. Resolves when the watch is closed and no handler runs any more; calls
   * that wait are dropped. Only the first call runs anything.
   */
  run(signal: AbortSignal): Promise<void>;
}

/** How an informer is made. */
export interface SharedIndexInformerOptions<T extends KubernetesObject> {
  /** Stands in reports. */
  readonly name: string;
  readonly listerWatcher: ListerWatcher<T>;
  /** Objects of another kind are not cached. */
  readonly expected?: GroupVersionKind | undefined;
  readonly keyFunc?: KeyFunc<T> | undefined;
  readonly indexers?: Indexers<T> | undefined;
  /** Resync period of handlers that name none; 0, for never, when absent. */
  readonly resyncPeriodMs?: number | undefined;
  readonly transform?: TransformFunc<T> | undefined;
  /** Freezes what is cached, so that code that changes it fails at the place. For tests: it costs time. */
  readonly freeze?: boolean | undefined;
  /**
   * Compares cached objects with copies once a second and reports those that were changed, by their name and the place. For
   * tests: it costs time, and memory twice.
   */
  readonly detectMutations?: boolean | undefined;
  /** Milliseconds that a stop waits for running handlers; 30,000 when absent. The ones still running are reported. */
  readonly handlerGraceMs?: number | undefined;
  /** Counts lists, watches, and what goes into the cache, under client-go's names; nothing when absent. */
  readonly metricsProvider?: MetricsProvider | undefined;
  /** What the informer is of, as a label of its metrics. */
  readonly resource?: GroupVersionResource | undefined;
  readonly clock?: Clock | undefined;
  /** Hears of errors. Absent: those that matter become warnings of the process. */
  readonly onError?: ((error: InformerError) => void) | undefined;
  /** How the connection behaves. */
  readonly reflector?: ReflectorTuning | undefined;
}

/** Options of the reflector that an informer hands through. */
export type ReflectorTuning = Pick<
  ReflectorOptions<KubernetesObject>,
  | "random"
  | "backoff"
  | "minWatchTimeoutSeconds"
  | "listPageSize"
  | "watchList"
  | "initialEventsIdleMs"
  | "initialEventsDeadlineMs"
  | "maxInternalErrorRetryMs"
  | "checkConsistency"
>;

/**
 * Makes an informer. Factories make them for generated code; by hand:
 *
 * @throws RangeError for a negative number
 * @example
 * const informer = newSharedIndexInformer({ name: "databases", listerWatcher: clientset.exampleV1().databases() });
 * informer.addEventHandler({ onAdd: (database) => reconcile(database) });
 * await informer.run(signal);
 */
export function newSharedIndexInformer<T extends KubernetesObject>(
  options: SharedIndexInformerOptions<T>,
): SharedIndexInformer<T> {
  return new Informer(options);
}
