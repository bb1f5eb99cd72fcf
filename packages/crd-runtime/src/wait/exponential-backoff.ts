import { type Clock, sleep, systemClock } from "../clock/index.js";
import { type BackoffSteps, delaysOf } from "./backoff-steps.js";
import { WaitTimeoutError } from "./errors.js";

/** How long to go on trying. */
export interface ExponentialBackoffOptions {
  readonly backoff: BackoffSteps;
  /** Ends the waits, and the attempts after the present one. */
  readonly signal?: AbortSignal | undefined;
  readonly clock?: Clock | undefined;
  /** At least 0, below 1. */
  readonly random?: (() => number) | undefined;
}

/**
 * Tries a condition until it holds, with growing delays between the attempts and none after the last. Follows
 * apimachinery's `wait.ExponentialBackoffWithContext`.
 *
 * @throws WaitTimeoutError after the last attempt; what the condition throws; the signal's reason when it is aborted
 * @example
 * await exponentialBackoff(async () => await isReady(), {
 *   backoff: { steps: 5, initialMs: 100, factor: 2, jitter: 0.1 },
 * });
 */
export async function exponentialBackoff(
  condition: () => boolean | Promise<boolean>,
  options: ExponentialBackoffOptions,
): Promise<void> {
  const { backoff, signal, clock = systemClock, random } = options;
  signal?.throwIfAborted();
  if (backoff.steps > 0 && (await condition())) return;
  for (const ms of delaysOf({ backoff, random })) {
    await sleep({ clock, ms, signal });
    if (await condition()) return;
  }
  signal?.throwIfAborted();
  throw new WaitTimeoutError(`the condition does not hold after ${backoff.steps} attempts`);
}
