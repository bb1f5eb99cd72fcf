import { onAbort } from "../../clock/on-abort.js";

/** The right to have one request under way. */
export interface Slot {
  /** Gives it back; once is enough. */
  release(): void;
}

/**
 * Lets so many requests be under way at one moment; others wait, in the order of asking. What waits here costs a fraction of
 * a node request that waits for a connection.
 */
export class Slots {
  readonly #waiters = new Set<(slot: Slot) => void>();
  #free: number;

  constructor(count: number) {
    this.#free = count;
  }

  /** A slot, if one is free; nobody waits then. */
  tryTake(): Slot | undefined {
    if (this.#free === 0) return undefined;
    this.#free -= 1;
    return this.#slot();
  }

  /**
   * Waits for a slot.
   *
   * @throws the signal's reason when it is aborted first; the place in the queue is given up
   */
  take(signal: AbortSignal | undefined): Promise<Slot> {
    return new Promise<Slot>((resolve, reject) => {
      signal?.throwIfAborted();
      const slot = this.tryTake();
      if (slot !== undefined) {
        resolve(slot);
        return;
      }
      const grant = (granted: Slot): void => {
        release();
        resolve(granted);
      };
      const abort = (): void => {
        this.#waiters.delete(grant);
        reject(signal?.reason);
      };
      const release = onAbort({ signal, callback: abort });
      this.#waiters.add(grant);
    });
  }

  #slot(): Slot {
    let held = true;
    return {
      release: () => {
        if (held) this.#handOn();
        held = false;
      },
    };
  }

  #handOn(): void {
    const [oldest] = this.#waiters;
    if (oldest === undefined) {
      this.#free += 1;
      return;
    }
    this.#waiters.delete(oldest);
    oldest(this.#slot());
  }
}
