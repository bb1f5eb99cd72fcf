import { type Clock, sleep, systemClock } from "../clock/index.js";
import { isConflict } from "../rest/index.js";
import { type BackoffSteps, delaysOf } from "../wait/index.js";

/** For a conflict with another client that writes as often as this one: client-go's `retry.DefaultRetry`. */
export const defaultRetry: BackoffSteps = { steps: 5, initialMs: 10, factor: 1, jitter: 0.1 };

/** For a conflict with a client that may write for a while: client-go's `retry.DefaultBackoff`. */
export const defaultBackoffOnConflict: BackoffSteps = {
  steps: 4,
  initialMs: 10,
  factor: 5,
  jitter: 0.1,
};

/** How often to try, and until when. */
export interface RetryOptions {
  /** {@link defaultRetry} when absent. */
  readonly backoff?: BackoffSteps | undefined;
  /** Ends the waits; the work must look at it itself. */
  readonly signal?: AbortSignal | undefined;
  readonly clock?: Clock | undefined;
  /** At least 0, below 1. */
  readonly random?: (() => number) | undefined;
}

/** Which errors are worth another attempt, too. */
export interface RetryOnErrorOptions extends RetryOptions {
  readonly retriable: (error: unknown) => boolean;
}

/**
 * Does something again as long as it fails with a conflict. What is done must read the object anew each time: the one
 * that was in conflict stays so. Follows client-go's `util/retry`.
 *
 * @returns what the work returns
 * @throws the last conflict after the last attempt; any other error at once; the signal's reason when a wait is aborted
 * @example
 * await retryOnConflict(async () => {
 *   const database = await databases.get("orders");
 *   await databases.updateStatus({ ...database, status: { phase: "Ready" } });
 * });
 */
export async function retryOnConflict<R>(
  work: () => R | Promise<R>,
  options: RetryOptions = {},
): Promise<R> {
  return await retryOnError(work, { ...options, retriable: isConflict });
}

/**
 * Does something again as long as it fails with an error of a sort. There is no wait after the last attempt.
 *
 * @returns what the work returns
 * @throws the last error after the last attempt; an error of another sort at once; the signal's reason when a wait is aborted
 * @throws RangeError when the backoff allows no attempt
 */
export async function retryOnError<R>(
  work: () => R | Promise<R>,
  options: RetryOnErrorOptions,
): Promise<R> {
  const { backoff = defaultRetry, signal, clock = systemClock, random, retriable } = options;
  if (backoff.steps < 1) throw new RangeError(`a backoff needs a step at least: ${backoff.steps}`);
  for (const ms of delaysOf({ backoff, random })) {
    try {
      return await work();
    } catch (error) {
      if (!retriable(error)) throw error;
    }
    await sleep({ clock, ms, signal });
  }
  return await work();
}
