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
  readonly #nth: readonly number[] | undefined;
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
    this.#nth = input.match.nth === undefined ? undefined : [input.match.nth].flat();
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
    const { probability } = this.#match;
    const chosen = this.#nth === undefined || this.#nth.includes(this.#seen);
    // No request to come is hit any more.
    if (this.#nth?.every((nth) => nth <= this.#seen)) this.remove();
    // Drawn for every request that matches, so that `nth` does not shift the sequence.
    const lucky = probability === undefined || this.#random() < probability;
    if (!chosen || !lucky) return false;
    this.#hits += 1;
    return true;
  }

  #matches(target: FaultTarget): boolean {
    const { verb, group, version, resource, subresource, namespace, name } = this.#match;
    const isOrAny = (wanted: string | undefined, is: string): boolean =>
      wanted === undefined || wanted === is;
    return (
      (verb === undefined || [verb].flat().some((each) => each === target.verb)) &&
      isOrAny(group, target.group) &&
      isOrAny(version, target.version) &&
      isOrAny(resource, target.resource) &&
      isOrAny(subresource, target.subresource) &&
      isOrAny(namespace, target.namespace) &&
      isOrAny(name, target.name)
    );
  }
}
