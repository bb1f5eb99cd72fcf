export { BucketRateLimiter } from "./bucket.js";
export { defaultControllerRateLimiter } from "./default.js";
export { ItemExponentialFailureRateLimiter } from "./item-exponential-failure.js";
export { ItemFastSlowRateLimiter } from "./item-fast-slow.js";
export { MaxOfRateLimiter } from "./max-of.js";
export type { WorkqueueRateLimiter } from "./rate-limiter.js";
export { WithMaxWaitRateLimiter } from "./with-max-wait.js";
