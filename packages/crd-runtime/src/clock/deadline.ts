import type { Clock } from "./clock.js";
import { onAbort } from "./on-abort.js";

interface Deadline<R> {
  readonly clock: Clock;
  /** Milliseconds; undefined: no limit. */
  readonly timeoutMs: number | undefined;
  readonly signal: AbortSignal | undefined;
  readonly timeoutError: (timeoutMs: number) => Error;
  readonly work: (signal: AbortSignal | undefined) => Promise<R>;
}

/**
 * Runs work under a time limit. The work gets a signal that ends with the caller's or with the limit.
 *
 * @throws what `timeoutError` makes, when the limit was what ended the work; else what the work throws
 */
export function withDeadline<R>(input: Deadline<R>): Promise<R> {
  const { timeoutMs, signal, work } = input;
  return timeoutMs === undefined ? work(signal) : limited({ ...input, timeoutMs });
}

async function limited<R>(input: Deadline<R> & { readonly timeoutMs: number }): Promise<R> {
  const { clock, timeoutMs, signal, timeoutError, work } = input;
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
