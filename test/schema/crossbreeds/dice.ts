import { type Random, randomOf } from "../mutate.js";

/** Chance with a seed: always the same for the same seed. */
export class Dice {
  readonly #random: Random;

  constructor(seed: number) {
    this.#random = randomOf(seed);
  }

  /** A whole number below a limit. */
  below(limit: number): number {
    return this.#random(limit);
  }

  /** True once in so many times. */
  once(times: number): boolean {
    return this.#random(times) === 0;
  }

  /** @throws Error when there is nothing to pick from */
  pick<T>(list: readonly T[]): T {
    const picked = list[this.#random(list.length)];
    if (picked === undefined) throw new Error("nothing to pick from");
    return picked;
  }

  /** A seed for other dice. */
  seed(): number {
    return this.#random(2 ** 31);
  }
}
