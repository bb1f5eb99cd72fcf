import { type Clock, systemClock } from "../clock/index.js";
import { Drain } from "./drain.js";
import { type ItemKey, itemKeys, labelOf, type WorkItem } from "./item-key.js";
import type { QueueWaitOptions, WorkqueueOptions } from "./options.js";
import { DefaultQueue, type Queue, type QueuedItem } from "./queue.js";
import { type Measured, QueueMetrics } from "./queue-metrics.js";
import { Waiters } from "./waiters.js";
import { errorReporter, notInProcessing, type WorkqueueError } from "./workqueue-error.js";

class Entry<Item> implements QueuedItem<Item>, Measured {
  readonly key: ItemKey;
  item: Item;
  /** To be processed; an item that waits is dirty and not in processing. */
  dirty = false;
  processing = false;

  constructor(input: { readonly item: Item; readonly key: ItemKey }) {
    this.key = input.key;
    this.item = input.item;
  }
}

/**
 * Work that is to be done, each item once however often it is added, and by one worker at a time: an item that is added
 * while it is processed comes again afterwards. Follows `Typed` of client-go's `util/workqueue`.
 *
 * Items are values: those with one key are one item (`key` of the options), and must not be changed. What was added first is
 * handed out.
 *
 * @example
 * const queue = new Workqueue<string>({ name: "databases" });
 * queue.add("default/orders");
 * for (let item = await queue.get(); item !== undefined; item = await queue.get()) {
 *   await reconcile(item).finally(() => queue.done(item));
 * }
 */
export class Workqueue<Item extends WorkItem> {
  /** Empty when it has none. */
  readonly name: string;
  protected readonly clock: Clock;
  protected readonly metrics: QueueMetrics | undefined;
  /** @throws KeyError for an item that has no key */
  protected readonly keyOf: (item: Item) => ItemKey;
  protected readonly report: (error: WorkqueueError) => void;
  readonly #queue: Queue<Item>;
  readonly #entries = new Map<ItemKey, Entry<Item>>();
  readonly #waiters = new Waiters<Item>();
  readonly #drain: Drain;
  #shuttingDown = false;

  constructor(options: WorkqueueOptions<Item> = {}) {
    const { name = "", key, metricsProvider, clock = systemClock, onError, queue } = options;
    this.name = name;
    this.clock = clock;
    this.keyOf = itemKeys({ name, key });
    this.metrics = QueueMetrics.of({ name, provider: metricsProvider, clock });
    this.report = errorReporter({ onError, clock });
    this.#queue = queue ?? new DefaultQueue();
    this.#drain = new Drain(name);
  }

  /** Items that wait for a worker. */
  get size(): number {
    return this.#queue.size;
  }

  get isShuttingDown(): boolean {
    return this.#shuttingDown;
  }

  /**
   * Adds an item unless it waits already; ignored when the queue is shutting down.
   *
   * @throws KeyError when the item has no key
   */
  add(item: Item): void {
    if (!this.#shuttingDown) this.enqueue({ item, key: this.keyOf(item) });
  }

  /**
   * Takes the next item, and waits for one if there is none. It is in processing until {@link done} is called.
   *
   * @returns undefined when the queue is shutting down and nothing is left
   * @throws the signal's reason when it is aborted before or while waiting; no item is lost
   */
  async get(options: QueueWaitOptions = {}): Promise<Item | undefined> {
    const { signal } = options;
    signal?.throwIfAborted();
    return this.#take()?.item ?? (await this.#waiters.wait(signal));
  }

  /**
   * Says that an item has been processed, well or not. It waits again if it was added meanwhile. An item that is not in
   * processing is reported (`onError`), and nothing else happens.
   *
   * @throws KeyError when the item has no key
   */
  done(item: Item): void {
    const key = this.keyOf(item);
    const entry = this.#entries.get(key);
    if (entry?.processing !== true) {
      this.report(notInProcessing({ queue: this.name, key, item }));
      return;
    }
    entry.processing = false;
    this.metrics?.done(entry);
    if (entry.dirty) this.#push(entry);
    else this.#entries.delete(key);
    this.#drain.finish();
  }

  /**
   * Takes no more items: adding is ignored from now on, what waits is still handed out. Waits for nobody, and ends a
   * {@link shutDownWithDrain}. Harmless when repeated.
   */
  shutDown(): void {
    this.#stop();
    this.#drain.release();
  }

  /**
   * Shuts down and waits for the workers: until no item has been in processing for a turn of the event loop. What waits is
   * processed too when somebody takes it; items that nobody takes are not waited for.
   *
   * @throws WorkqueueError, which names what is still in processing, when the signal is aborted first
   */
  async shutDownWithDrain(options: QueueWaitOptions = {}): Promise<void> {
    this.#stop();
    await this.#drain.idle({ ...options, entries: this.#entries });
  }

  /** Adds an item whose key is known. */
  protected enqueue(input: { readonly item: Item; readonly key: ItemKey }): void {
    if (this.#shuttingDown) return;
    const { item, key } = input;
    let entry = this.#entries.get(key);
    if (entry === undefined) {
      entry = new Entry(input);
      this.#entries.set(key, entry);
    }
    if (entry.dirty) {
      if (!entry.processing) this.#queue.touch(entry);
      return;
    }
    entry.item = item;
    entry.dirty = true;
    this.metrics?.added(entry);
    if (!entry.processing) this.#push(entry);
  }

  #push(entry: Entry<Item>): void {
    this.#queue.push(entry);
    if (this.#waiters.size === 0) return;
    const next = this.#take();
    if (next !== undefined) this.#waiters.give(next.item);
  }

  #take(): Entry<Item> | undefined {
    const entry = this.#queue.pop();
    if (entry === undefined) return undefined;
    if (!(entry instanceof Entry && entry.dirty && !entry.processing)) {
      throw new TypeError(`${labelOf(this.name)}: its queue popped what does not wait`);
    }
    entry.dirty = false;
    entry.processing = true;
    this.metrics?.taken(entry);
    this.#drain.start();
    return entry;
  }

  #stop(): void {
    if (this.#shuttingDown) return;
    this.#shuttingDown = true;
    this.metrics?.stop();
    this.#waiters.dismiss();
  }
}
