import type { Clock } from "../clock/index.js";
import { turnOf } from "./turn.js";

/** Steps between two looks at the clock. */
const stepsPerLook = 4;

/**
 * Keeps long work from blocking the event loop, together with all other work of the same clock.
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
  #steps = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** To be called after each small step: undefined to go on, else the next turn of the event loop to wait for. */
  turn(): Promise<void> | undefined {
    if (++this.#steps % stepsPerLook !== 0) return undefined;
    const turn = turnOf(this.#clock);
    return turn.isOver() ? turn.next() : undefined;
  }
}
