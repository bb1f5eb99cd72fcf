import type { Clock } from "../clock/index.js";
import { throttledWarnings } from "../warnings/throttled-warnings.js";

/** Where an elector met with an error. */
export type LeaderElectionErrorSource =
  | "get"
  | "create"
  | "update"
  | "release"
  /** Another candidate has put down a duration with surprising effects. */
  | "record"
  /** Leadership ended without having been given up. */
  | "lost"
  /** A callback threw, or the work did not end in time. */
  | "callback"
  | "event"
  | "misuse";

/** What a {@link LeaderElectionError} is made of. */
export interface LeaderElectionErrorInit {
  readonly lease: string;
  readonly source: LeaderElectionErrorSource;
  readonly message: string;
  /** `error` when absent. */
  readonly level?: "error" | "info";
  readonly cause?: unknown;
}

/** Something went wrong in a leader election. What it was is in `cause`. */
export class LeaderElectionError extends Error {
  override readonly name = "LeaderElectionError";
  /** `namespace/name` of the lease. */
  readonly lease: string;
  readonly source: LeaderElectionErrorSource;
  /** `info` is for what belongs to a normal life, such as another candidate that was first. */
  readonly level: "error" | "info";

  constructor(input: LeaderElectionErrorInit) {
    const { lease, source, message, level = "error", cause } = input;
    const reason = cause === undefined ? "" : `: ${cause instanceof Error ? cause.message : cause}`;
    super(
      `leader election on lease ${lease}: ${message}${reason}`,
      cause === undefined ? {} : { cause },
    );
    this.lease = lease;
    this.source = source;
    this.level = level;
  }
}

/**
 * What electors do about errors when no `onError` is given: errors that are no part of normal life become warnings of the
 * process, of type `LeaderElectionWarning`, at most one a second of each sort.
 */
export function warnOfLeaderElectionErrors(clock: Clock): (error: LeaderElectionError) => void {
  return throttledWarnings({
    clock,
    type: "LeaderElectionWarning",
    sortOf: ({ lease, source }) => `${lease} ${source}`,
  });
}
