import type { ItemKey } from "../item-key.js";
import { checkMs, type WorkqueueRateLimiter } from "./rate-limiter.js";

/** Asks another rate limiter, and waits no longer than `maxDelayMs`. */
export class WithMaxWaitRateLimiter implements WorkqueueRateLimiter {
  readonly #limiter: WorkqueueRateLimiter;
  readonly #maxDelayMs: number;

  /** @throws RangeError when the delay is negative, NaN or infinite */
  constructor(options: { readonly limiter: WorkqueueRateLimiter; readonly maxDelayMs: number }) {
    const { limiter, maxDelayMs } = options;
    checkMs({ maxDelayMs });
    this.#limiter = limiter;
    this.#maxDelayMs = maxDelayMs;
  }

  when(key: ItemKey): number {
    return Math.min(this.#limiter.when(key), this.#maxDelayMs);
  }

  forget(key: ItemKey): void {
    this.#limiter.forget(key);
  }

  numRequeues(key: ItemKey): number {
    return this.#limiter.numRequeues(key);
  }
}
