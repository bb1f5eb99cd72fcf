import { randomUUID } from "node:crypto";
import type { Clock } from "../clock/index.js";
import { dnsSubdomainErrors } from "../schema/metadata/names.js";

/** Names events: `orders.18a2f3c4d5e6f700`, the object's name and nanoseconds since the epoch. Never the same twice. */
export class EventNames {
  readonly #clock: Clock;
  #last = 0n;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Of an object whose name is no name for an event, the event's is made of random digits. */
  next(name: string | undefined): string {
    const now = BigInt(Math.trunc(this.#clock.now())) * 1_000_000n;
    this.#last = now > this.#last ? now : this.#last + 1n;
    const suffix = this.#last.toString(16);
    const made = `${name}.${suffix}`;
    return dnsSubdomainErrors(made).length === 0 ? made : `${randomUUID()}.${suffix}`;
  }
}
