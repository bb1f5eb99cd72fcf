import type { Clock } from "../clock/index.js";

/** How requests keep off a server that is overloaded or failing. */
export interface ServerBackoffOptions {
  /** Delay of requests after a first answer with 429 or 5xx, milliseconds; doubled by each further one. */
  readonly baseMs: number;
  /** Longest delay. */
  readonly maxMs: number;
}

/**
 * Delays all requests of a client after answers that tell of an overloaded or failing server, until one is answered
 * otherwise. Follows client-go's `rest.URLBackoff`, which is off by default, too.
 */
export class ServerBackoff {
  readonly #options: ServerBackoffOptions;
  readonly #clock: Clock;
  #delayMs = 0;
  #updatedAt = 0;

  constructor(input: { readonly options: ServerBackoffOptions; readonly clock: Clock }) {
    this.#options = input.options;
    this.#clock = input.clock;
  }

  /** Milliseconds to wait before a request. What is older than twice the longest delay does not count any more. */
  get delayMs(): number {
    const ageMs = this.#clock.monotonic() - this.#updatedAt;
    return ageMs > 2 * this.#options.maxMs ? 0 : this.#delayMs;
  }

  /** To be told how a request was answered; undefined for no answer, which says nothing of the server's load. */
  answered(code: number | undefined): void {
    const { baseMs, maxMs } = this.#options;
    if (code === undefined) return;
    const present = this.delayMs;
    const failing = code === 429 || code >= 500;
    this.#delayMs = failing ? Math.min(present === 0 ? baseMs : 2 * present, maxMs) : 0;
    this.#updatedAt = this.#clock.monotonic();
  }
}
