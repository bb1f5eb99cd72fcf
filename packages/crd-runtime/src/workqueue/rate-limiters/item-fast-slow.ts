import type { ItemKey } from "../item-key.js";
import { Failures } from "./failures.js";
import { checkMs, type WorkqueueRateLimiter } from "./rate-limiter.js";

/** Lets an item wait `fastDelayMs` for its first `maxFastAttempts` failures, `slowDelayMs` from then on. */
export class ItemFastSlowRateLimiter implements WorkqueueRateLimiter {
  readonly #failures = new Failures();
  readonly #fastDelayMs: number;
  readonly #slowDelayMs: number;
  readonly #maxFastAttempts: number;

  /** @throws RangeError when a delay is negative, NaN or infinite */
  constructor(options: {
    readonly fastDelayMs: number;
    readonly slowDelayMs: number;
    readonly maxFastAttempts: number;
  }) {
    const { fastDelayMs, slowDelayMs, maxFastAttempts } = options;
    checkMs({ fastDelayMs, slowDelayMs });
    this.#fastDelayMs = fastDelayMs;
    this.#slowDelayMs = slowDelayMs;
    this.#maxFastAttempts = maxFastAttempts;
  }

  when(key: ItemKey): number {
    return this.#failures.add(key) < this.#maxFastAttempts ? this.#fastDelayMs : this.#slowDelayMs;
  }

  forget(key: ItemKey): void {
    this.#failures.forget(key);
  }

  numRequeues(key: ItemKey): number {
    return this.#failures.of(key);
  }
}
