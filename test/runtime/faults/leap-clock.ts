import { type Clock, systemClock, type Timer, type TimerOptions } from "crd-runtime";

interface Pending {
  readonly due: number;
  readonly callback: () => void;
  readonly options: TimerOptions | undefined;
  timer: Timer;
}

/** The machine's time, which a test can make leap, so that nobody waits for a deadline of minutes. */
export class LeapClock implements Clock {
  readonly #pending = new Set<Pending>();
  #leapt = 0;

  /** Timers that have not fired. */
  get timers(): number {
    return this.#pending.size;
  }

  now(): number {
    return systemClock.now() + this.#leapt;
  }

  monotonic(): number {
    return systemClock.monotonic() + this.#leapt;
  }

  setTimer(ms: number, callback: () => void, options?: TimerOptions): Timer {
    const due = this.monotonic() + ms;
    const pending: Pending = { due, callback, options, timer: { cancel: () => {} } };
    this.#pending.add(pending);
    this.#arm(pending);
    return {
      cancel: () => {
        this.#pending.delete(pending);
        pending.timer.cancel();
      },
    };
  }

  /** Timers that become due fire soon, in the order of their times. */
  leap(ms: number): void {
    this.#leapt += ms;
    for (const pending of [...this.#pending].sort((a, b) => a.due - b.due)) {
      pending.timer.cancel();
      this.#arm(pending);
    }
  }

  #arm(pending: Pending): void {
    const fire = (): void => {
      this.#pending.delete(pending);
      pending.callback();
    };
    pending.timer = systemClock.setTimer(pending.due - this.monotonic(), fire, pending.options);
  }
}
