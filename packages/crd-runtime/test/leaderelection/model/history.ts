import type { Lease } from "../../../src/index.js";

type Spec = NonNullable<Lease["spec"]>;

/** The states of the lease one after another, each of which must follow from the one before. */
export class History {
  readonly #isAtWork: (identity: string) => boolean;
  #last: Spec | undefined;

  constructor(input: { readonly isAtWork: (identity: string) => boolean }) {
    this.#isAtWork = input.isAtWork;
  }

  /** What is wrong with the next state; undefined when nothing is. */
  next(spec: Spec | undefined): string | undefined {
    const last = this.#last;
    this.#last = spec;
    if (spec === undefined || last === undefined) return undefined;
    const { holderIdentity: before = "", leaseTransitions: count = 0 } = last;
    const { holderIdentity: holder = "", leaseTransitions } = spec;
    const isTaken = holder !== "" && holder !== before;
    if (leaseTransitions !== count + (isTaken ? 1 : 0)) {
      return `leaseTransitions of ${count} and ${leaseTransitions} from ${before} to ${holder}`;
    }
    if (isTaken && spec.acquireTime !== spec.renewTime) {
      return `${holder} has acquired at ${spec.acquireTime} what it took at ${spec.renewTime}`;
    }
    if (holder === before && holder !== "" && spec.acquireTime !== last.acquireTime) {
      return `${holder} has acquired what it had`;
    }
    if (holder === "" && this.#isAtWork(before)) return `${before} released before its work ended`;
    return undefined;
  }
}
