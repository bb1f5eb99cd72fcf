import { type Clock, systemClock } from "../clock/index.js";
import { Drain } from "./drain.js";
import type { RateLimitingInterface } from "./interface.js";
import { type ItemKey, itemKeys, labelOf, type WorkItem } from "./item-key.js";
import type { PriorityAddOptions, PriorityQueueOptions, QueueWaitOptions } from "./options.js";
import type { PrioritizedItem } from "./priority-entry.js";
import { PriorityItems } from "./priority-items.js";
import { processWith, type QueueProcessOptions } from "./process-with.js";
import { QueueMetrics } from "./queue-metrics.js";
import { defaultItemRateLimiter } from "./rate-limiters/default.js";
import type { WorkqueueRateLimiter } from "./rate-limiters/rate-limiter.js";
import { Waiters } from "./waiters.js";
import {
  checkDelay,
  errorReporter,
  notInProcessing,
  type WorkqueueError,
} from "./workqueue-error.js";

/**
 * A queue whose items have priorities, and among those of one priority an order: first ready, first out. An item that is
 * added again keeps the highest of its priorities, at the end of which it then stands, and the earliest of its times. As in
 * {@link RateLimitingQueue}, an item is processed by one worker at a time. Follows controller-runtime's `priorityqueue`.
 *
 * @example
 * const queue = new PriorityQueue<string>({ name: "databases" });
 * queue.addWithOpts({ items: ["default/orders"], priority: lowPriority });
 * await queue.processWith({ workers: 4, handler: reconcile, signal });
 */
export class PriorityQueue<Item extends WorkItem> implements RateLimitingInterface<Item> {
  /** Empty when it has none. */
  readonly name: string;
  readonly #clock: Clock;
  readonly #keyOf: (item: Item) => ItemKey;
  readonly #metrics: QueueMetrics | undefined;
  readonly #report: (error: WorkqueueError) => void;
  readonly #rateLimiter: WorkqueueRateLimiter;
  readonly #items: PriorityItems<Item>;
  readonly #waiters = new Waiters<PrioritizedItem<Item>>();
  readonly #drain: Drain;
  #shuttingDown = false;

  constructor(options: PriorityQueueOptions<Item> = {}) {
    const { name = "", key, metricsProvider, clock = systemClock, onError } = options;
    this.name = name;
    this.#clock = clock;
    this.#keyOf = itemKeys({ name, key });
    this.#metrics = QueueMetrics.of({ name, provider: metricsProvider, clock });
    this.#report = errorReporter({ onError, clock });
    this.#rateLimiter = options.rateLimiter ?? defaultItemRateLimiter();
    const onTakeable = (): void => this.#giveToWaiters();
    this.#items = new PriorityItems({ clock, metrics: this.#metrics, onTakeable });
    this.#drain = new Drain(name);
  }

  /** Items that are ready, those included that are still in processing from before. */
  get size(): number {
    return this.#items.ready;
  }

  get isShuttingDown(): boolean {
    return this.#shuttingDown;
  }

