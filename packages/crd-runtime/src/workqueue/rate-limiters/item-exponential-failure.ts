import type { ItemKey } from "../item-key.js";
import { Failures } from "./failures.js";
import { checkMs, type WorkqueueRateLimiter } from "./rate-limiter.js";

/** Beyond it a power of two is infinite, and times 0 no number. */
const maxExponent = 1023;

/** Doubles the delay of an item with each failure, from `baseDelayMs` to `maxDelayMs`. */
export class ItemExponentialFailureRateLimiter implements WorkqueueRateLimiter {
  readonly #failures = new Failures();
  readonly #baseDelayMs: number;
  readonly #maxDelayMs: number;

  /** @throws RangeError when a delay is negative, NaN or infinite */
  constructor(options: { readonly baseDelayMs: number; readonly maxDelayMs: number }) {
    checkMs({ ...options });
    this.#baseDelayMs = options.baseDelayMs;
    this.#maxDelayMs = options.maxDelayMs;
  }

  when(key: ItemKey): number {
    const exponent = Math.min(this.#failures.add(key), maxExponent);
    return Math.min(this.#baseDelayMs * 2 ** exponent, this.#maxDelayMs);
  }

  forget(key: ItemKey): void {
    this.#failures.forget(key);
  }

  numRequeues(key: ItemKey): number {
    return this.#failures.of(key);
  }
}
