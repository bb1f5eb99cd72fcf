export { type BackoffSteps, delaysOf } from "./backoff-steps.js";
export { WaitTimeoutError } from "./errors.js";
export { type ExponentialBackoffOptions, exponentialBackoff } from "./exponential-backoff.js";
export { type Condition as PollCondition, type PollOptions, pollUntil } from "./poll-until.js";
