import type { Clock } from "./clock.js";

/** How delays grow: `initialMs`, times `factor` each time, up to `capMs`; each is lengthened by a random part of it. */
export interface BackoffOptions {
  readonly initialMs: number;
  /** At least 1; 1 keeps the delay. */
  readonly factor: number;
  readonly capMs: number;
  /** 1 makes a delay d a random one between d and 2 d; 0 leaves it exact. */
  readonly jitter: number;
  /** Delays begin anew when none was asked for during so many milliseconds after the last one ended; 0 never. */
  readonly resetAfterMs: number;
}

/** client-go's reflector: 0.8 s doubled up to 30 s, jitter up to the same again, anew after two quiet minutes. */
export const defaultBackoff: BackoffOptions = {
  initialMs: 800,
  factor: 2,
  capMs: 30_000,
  jitter: 1,
  resetAfterMs: 120_000,
};

/** Successive delays between attempts. */
export class Backoff {
  readonly #options: BackoffOptions;
  readonly #clock: Clock;
  readonly #random: () => number;
  #nextMs: number;
  #quietFrom = 0;

  constructor(input: {
    readonly options: BackoffOptions;
    readonly clock: Clock;
    /** At least 0, below 1. */
    readonly random?: (() => number) | undefined;
  }) {
    this.#options = input.options;
    this.#clock = input.clock;
    this.#random = input.random ?? Math.random;
    this.#nextMs = Math.min(input.options.initialMs, input.options.capMs);
  }

  /** Milliseconds to wait before the next attempt. */
  next(): number {
    const { initialMs, factor, capMs, jitter, resetAfterMs } = this.#options;
    const now = this.#clock.monotonic();
    const quietMs = now - this.#quietFrom;
    if (resetAfterMs > 0 && quietMs > resetAfterMs) this.#nextMs = Math.min(initialMs, capMs);
    const delay = this.#nextMs * (1 + jitter * this.#random());
    this.#nextMs = Math.min(this.#nextMs * factor, capMs);
    this.#quietFrom = now + delay;
    return delay;
  }
}
