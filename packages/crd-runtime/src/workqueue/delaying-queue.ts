import { type Delayed, Delays } from "./delays.js";
import type { ItemKey, WorkItem } from "./item-key.js";
import type { QueueWaitOptions } from "./options.js";
import { Workqueue } from "./workqueue.js";
import { checkDelay } from "./workqueue-error.js";

interface Waiting<Item> extends Delayed {
  readonly item: Item;
  readonly key: ItemKey;
}

/**
 * A {@link Workqueue} to which items can be added later. Follows client-go's `util/workqueue`, whose heartbeat it needs not:
 * its clock never steps back. Pending delays keep no process alive.
 */
export class DelayingQueue<Item extends WorkItem> extends Workqueue<Item> {
  readonly #waiting = new Map<ItemKey, Waiting<Item>>();
  readonly #delays = new Delays<Waiting<Item>>({
    clock: this.clock,
    onReady: (waiting) => {
      this.#waiting.delete(waiting.key);
      this.enqueue(waiting);
    },
  });
  #sequence = 0;

  /**
   * Adds an item after so many milliseconds, at once when they are 0 or less; of several times the earliest counts. An
   * `add` meanwhile takes nothing back. Ignored when the queue is shutting down, which also drops what is pending.
   *
   * @throws RangeError when the delay is NaN or infinite
   * @throws KeyError when the item has no key
   */
  addAfter(input: { readonly item: Item; readonly afterMs: number }): void {
    const { item } = input;
    const afterMs = checkDelay({ queue: this.name, what: "afterMs", ms: input.afterMs });
    if (this.isShuttingDown) return;
    const key = this.keyOf(item);
    this.metrics?.retried();
    if (afterMs <= 0) {
      this.enqueue({ item, key });
      return;
    }
    const readyAt = this.clock.monotonic() + afterMs;
    let waiting = this.#waiting.get(key);
    if (waiting === undefined) {
      waiting = { item, key, readyAt, sequence: this.#sequence++, heapIndex: -1, runIndex: -1 };
      this.#waiting.set(key, waiting);
    } else if (waiting.readyAt <= readyAt) {
      return;
    }
    waiting.readyAt = readyAt;
    this.#delays.set(waiting);
  }

  override shutDown(): void {
    this.#drop();
    super.shutDown();
  }

  override async shutDownWithDrain(options: QueueWaitOptions = {}): Promise<void> {
    this.#drop();
    await super.shutDownWithDrain(options);
  }

  #drop(): void {
    this.#waiting.clear();
    this.#delays.clear();
  }
}
