import { Queue as Fifo } from "../cache/queue.js";

/** An item that waits in a {@link Queue}; the same one from `push` to `pop`. */
export interface QueuedItem<Item> {
  readonly item: Item;
}

/** The order in which items are worked on. Follows `Queue` of client-go's `util/workqueue`. */
export interface Queue<Item> {
  /** Items that wait. */
  readonly size: number;
  /** An item that waits was added again. */
  touch(queued: QueuedItem<Item>): void;
  push(queued: QueuedItem<Item>): void;
  /** Takes the next item; undefined when there is none. */
  pop(): QueuedItem<Item> | undefined;
}

/** First in, first out. */
export class DefaultQueue<Item> implements Queue<Item> {
  readonly #items = new Fifo<QueuedItem<Item>>();

  get size(): number {
    return this.#items.size;
  }

  touch(): void {}

  push(queued: QueuedItem<Item>): void {
    this.#items.push(queued);
  }

  pop(): QueuedItem<Item> | undefined {
    return this.#items.shift();
  }
}
