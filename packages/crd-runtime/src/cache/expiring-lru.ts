import type { Clock } from "../clock/index.js";

/** Values by key, for a while and of a limited number: the one that was not read for longest goes first. */
export class ExpiringLru<Value> {
  readonly #clock: Clock;
  readonly #ttlMs: number;
  readonly #size: number;
  readonly #entries = new Map<string, { readonly value: Value; readonly expiresAt: number }>();

  constructor(input: { readonly clock: Clock; readonly ttlMs: number; readonly size: number }) {
    this.#clock = input.clock;
    this.#ttlMs = input.ttlMs;
    this.#size = input.size;
  }

  get(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    this.#entries.delete(key);
    if (entry === undefined || entry.expiresAt <= this.#clock.monotonic()) return undefined;
    this.#entries.set(key, entry);
    return entry.value;
  }

  set(key: string, value: Value): void {
    this.#entries.delete(key);
    this.#entries.set(key, { value, expiresAt: this.#clock.monotonic() + this.#ttlMs });
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > this.#size && oldest !== undefined) this.#entries.delete(oldest);
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }

  /** Those that have expired since they were last read included. */
  keys(): readonly string[] {
    return [...this.#entries.keys()];
  }
}