  /**
   * Adds items; ignored when the queue is shutting down.
   *
   * @throws RangeError when the delay, the priority or the rate limiter's answer is NaN or infinite
   * @throws KeyError when an item has no key; those before it have been added
   */
  addWithOpts(options: PriorityAddOptions<Item>): void {
    const { items, afterMs = 0, rateLimited = false, priority = 0 } = options;
    const queue = this.name;
    checkDelay({ queue, what: "afterMs", ms: afterMs });
    if (!Number.isFinite(priority)) {
      throw new RangeError(`${labelOf(queue)}: priority is no number: ${priority}`);
    }
    for (const item of items) {
      if (this.#shuttingDown) return;
      const key = this.#keyOf(item);
      let delay = afterMs;
      if (rateLimited) {
        const ms = this.#rateLimiter.when(key);
        checkDelay({ queue, what: "its rate limiter's answer", ms });
        if (afterMs <= 0 || ms < afterMs) delay = ms;
      }
      this.#items.add({ item, key, priority, delay });
    }
  }

  /** Adds an item with priority 0. See {@link addWithOpts}. */
  add(item: Item): void {
    this.addWithOpts({ items: [item] });
  }

  /** Adds an item with priority 0 after so many milliseconds. See {@link addWithOpts}. */
  addAfter(input: { readonly item: Item; readonly afterMs: number }): void {
    this.addWithOpts({ items: [input.item], afterMs: input.afterMs });
  }

  /** Adds an item with priority 0 when the rate limiter says so. See {@link addWithOpts}. */
  addRateLimited(item: Item): void {
    this.addWithOpts({ items: [item], rateLimited: true });
  }

  /** Ends the trying: the next failure is the first. Does not replace {@link done}. */
  forget(item: Item): void {
    this.#rateLimiter.forget(this.#keyOf(item));
  }

  /** How many times an item was added rate-limited since it was forgotten. */
  numRequeues(item: Item): number {
    return this.#rateLimiter.numRequeues(this.#keyOf(item));
  }

  /** As {@link getWithPriority}, without the priority. */
  async get(options: QueueWaitOptions = {}): Promise<Item | undefined> {
    const { signal } = options;
    signal?.throwIfAborted();
    return (this.#take() ?? (await this.#waiters.wait(signal)))?.item;
  }

  /**
   * Takes the next item, and waits for one if there is none. It is in processing until {@link done} is called.
   *
   * @returns undefined when the queue is shutting down, also when items are left
   * @throws the signal's reason when it is aborted before or while waiting; no item is lost
   */
  async getWithPriority(
    options: QueueWaitOptions = {},
  ): Promise<PrioritizedItem<Item> | undefined> {
    const { signal } = options;
    signal?.throwIfAborted();
    return this.#take() ?? (await this.#waiters.wait(signal));
  }

  /**
   * Says that an item has been processed, well or not. It can be taken again if it was added meanwhile. An item that is not
   * in processing is reported (`onError`), and nothing else happens.
   *
   * @throws KeyError when the item has no key
   */
  done(item: Item): void {
    const key = this.#keyOf(item);
    if (this.#items.done(key)) this.#drain.finish();
    else this.#report(notInProcessing({ queue: this.name, key, item }));
  }

  /** As {@link RateLimitingQueue.processWith}; an item that is tried again keeps its priority. */
  async processWith(options: QueueProcessOptions<Item>): Promise<void> {
    await processWith({
      ...options,
      queue: this,
      keyOf: this.#keyOf,
      take: () => this.getWithPriority(),
      retry: ({ item, priority }: PrioritizedItem<Item>) =>
        this.addWithOpts({ items: [item], priority, rateLimited: true }),
      report: this.#report,
      clock: this.#clock,
    });
  }

  /** Hands out nothing more, whatever is left. Waits for nobody, and ends a {@link shutDownWithDrain}. */
  shutDown(): void {
    this.#stop();
    this.#drain.release();
  }

  /**
   * Shuts down and waits for the workers, until nothing is in processing.
   *
   * @throws WorkqueueError, which names what is still in processing, when the signal is aborted first
   */
  async shutDownWithDrain(options: QueueWaitOptions = {}): Promise<void> {
    this.#stop();
    await this.#drain.idle({ ...options, entries: this.#items.entries });
  }

  #giveToWaiters(): void {
    if (this.#waiters.size === 0) return;
    const taken = this.#take();
    if (taken !== undefined) this.#waiters.give(taken);
  }

  #take(): PrioritizedItem<Item> | undefined {
    const entry = this.#shuttingDown ? undefined : this.#items.take();
    if (entry === undefined) return undefined;
    this.#drain.start();
    return { item: entry.item, priority: entry.priority };
  }

  #stop(): void {
    if (this.#shuttingDown) return;
    this.#shuttingDown = true;
    this.#items.stopWaiting();
    this.#metrics?.stop();
    this.#waiters.dismiss();
  }
}
