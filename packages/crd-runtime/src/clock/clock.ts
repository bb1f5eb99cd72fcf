/** A running timer. */
export interface Timer {
  /** Stops the timer; its callback is not called any more. Harmless when it has fired. */
  cancel(): void;
}

/** Time as the runtime sees it, so that tests need none: everything that waits takes one. */
export interface Clock {
  /** Wall time, milliseconds since the epoch. */
  now(): number;
  /** Milliseconds on a clock that never steps back. */
  monotonic(): number;
  /** Calls back once, after at least `ms` milliseconds. A pending timer keeps no process alive. */
  setTimer(ms: number, callback: () => void): Timer;
}

/** Longest delay that setTimeout takes; a longer one would fire at once. */
const maxDelayMs = 2 ** 31 - 1;

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  setTimer(ms, callback) {
    const timer = setTimeout(callback, Math.min(Math.max(ms, 0), maxDelayMs));
    timer.unref();
    return { cancel: () => clearTimeout(timer) };
  },
};

/**
 * Waits on a clock.
 *
 * @throws the signal's reason, at once, when it is aborted before or while waiting
 */
export async function sleep(input: {
  readonly clock: Clock;
  readonly ms: number;
  readonly signal?: AbortSignal | undefined;
}): Promise<void> {
  const { clock, ms, signal } = input;
  signal?.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const onAbort = (): void => {
      timer.cancel();
      reject(signal?.reason);
    };
    const timer = clock.setTimer(ms, () => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    });
    signal?.addEventListener("abort", onAbort, { once: true });
  });
}
