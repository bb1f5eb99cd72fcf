import { onAbort } from "./on-abort.js";

/** A running timer. */
export interface Timer {
  /** Stops the timer; its callback is not called any more. Harmless when it has fired. */
  cancel(): void;
}

/** How a timer is set. */
export interface TimerOptions {
  /** Whether the process must not end before the timer does; false by default. */
  readonly keepsProcessAlive?: boolean;
}

/** Time as the runtime sees it, so that tests need none: everything that waits takes one. */
export interface Clock {
  /** Wall time, milliseconds since the epoch. */
  now(): number;
  /** Milliseconds on a clock that never steps back. */
  monotonic(): number;
  /** Calls back once, after at least `ms` milliseconds. A pending timer keeps no process alive unless asked to. */
  setTimer(ms: number, callback: () => void, options?: TimerOptions): Timer;
}

/** Longest delay that setTimeout takes; a longer one would fire at once. */
const maxDelayMs = 2 ** 31 - 1;

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  setTimer(ms, callback, options = {}) {
    let timer: NodeJS.Timeout;
    const arm = (left: number): void => {
      const delay = Math.min(Math.max(left, 0), maxDelayMs);
      // setTimeout truncates to whole milliseconds, and would fire early.
      timer = setTimeout(() => (left > delay ? arm(left - delay) : callback()), Math.ceil(delay));
      if (options.keepsProcessAlive !== true) timer.unref();
    };
    arm(ms);
    return { cancel: () => clearTimeout(timer) };
  },
};

/**
 * Waits on a clock. The process stays alive meanwhile, since somebody waits for what comes next, unless it need not.
 *
 * @throws the signal's reason, at once, when it is aborted before or while waiting
 */
export async function sleep(input: {
  readonly clock: Clock;
  readonly ms: number;
  readonly signal?: AbortSignal | undefined;
  readonly keepsProcessAlive?: boolean | undefined;
}): Promise<void> {
  const { clock, ms, signal, keepsProcessAlive = true } = input;
  signal?.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const wake = (): void => {
      release();
      resolve();
    };
    const timer = clock.setTimer(ms, wake, { keepsProcessAlive });
    const abort = (): void => {
      timer.cancel();
      reject(signal?.reason);
    };
    const release = onAbort({ signal, callback: abort });
  });
}
