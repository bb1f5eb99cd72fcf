import type { Clock } from "../clock/index.js";
import type { MetricsProvider } from "../metrics/index.js";
import type { ItemKey, WorkItem } from "./item-key.js";
import type { Queue } from "./queue.js";
import type { WorkqueueRateLimiter } from "./rate-limiters/rate-limiter.js";
import type { WorkqueueError } from "./workqueue-error.js";

/** What every workqueue can be given. */
export interface QueueOptions<Item extends WorkItem> {
  /** Stands in metrics and messages; a queue without one has no metrics. */
  readonly name?: string | undefined;
  /**
   * Tells items apart. Without it, text and numbers are their own keys, and plain data is known by its members:
   * `{ namespace: "a", name: "b" }` is one item however often it is made.
   */
  readonly key?: ((item: Item) => ItemKey) | undefined;
  readonly metricsProvider?: MetricsProvider | undefined;
  readonly clock?: Clock | undefined;
  /** Hears of handlers that fail and of wrong calls; without it they become warnings of the process. */
  readonly onError?: ((error: WorkqueueError) => void) | undefined;
}

/** What {@link Workqueue} and {@link DelayingQueue} are made with. */
export interface WorkqueueOptions<Item extends WorkItem> extends QueueOptions<Item> {
  /** The order of items; first in, first out unless given. */
  readonly queue?: Queue<Item> | undefined;
}

/** What {@link RateLimitingQueue} is made with. */
export interface RateLimitingQueueOptions<Item extends WorkItem> extends WorkqueueOptions<Item> {
  /** {@link defaultControllerRateLimiter} unless given. */
  readonly rateLimiter?: WorkqueueRateLimiter | undefined;
}

/** What {@link PriorityQueue} is made with. */
export interface PriorityQueueOptions<Item extends WorkItem> extends QueueOptions<Item> {
  /** Each item doubles its own delay, from 5 ms to 1000 s, unless given. */
  readonly rateLimiter?: WorkqueueRateLimiter | undefined;
}

/** How items are added to a {@link PriorityQueue}. */
export interface PriorityAddOptions<Item> {
  readonly items: readonly Item[];
  /** Milliseconds until the items can be taken; with `rateLimited` the shorter of both counts. */
  readonly afterMs?: number | undefined;
  readonly rateLimited?: boolean | undefined;
  /** The higher the sooner; 0 unless given. */
  readonly priority?: number | undefined;
}

/** How long to wait. */
export interface QueueWaitOptions {
  readonly signal?: AbortSignal | undefined;
}
