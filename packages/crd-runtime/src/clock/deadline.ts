import type { Clock } from "./clock.js";
import { onAbort } from "./on-abort.js";

/**
 * Runs work under a time limit. The work gets a signal that ends with the caller's or with the limit.
 *
 * @throws what `timeoutError` makes, when the limit was what ended the work; else what the work throws
 */
export async function withDeadline<R>(input: {
  readonly clock: Clock;
  /** Milliseconds; undefined: no limit. */
  readonly timeoutMs: number | undefined;
  readonly signal: AbortSignal | undefined;
  readonly timeoutError: (timeoutMs: number) => Error;
  readonly work: (signal: AbortSignal | undefined) => Promise<R>;
}): Promise<R> {
  const { clock, timeoutMs, signal, timeoutError, work } = input;
  if (timeoutMs === undefined) {
    return await work(signal);
  }
  const controller = new AbortController();
  const release = onAbort({ signal, callback: () => controller.abort(signal?.reason) });
  const timer = clock.setTimer(timeoutMs, () => controller.abort(timeoutError(timeoutMs)));
  try {
    return await work(controller.signal);
  } finally {
    timer.cancel();
    release();
  }
}
