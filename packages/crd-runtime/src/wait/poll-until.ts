import { withDeadline } from "../clock/deadline.js";
import { type Clock, sleep, systemClock } from "../clock/index.js";
import { WaitTimeoutError } from "./errors.js";

/** Whether what is waited for has come about. The signal ends with the wait. */
export type Condition = (signal: AbortSignal | undefined) => boolean | Promise<boolean>;

/** How often and how long to ask. */
export interface PollOptions {
  /** From the end of one attempt to the next, milliseconds. */
  readonly intervalMs: number;
  /** For all attempts, milliseconds; no limit when absent. */
  readonly timeoutMs?: number | undefined;
  /** Asks at once, whatever the signal says, instead of after the first interval; false when absent. */
  readonly immediate?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly clock?: Clock | undefined;
}

/**
 * Asks again and again until a condition holds. Follows apimachinery's `wait.PollUntilContextTimeout` and, without
 * `timeoutMs`, `wait.PollUntilContextCancel`. An attempt under way is waited for, and counts when it succeeds.
 *
 * @throws WaitTimeoutError when the time is up; what the condition throws; the signal's reason when it is aborted
 * @example
 * await pollUntil(async (signal) => (await databases.get("orders", { signal })).status?.phase === "Ready", {
 *   intervalMs: 1_000,
 *   timeoutMs: 60_000,
 * });
 */
export async function pollUntil(condition: Condition, options: PollOptions): Promise<void> {
  const { intervalMs, timeoutMs, immediate = false, clock = systemClock } = options;
  await withDeadline({
    clock,
    timeoutMs,
    signal: options.signal,
    timeoutError: (ms) => new WaitTimeoutError(`the condition does not hold after ${ms / 1_000} s`),
    work: async (signal) => {
      if (immediate && (await condition(signal))) return;
      for (;;) {
        await sleep({ clock, ms: intervalMs, signal });
        if (await condition(signal)) return;
      }
    },
  });
}
