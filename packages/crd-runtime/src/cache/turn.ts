import type { Clock } from "../clock/index.js";

/** Milliseconds that all paced work may take together before others get a turn of the event loop. */
const budgetMs = 8;

const turns = new WeakMap<Clock, Turn>();

/** The turn of the event loop that all paced work on a clock shares. */
export function turnOf(clock: Clock): Turn {
  const known = turns.get(clock);
  if (known !== undefined) return known;
  const turn = new Turn(clock);
  turns.set(clock, turn);
  return turn;
}

/**
 * One turn of the event loop after the other. Informers that each kept to a time of their own would block it together: a
 * hundred of them for a hundred times as long.
 */
export class Turn {
  readonly #clock: Clock;
  /** Time of the first work in this turn. */
  #startedAt: number | undefined;
  readonly #waiting: (() => void)[] = [];
  #isEndScheduled = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Whether the work of this turn has taken its time. */
  isOver(): boolean {
    const now = this.#clock.monotonic();
    this.#startedAt ??= now;
    this.#scheduleEnd();
    return now - this.#startedAt >= budgetMs;
  }

  /** Waits for a turn to go on in. Each goes to one, in the order in which they asked. */
  next(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#scheduleEnd();
    });
  }

  #scheduleEnd(): void {
    if (this.#isEndScheduled) return;
    this.#isEndScheduled = true;
    setImmediate(() => {
      this.#isEndScheduled = false;
      this.#startedAt = undefined;
      this.#waiting.shift()?.();
      if (this.#waiting.length > 0) this.#scheduleEnd();
    });
  }
}
