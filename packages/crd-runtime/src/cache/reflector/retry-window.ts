import type { Clock } from "../../clock/index.js";

/** Failures at least this far apart, in milliseconds, begin a new window. */
const gapMs = 60_000;

/** Allows retries for a while after the first failure of a series (client-go's RetryWithDeadline). */
export class RetryWindow {
  readonly #clock: Clock;
  readonly #windowMs: number;
  #first = 0;
  #last = Number.NEGATIVE_INFINITY;

  /** A window of 0 milliseconds allows none. */
  constructor(input: { readonly clock: Clock; readonly windowMs: number }) {
    this.#clock = input.clock;
    this.#windowMs = input.windowMs;
  }

  /** To be asked after each failure. */
  allows(): boolean {
    if (this.#windowMs <= 0) return false;
    const now = this.#clock.monotonic();
    if (now - this.#last >= gapMs) this.#first = now;
    this.#last = now;
    if (now - this.#first <= this.#windowMs) return true;
    this.#last = Number.NEGATIVE_INFINITY;
    return false;
  }
}
