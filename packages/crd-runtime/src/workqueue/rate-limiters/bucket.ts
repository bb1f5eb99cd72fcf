import type { Clock } from "../../clock/index.js";
import { TokenBucket } from "../../rest/token-bucket.js";
import type { WorkqueueRateLimiter } from "./rate-limiter.js";

/**
 * Lets `burst` items be tried again at once and then `qps` a second, whichever they are. Every answer takes a token, also
 * when the item then waits already.
 */
export class BucketRateLimiter implements WorkqueueRateLimiter {
  readonly #bucket: TokenBucket;

  /** @throws ConfigError when qps or burst is not above 0, or burst is not a whole number */
  constructor(options: {
    readonly qps: number;
    readonly burst: number;
    readonly clock?: Clock | undefined;
  }) {
    this.#bucket = new TokenBucket(options);
  }

  when(): number {
    return this.#bucket.reserve();
  }

  forget(): void {}

  numRequeues(): number {
    return 0;
  }
}
