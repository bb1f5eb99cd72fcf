import type { Indexer } from "../cache/index.js";
import type { KubernetesObject } from "../meta/index.js";
import {
  type InformerEvent,
  type InformerWatcherOptions,
  newIndexerInformerWatcher,
} from "./informer-watcher.js";
import { type ConditionFunc, untilWithoutRetry, WatchClosedError } from "./until.js";

/** Whether what is waited for has come about already, by what is in the cache. */
export type PreconditionFunc<T extends KubernetesObject> = (
  indexer: Indexer<T>,
) => boolean | Promise<boolean>;

/**
 * Waits with an informer until conditions have held, one after another: nothing that ends a watch ends it, but states
 * between two may be left out. With a precondition, the cache is filled first, and nothing is waited for when that holds.
 * Follows client-go's `tools/watch`.
 *
 * @returns the last event that was read; undefined when the precondition held or there is no condition
 * @throws what a condition throws; the signal's reason when it is aborted
 * @example
 * await untilWithSync({
 *   name: "databases",
 *   listerWatcher: databases,
 *   precondition: (indexer) => indexer.getByKey("default/orders")?.status?.phase === "Ready",
 *   conditions: [({ object }) => object.metadata.name === "orders" && object.status?.phase === "Ready"],
 *   signal: AbortSignal.timeout(60_000),
 * });
 */
export async function untilWithSync<T extends KubernetesObject>(
  input: InformerWatcherOptions<T> & {
    readonly precondition?: PreconditionFunc<T> | undefined;
    readonly conditions: readonly ConditionFunc<InformerEvent<T>>[];
  },
): Promise<InformerEvent<T> | undefined> {
  const { precondition, conditions, ...options } = input;
  const { signal, name } = options;
  signal?.throwIfAborted();
  const watcher = newIndexerInformerWatcher(options);
  try {
    if (precondition !== undefined) {
      if (!(await watcher.whenSynced(signal))) {
        signal?.throwIfAborted();
        throw new WatchClosedError(`informer ${name} stopped before its cache was filled`);
      }
      if (await precondition(watcher.indexer)) return undefined;
    }
    return await untilWithoutRetry({ events: watcher, conditions, signal });
  } finally {
    await watcher.stop();
  }
}
