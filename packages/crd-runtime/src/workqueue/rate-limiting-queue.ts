import { DelayingQueue } from "./delaying-queue.js";
import type { RateLimitingInterface } from "./interface.js";
import type { WorkItem } from "./item-key.js";
import type { RateLimitingQueueOptions } from "./options.js";
import { processWith, type QueueProcessOptions } from "./process-with.js";
import { defaultControllerRateLimiter } from "./rate-limiters/default.js";
import type { WorkqueueRateLimiter } from "./rate-limiters/rate-limiter.js";
import { checkDelay } from "./workqueue-error.js";

/**
 * A {@link DelayingQueue} that knows how long to wait before an item is tried again. Follows client-go's `util/workqueue`.
 *
 * @example
 * const queue = new RateLimitingQueue<string>({ name: "databases" });
 * informer.addEventHandler({ onAdd: ({ object }) => queue.add(metaNamespaceKey(object)) });
 * await queue.processWith({ workers: 4, handler: reconcile, signal });
 */
export class RateLimitingQueue<Item extends WorkItem>
  extends DelayingQueue<Item>
  implements RateLimitingInterface<Item>
{
  readonly #rateLimiter: WorkqueueRateLimiter;

  constructor(options: RateLimitingQueueOptions<Item> = {}) {
    super(options);
    this.#rateLimiter = options.rateLimiter ?? defaultControllerRateLimiter({ clock: this.clock });
  }

  /**
   * Adds an item when the rate limiter says so: later each time, until {@link forget}. Ignored when the queue is shutting
   * down.
   *
   * @throws RangeError when the rate limiter answers NaN or infinity, and what it throws
   */
  addRateLimited(item: Item): void {
    if (this.isShuttingDown) return;
    const ms = this.#rateLimiter.when(this.keyOf(item));
    const afterMs = checkDelay({ queue: this.name, what: "its rate limiter's answer", ms });
    this.addAfter({ item, afterMs });
  }

  /** Ends the trying: the next failure is the first. Does not replace {@link done}. */
  forget(item: Item): void {
    this.#rateLimiter.forget(this.keyOf(item));
  }

  /** How many times an item was added rate-limited since it was forgotten. */
  numRequeues(item: Item): number {
    return this.#rateLimiter.numRequeues(this.keyOf(item));
  }

  /**
   * Lets workers take items until the queue shuts down. An item whose handler returns is forgotten; one whose handler throws
   * is reported (`onError`) and added again, rate-limited. `done` is called for both. Aborting the signal shuts the queue
   * down; what waits then is left.
   *
   * @returns when no handler runs any more
   * @throws RangeError when `workers` is not a whole number above 0; what a rate limiter throws, after shutting down
   */
  async processWith(options: QueueProcessOptions<Item>): Promise<void> {
    const take = async (): Promise<{ readonly item: Item } | undefined> => {
      const item = await this.get();
      return item === undefined ? undefined : { item };
    };
    const retry = ({ item }: { readonly item: Item }): void => this.addRateLimited(item);
    const { keyOf, report, clock } = this;
    await processWith({ ...options, queue: this, keyOf, take, retry, report, clock });
  }
}
