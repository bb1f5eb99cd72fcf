import type { ItemKey } from "../item-key.js";

/**
 * Decides how long an item waits before it is tried again. Sees the keys of items, as the queue tells them apart. Follows
 * `TypedRateLimiter` of client-go's `util/workqueue`.
 */
export interface WorkqueueRateLimiter {
  /** Counts a failure; milliseconds until the item may be tried again. */
  when(key: ItemKey): number;
  /** Forgets the failures of an item, whether it succeeded or was given up. */
  forget(key: ItemKey): void;
  /** Failures since the item was forgotten. */
  numRequeues(key: ItemKey): number;
}

/** @throws RangeError for what is no duration: NaN, infinite or negative */
export function checkMs(durations: Readonly<Record<string, number>>): void {
  for (const [name, ms] of Object.entries(durations)) {
    if (ms >= 0 && Number.isFinite(ms)) continue;
    throw new RangeError(`rate limiter: ${name} must be a number of milliseconds from 0 on: ${ms}`);
  }
}
