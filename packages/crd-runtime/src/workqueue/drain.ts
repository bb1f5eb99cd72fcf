import { type Deferred, deferred } from "../cache/deferred.js";
import { abortable } from "../clock/abortable.js";
import type { ItemKey } from "./item-key.js";
import { WorkqueueError } from "./workqueue-error.js";

/** Counts the items that are in processing, and waits until there are none. */
export class Drain {
  readonly #queue: string;
  #busy = 0;
  #idle: Deferred | undefined;

  constructor(queue: string) {
    this.#queue = queue;
  }

  start(): void {
    this.#busy++;
  }

  finish(): void {
    this.#busy--;
    this.#look();
  }

  /**
   * Waits until no item has been in processing for a turn of the event loop: a worker that is done with one item has the
   * next one by then.
   *
   * @throws WorkqueueError, which names what is in processing, when the signal is aborted first
   */
  async idle(input: {
    readonly signal?: AbortSignal | undefined;
    readonly entries: ReadonlyMap<ItemKey, { readonly processing: boolean }>;
  }): Promise<void> {
    const { signal, entries } = input;
    this.#idle ??= deferred();
    const { promise } = this.#idle;
    this.#look();
    try {
      await abortable({ promise, signal });
    } catch (cause) {
      const busy = [...entries].filter(([, { processing }]) => processing).map(([key]) => key);
      const message = `still in processing when the wait for its workers was ended: ${busy.join(", ")}`;
      throw new WorkqueueError({ queue: this.#queue, source: "drain", message, cause });
    }
  }

  /** Ends all waiting. */
  release(): void {
    this.#idle?.resolve();
    this.#idle = undefined;
  }

  #look(): void {
    if (this.#busy > 0 || this.#idle === undefined) return;
    setImmediate(() => {
      if (this.#busy === 0) this.release();
    });
  }
}
