import type { Clock } from "../../clock/index.js";
import { BucketRateLimiter } from "./bucket.js";
import { ItemExponentialFailureRateLimiter } from "./item-exponential-failure.js";
import { MaxOfRateLimiter } from "./max-of.js";
import type { WorkqueueRateLimiter } from "./rate-limiter.js";

/** An item doubles its own delay, from 5 ms to 1000 s; controller-runtime's default. */
export function defaultItemRateLimiter(): WorkqueueRateLimiter {
  return new ItemExponentialFailureRateLimiter({ baseDelayMs: 5, maxDelayMs: 1_000_000 });
}

/**
 * An item doubles its own delay, from 5 ms to 1000 s, and all items together are tried again 10 times a second after a burst
 * of 100. Follows client-go's `DefaultTypedControllerRateLimiter`.
 */
export function defaultControllerRateLimiter(
  options: { readonly clock?: Clock | undefined } = {},
): WorkqueueRateLimiter {
  const bucket = new BucketRateLimiter({ qps: 10, burst: 100, ...options });
  return new MaxOfRateLimiter([defaultItemRateLimiter(), bucket]);
}
