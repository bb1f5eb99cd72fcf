import type { ItemKey } from "../item-key.js";
import type { WorkqueueRateLimiter } from "./rate-limiter.js";

/** Asks several rate limiters and takes the longest delay. */
export class MaxOfRateLimiter implements WorkqueueRateLimiter {
  readonly #limiters: readonly WorkqueueRateLimiter[];

  constructor(limiters: readonly WorkqueueRateLimiter[]) {
    this.#limiters = limiters;
  }

  when(key: ItemKey): number {
    return Math.max(0, ...this.#limiters.map((limiter) => limiter.when(key)));
  }

  forget(key: ItemKey): void {
    for (const limiter of this.#limiters) limiter.forget(key);
  }

  numRequeues(key: ItemKey): number {
    return Math.max(0, ...this.#limiters.map((limiter) => limiter.numRequeues(key)));
  }
}
