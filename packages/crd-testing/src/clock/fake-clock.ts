import type { Clock, Timer } from "crd-runtime";

interface Pending {
  readonly due: number;
  readonly sequence: number;
  readonly callback: () => void;
}

/** How a clock is made. */
export interface FakeClockOptions {
  /** Milliseconds since 1970 at which it stands; the first of 2026, UTC, when absent. */
  readonly start?: number | undefined;
  /**
   * Turns of the event loop in which work that waits for no time comes to rest; 20 when absent, enough where there are
   * sockets. Fewer are faster: work that waits for promises alone needs one.
   */
  readonly turns?: number | undefined;
}

/**
 * A clock that stands still until it is told to move. Timers fire in the order of their times, and of their setting where
 * these agree; between two, everything that they set going comes to rest first.
 *
 * @example
 * const clock = new FakeClock();
 * const done = sleep({ clock, ms: 1_000 });
 * await clock.advance(1_000);
 * await done;
 */
export class FakeClock implements Clock {
  readonly #start: number;
  readonly #turns: number;
  readonly #pending = new Set<Pending>();
  #elapsed = 0;
  #sequence = 0;

  constructor(options: FakeClockOptions = {}) {
    const { start = Date.UTC(2026, 0, 1), turns = 20 } = options;
    this.#start = start;
    this.#turns = turns;
  }

  now(): number {
    return this.#start + this.#elapsed;
  }

  monotonic(): number {
    return this.#elapsed;
  }

  setTimer(ms: number, callback: () => void): Timer {
    const pending = {
      due: this.#elapsed + Math.max(ms, 0),
      sequence: this.#sequence++,
      callback,
    };
    this.#pending.add(pending);
    return { cancel: () => void this.#pending.delete(pending) };
  }

  /** Milliseconds until each timer that is set, the next one first. */
  get timers(): readonly number[] {
    return [...this.#pending].sort(inOrder).map(({ due }) => due - this.#elapsed);
  }

  /** Moves time, firing what falls due on the way; what that sets for a time on the way fires too. */
  async advance(ms: number): Promise<void> {
    const end = this.#elapsed + ms;
    await this.settle();
    for (let next = this.#next(end); next !== undefined; next = this.#next(end)) {
      this.#pending.delete(next);
      this.#elapsed = Math.max(this.#elapsed, next.due);
      next.callback();
      await this.settle();
    }
    this.#elapsed = end;
    await this.settle();
  }

  /** Moves time to the next timer and fires it; harmless when none is set. Returns the milliseconds moved. */
  async advanceToNext(): Promise<number> {
    await this.settle();
    const [ms = 0] = this.timers;
    await this.advance(ms);
    return ms;
  }

  /** Lets everything that waits for no time come to rest. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < this.#turns; turn++) {
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
  }

  #next(end: number): Pending | undefined {
    let next: Pending | undefined;
    for (const each of this.#pending) {
      if (each.due <= end && (next === undefined || inOrder(each, next) < 0)) next = each;
    }
    return next;
  }
}

function inOrder(a: Pending, b: Pending): number {
  return a.due - b.due || a.sequence - b.sequence;
}
