import type { LeaderElectionError } from "./leader-election-error.js";
import type { LeaderElector } from "./leader-elector.js";

/**
 * A health check of a leader election: it fails when this process holds the lease and could not renew it for longer than the
 * lease and a tolerance, which means that it should have ended and has not. Follows client-go's `HealthzAdaptor`.
 *
 * @example
 * const watchDog = new LeaderHealthzAdaptor({ timeoutMs: 20_000 });
 * const elector = new LeaderElector({ lock, callbacks, watchDog });
 * // in the handler of /healthz
 * response.statusCode = watchDog.check() === undefined ? 200 : 500;
 */
export class LeaderHealthzAdaptor {
  /** Names the check among others. */
  readonly name = "leaderElection";
  readonly #timeoutMs: number;
  #elector: Pick<LeaderElector, "check"> | undefined;

  /** `timeoutMs`: how long after the end of its lease a leader still counts as healthy. */
  constructor(input: { readonly timeoutMs: number }) {
    this.#timeoutMs = input.timeoutMs;
  }

  /** What is wrong; undefined when nothing is, or no elector is known yet. */
  check(): LeaderElectionError | undefined {
    return this.#elector?.check(this.#timeoutMs);
  }

  /** Ties the check to an elector; electors that are given it as `watchDog` do so themselves. */
  setLeaderElection(elector: Pick<LeaderElector, "check">): void {
    this.#elector = elector;
  }
}
