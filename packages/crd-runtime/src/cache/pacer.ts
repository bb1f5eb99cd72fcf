import type { Clock } from "../clock/index.js";

/** Milliseconds that work may take before others get a turn of the event loop. */
const budgetMs = 8;
/** Steps between two looks at the clock. */
const stepsPerLook = 16;

/**
 * Keeps long work from blocking the event loop.
 *
 * @example
 * for (const object of objects) {
 *   add(object);
 *   const turn = pacer.turn();
 *   if (turn !== undefined) await turn;
 * }
 */
export class Pacer {
  readonly #clock: Clock;
  #startedAt: number;
  #steps = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#startedAt = clock.monotonic();
  }

  /** To be called after each small step: undefined to go on, else the next turn of the event loop to wait for. */
  turn(): Promise<void> | undefined {
    if (++this.#steps % stepsPerLook !== 0) return undefined;
    if (this.#clock.monotonic() - this.#startedAt < budgetMs) return undefined;
    return this.#yield();
  }

  async #yield(): Promise<void> {
    await new Promise<void>((resolve) => setImmediate(resolve));
    this.#startedAt = this.#clock.monotonic();
  }
}
