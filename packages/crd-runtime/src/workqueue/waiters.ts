import { onAbort } from "../clock/on-abort.js";

/** Who waits for something to do: the first to come is the first to get it. */
export class Waiters<T> {
  readonly #waiters = new Set<(value: T | undefined) => void>();
  #dismissed = false;

  get size(): number {
    return this.#waiters.size;
  }

  /**
   * Waits for a value; undefined when there will be none.
   *
   * @throws the signal's reason when it is aborted first; nothing is given to who has left
   */
  wait(signal: AbortSignal | undefined): Promise<T | undefined> {
    if (this.#dismissed) return Promise.resolve(undefined);
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        this.#waiters.delete(settle);
        reject(signal?.reason);
      };
      const settle = (value: T | undefined): void => {
        this.#waiters.delete(settle);
        release();
        resolve(value);
      };
      this.#waiters.add(settle);
      const release = onAbort({ signal, callback: leave });
    });
  }

  /** Gives a value to who has waited longest, if anybody waits. */
  give(value: T): void {
    for (const settle of this.#waiters) {
      settle(value);
      return;
    }
  }

  /** Sends everybody away, those too who come later. */
  dismiss(): void {
    this.#dismissed = true;
    for (const settle of [...this.#waiters]) settle(undefined);
  }
}
