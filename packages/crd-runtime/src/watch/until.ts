import type { ListerWatcher } from "../cache/index.js";
import { abortable } from "../clock/abortable.js";
import type { KubernetesObject } from "../meta/index.js";
import type { ListOptions } from "../rest/index.js";
import { type ObjectEvent, RetryWatcher, type RetryWatcherOptions } from "./retry-watcher.js";

/** Whether an event is the one that is waited for. */
export type ConditionFunc<E> = (event: E) => boolean | Promise<boolean>;

/** A watch ended before everything that was waited for had come about. */
export class WatchClosedError extends Error {
  override readonly name: string = "WatchClosedError";
}

/**
 * Reads events until conditions have held, one after another. A condition is first asked about the event for which the one
 * before it held. The watch is closed then.
 *
 * @returns the last event that was read; undefined when there is no condition
 * @throws WatchClosedError when the watch ends before; what a condition or the watch throws; the signal's reason
 */
export async function untilWithoutRetry<E>(input: {
  readonly events: AsyncIterable<E>;
  readonly conditions: readonly ConditionFunc<E>[];
  readonly signal?: AbortSignal | undefined;
}): Promise<E | undefined> {
  const { events, conditions, signal } = input;
  const iterator = events[Symbol.asyncIterator]();
  try {
    let last: { readonly event: E } | undefined;
    for (const condition of conditions) {
      if (last !== undefined && (await condition(last.event))) continue;
      do {
        const next = await abortable({ promise: iterator.next(), signal });
        if (next.done === true) {
          throw new WatchClosedError("the watch ended before what was waited for came about");
        }
        last = { event: next.value };
      } while (!(await condition(last.event)));
    }
    return last?.event;
  } finally {
    // A watch that waits ends by itself: nobody waits for it, and what it throws is old news.
    iterator.return?.().catch(() => {});
  }
}

/**
 * Watches until conditions have held, one after another; watches that end are followed by others. Follows client-go's
 * `tools/watch`.
 *
 * @returns as {@link untilWithoutRetry}
 * @throws what a condition throws; what the RetryWatcher throws: Expired when the version is gone; the signal's reason
 * @example
 * const created = await databases.create(database);
 * await until({
 *   client: databases,
 *   resourceVersion: created.metadata.resourceVersion,
 *   listOptions: { fieldSelector: `metadata.name=${created.metadata.name}` },
 *   conditions: [({ object }) => object.status?.phase === "Ready"],
 *   signal: AbortSignal.timeout(60_000),
 * });
 */
export async function until<T extends KubernetesObject>(
  input: RetryWatcherOptions<T> & { readonly conditions: readonly ConditionFunc<ObjectEvent<T>>[] },
): Promise<ObjectEvent<T> | undefined> {
  const { conditions, signal } = input;
  return await untilWithoutRetry({ events: new RetryWatcher(input), conditions, signal });
}

/**
 * Lists, then watches from there: conditions are asked about each object of the list, as an ADDED event, and then about what
 * comes. Follows client-go's `ListWatchUntil`.
 *
 * @returns as {@link untilWithoutRetry}
 * @throws what the list throws, and as {@link until}
 */
export async function listWatchUntil<T extends KubernetesObject>(
  input: Omit<RetryWatcherOptions<T>, "client" | "resourceVersion"> & {
    readonly client: ListerWatcher<T>;
    readonly conditions: readonly ConditionFunc<ObjectEvent<T>>[];
  },
): Promise<ObjectEvent<T> | undefined> {
  const { client, listOptions, conditions, signal } = input;
  const options: ListOptions = { ...listOptions, signal };
  const { items, metadata } = await client.list(options);
  const { resourceVersion = "" } = metadata;
  const watcher = new RetryWatcher({ ...input, resourceVersion });
  return await untilWithoutRetry({ events: after({ items, watcher }), conditions, signal });
}

async function* after<T extends KubernetesObject>(input: {
  readonly items: readonly T[];
  readonly watcher: RetryWatcher<T>;
}): AsyncGenerator<ObjectEvent<T>, void, undefined> {
  for (const object of input.items) yield { type: "ADDED", object };
  yield* input.watcher;
}
