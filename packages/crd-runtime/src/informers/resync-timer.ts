import type { Clock, Timer } from "../clock/index.js";

/** What is due every so often. */
interface Resyncable {
  /** 0 for never. */
  readonly resyncPeriodMs: number;
  resyncDue: boolean;
}

/**
 * Marks handlers as due for a resync, each in its own period, from the start or from when it was added later. Unlike
 * client-go's, it does not depend on the connection, so relists do not put a resync off, and no period is rounded to that of
 * others.
 */
export class ResyncTimer<Handler extends Resyncable> {
  readonly #clock: Clock;
  readonly #onDue: () => void;
  readonly #nextAt = new Map<Handler, number>();
  #timer: Timer | undefined;
  #running = false;

  constructor(input: {
    readonly clock: Clock;
    /** Called when at least one handler has become due. */
    readonly onDue: () => void;
  }) {
    this.#clock = input.clock;
    this.#onDue = input.onDue;
  }

  add(handler: Handler): void {
    if (handler.resyncPeriodMs <= 0) return;
    this.#nextAt.set(handler, this.#clock.monotonic() + handler.resyncPeriodMs);
    this.#arm();
  }

  delete(handler: Handler): void {
    if (this.#nextAt.delete(handler)) this.#arm();
  }

  /** Before, nothing becomes due; the periods of those that are there begin now. */
  start(): void {
    this.#running = true;
    const now = this.#clock.monotonic();
    for (const handler of this.#nextAt.keys()) {
      this.#nextAt.set(handler, now + handler.resyncPeriodMs);
    }
    this.#arm();
  }

  stop(): void {
    this.#running = false;
    this.#timer?.cancel();
  }

  #arm(): void {
    this.#timer?.cancel();
    if (!this.#running || this.#nextAt.size === 0) return;
    const next = Math.min(...this.#nextAt.values());
    this.#timer = this.#clock.setTimer(next - this.#clock.monotonic(), () => this.#fire());
  }

  #fire(): void {
    const now = this.#clock.monotonic();
    let due = false;
    for (const [handler, at] of this.#nextAt) {
      if (at > now) continue;
      handler.resyncDue = true;
      due = true;
      this.#nextAt.set(handler, now + handler.resyncPeriodMs);
    }
    this.#arm();
    if (due) this.#onDue();
  }
}
