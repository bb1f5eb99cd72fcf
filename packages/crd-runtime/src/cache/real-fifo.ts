import type { DeepReadonly, KubernetesObject } from "../meta/index.js";
import { type Deferred, deferred } from "./deferred.js";
import type { Delta } from "./delta.js";
import { Queue } from "./queue.js";
import type { ReflectorStore } from "./reflector-store.js";

/** Deltas that are taken together at most. */
const maxBatch = 1000;
/** Waiting deltas above which producers are asked to wait, and at which they may go on. */
const highWater = 2 * maxBatch;
const lowWater = maxBatch;

/** Deltas that are processed together: one list, resync or bookmark, or changes of objects. */
export interface Batch<T extends KubernetesObject> {
  readonly deltas: readonly Delta<T>[];
  /** Whether they belong to the first list. */
  readonly isInInitialList: boolean;
}

/**
 * The queue between a reflector and a cache: every delta in its order of arrival, nothing merged, nothing dropped. A list
 * and a resync are one delta each, so that they are compared with the cache as it is when their turn comes. Follows
 * client-go's RealFIFO in its atomic mode; it has one consumer.
 */
export class RealFifo<T extends KubernetesObject> implements ReflectorStore<T> {
  readonly #deltas = new Queue<Delta<T>>();
  #populated = false;
  #initialList: Delta<T> | undefined;
  #closed = false;
  #wakeConsumer: (() => void) | undefined;
  #drained: Deferred | undefined;

  /** Deltas that wait. */
  get size(): number {
    return this.#deltas.size;
  }

  get isClosed(): boolean {
    return this.#closed;
  }

  add(object: DeepReadonly<T>): void {
    this.#populated = true;
    this.#push({ type: "Added", object });
  }

  update(object: DeepReadonly<T>): void {
    this.#populated = true;
    this.#push({ type: "Updated", object });
  }

  delete(object: DeepReadonly<T>): void {
    this.#populated = true;
    this.#push({ type: "Deleted", object });
  }

  replace(objects: readonly DeepReadonly<T>[], resourceVersion: string): void {
    const delta: Delta<T> = { type: "ReplacedAll", objects, resourceVersion };
    if (!this.#populated) this.#initialList = delta;
    this.#populated = true;
    this.#push(delta);
  }

  resync(): void {
    this.#push({ type: "SyncAll" });
  }

  bookmark(resourceVersion: string): void {
    this.#push({ type: "Bookmark", resourceVersion });
  }

  /** Whether the first list has been processed. Never becomes false again. */
  hasSynced(): boolean {
    return this.#populated && this.#initialList === undefined;
  }

  whenReady(): Promise<void> | undefined {
    if (this.#closed) return undefined;
    if (this.#drained === undefined && this.size > highWater) {
      this.#drained = deferred();
    }
    return this.#drained?.promise;
  }

  /**
   * Waits for deltas and processes the oldest ones. They count as processed, and the list as applied, when `process` is done.
   *
   * @returns false when the queue is closed and nothing was left
   * @throws what `process` throws; its deltas are gone
   */
  async pop(process: (batch: Batch<T>) => void | Promise<void>): Promise<boolean> {
    while (this.size === 0) {
      if (this.#closed) return false;
      await new Promise<void>((resolve) => {
        this.#wakeConsumer = resolve;
      });
    }
    const deltas = this.#take();
    try {
      await process({ deltas, isInInitialList: !this.hasSynced() });
    } finally {
      if (deltas[0] === this.#initialList) this.#initialList = undefined;
    }
    return true;
  }

  /** Lets the consumer end once the queue is empty, and producers go on. */
  close(): void {
    this.#closed = true;
    this.#wakeConsumer?.();
    this.#release();
  }

  #push(delta: Delta<T>): void {
    this.#deltas.push(delta);
    this.#wakeConsumer?.();
    this.#wakeConsumer = undefined;
  }

  #take(): readonly Delta<T>[] {
    const batch: Delta<T>[] = [];
    for (let next = this.#deltas.peek(); next !== undefined; next = this.#deltas.peek()) {
      const alone = !isObjectDelta(next);
      if (batch.length === maxBatch || (alone && batch.length > 0)) break;
      batch.push(next);
      this.#deltas.shift();
      if (alone) break;
    }
    if (this.size <= lowWater) this.#release();
    return batch;
  }

  #release(): void {
    this.#drained?.resolve();
    this.#drained = undefined;
  }
}

function isObjectDelta(delta: Delta<KubernetesObject>): boolean {
  return delta.type === "Added" || delta.type === "Updated" || delta.type === "Deleted";
}
