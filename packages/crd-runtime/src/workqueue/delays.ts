import type { Clock, Timer } from "../clock/index.js";
import { Ordered, type OrderedElement } from "./ordered.js";

/** Something whose time comes. */
export interface Delayed extends OrderedElement {
  /** On the monotonic clock. */
  readyAt: number;
  /** Orders what is ready at one time. */
  sequence: number;
}

/** Waits for many times with one timer, which keeps no process alive. */
export class Delays<T extends Delayed> {
  readonly #clock: Clock;
  readonly #onReady: (delayed: T) => void;
  readonly #order = new Ordered<T>((a, b) =>
    a.readyAt === b.readyAt ? a.sequence < b.sequence : a.readyAt < b.readyAt,
  );
  #timer: Timer | undefined;
  #timerAt = Number.POSITIVE_INFINITY;

  constructor(input: { readonly clock: Clock; readonly onReady: (delayed: T) => void }) {
    this.#clock = input.clock;
    this.#onReady = input.onReady;
  }

  /** Begins to wait, or goes on to wait for another time. */
  set(delayed: T): void {
    this.#order.set(delayed);
    this.#arm();
  }

  /** Waits no more for one that is waited for. */
  delete(delayed: T): void {
    this.#order.delete(delayed);
    this.#arm();
  }

  clear(): void {
    this.#order.clear();
    this.#arm();
  }

  #arm(): void {
    const readyAt = this.#order.peek()?.readyAt ?? Number.POSITIVE_INFINITY;
    if (readyAt === this.#timerAt) return;
    this.#timer?.cancel();
    this.#timer = undefined;
    this.#timerAt = readyAt;
    if (readyAt === Number.POSITIVE_INFINITY) return;
    this.#timer = this.#clock.setTimer(readyAt - this.#clock.monotonic(), () => this.#fire());
  }

  #fire(): void {
    this.#timerAt = Number.POSITIVE_INFINITY;
    const now = this.#clock.monotonic();
    for (let next = this.#order.peek(); next !== undefined; next = this.#order.peek()) {
      if (next.readyAt > now) break;
      this.#order.delete(next);
      this.#onReady(next);
    }
    this.#arm();
  }
}
