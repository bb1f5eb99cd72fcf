import type { Fault, FaultHandle, FaultMatch } from "./fault.js";
import { seededRandom } from "./random.js";

/** The request as faults see it. */
export interface FaultTarget {
  readonly verb: string;
  readonly group: string;
  readonly version: string;
  readonly resource: string;
  readonly subresource: string;
  readonly namespace: string;
  readonly name: string;
}

/** One call of `faults.on`: counts the requests that match, and says which of them are hit. */
export class Registration implements FaultHandle {
  readonly fault: Fault;
  readonly #match: FaultMatch;
  readonly #random: () => number;
  readonly #onRemove: (registration: Registration) => void;
  #seen = 0;
  #hits = 0;

  constructor(input: {
    readonly match: FaultMatch;
    readonly fault: Fault;
    readonly onRemove: (registration: Registration) => void;
  }) {
    this.fault = input.fault;
    this.#match = input.match;
    this.#random = seededRandom(input.match.seed ?? 1);
    this.#onRemove = input.onRemove;
  }

  get hits(): number {
    return this.#hits;
  }

  remove(): void {
    this.#onRemove(this);
  }

  /** Whether this request is hit. Counts it when it matches. */
  takes(target: FaultTarget): boolean {
    if (!this.#matches(target)) return false;
    this.#seen += 1;
    const { nth, probability } = this.#match;
    const chosen = nth === undefined || [nth].flat().includes(this.#seen);
    // Drawn for every request that matches, so that `nth` does not shift the sequence.
    const lucky = probability === undefined || this.#random() < probability;
    if (!chosen || !lucky) return false;
    this.#hits += 1;
    return true;
  }

  #matches(target: FaultTarget): boolean {
    const { verb, group, version, resource, subresource, namespace, name } = this.#match;
    const members = { group, version, resource, subresource, namespace, name };
    if (verb !== undefined && ![verb].flat().some((each) => each === target.verb)) return false;
    return Object.entries(members).every(
      ([member, wanted]) =>
        wanted === undefined ||
        Object.entries(target).some(([key, value]) => key === member && value === wanted),
    );
  }
}
