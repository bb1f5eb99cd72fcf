import { type Clock, systemClock } from "../clock/index.js";
import {
  type LeaderElectionMetrics,
  leaderElectionMetrics,
  type MetricsProvider,
  noopMetricsProvider,
} from "../metrics/index.js";
import { ConfigError } from "../rest/index.js";
import type { LeaderHealthzAdaptor } from "./healthz-adaptor.js";
import { type LeaderElectionError, warnOfLeaderElectionErrors } from "./leader-election-error.js";
import type { ResourceLock } from "./resourcelock/resource-lock.js";

/** What an elector tells its program. Each is called once for each transition. */
export interface LeaderCallbacks {
  /**
   * The work of a leader. The signal is aborted when leadership ends, and nothing may be begun after that. The promise is
   * awaited before the lease is released: resolve it when the work has ended. Resolving it early keeps the lease;
   * throwing gives it up, and `run` rejects with what was thrown.
   */
  readonly onStartedLeading: (input: { readonly signal: AbortSignal }) => void | Promise<void>;
  /**
   * Leadership is over: called at once when it was lost, and after the work has ended and the lease is released when it
   * was given up. Never called without `onStartedLeading` before.
   */
  readonly onStoppedLeading?: (() => void | Promise<void>) | undefined;
  /** Another holder was seen, this candidate included; `""` when the lease was released. */
  readonly onNewLeader?: ((identity: string) => void) | undefined;
}

/** How a candidate takes part in an election. Names follow client-go's `LeaderElectionConfig`; times are milliseconds. */
export interface LeaderElectionConfig {
  readonly lock: ResourceLock;
  /**
   * How long others wait after the last renewal they have seen before they take the lease; whole seconds. 15 s when absent.
   */
  readonly leaseDurationMs?: number | undefined;
  /** How long a leader tries to renew before it gives up. 10 s when absent. */
  readonly renewDeadlineMs?: number | undefined;
  /** Time between two tries; candidates lengthen it by a random part of up to 120 %. 2 s when absent. */
  readonly retryPeriodMs?: number | undefined;
  readonly callbacks: LeaderCallbacks;
  /**
   * Whether the lease is released once the work has ended, so that others need not wait for it to expire. True when absent:
   * unlike client-go's, the release waits for the work.
   */
  readonly releaseOnCancel?: boolean | undefined;
  /** How long the work may take to end, never for good; after that the lease is left to expire. 30 s when absent. */
  readonly gracefulShutdownTimeoutMs?: number | undefined;
  /** Told of the elector, for health checks. */
  readonly watchDog?: LeaderHealthzAdaptor | undefined;
  /** Names the elector in metrics; `namespace/name` of the lease when absent. */
  readonly name?: string | undefined;
  /** Makes the metrics that say who leads; none when absent. */
  readonly metricsProvider?: MetricsProvider | undefined;
  /** Hears of everything that goes wrong; warnings of the process when absent. */
  readonly onError?: ((error: LeaderElectionError) => void) | undefined;
  readonly clock?: Clock | undefined;
  /** At least 0, below 1. */
  readonly random?: (() => number) | undefined;
}

/** A candidate lengthens its waits by up to this share of the retry period. */
export const jitterFactor = 1.2;

/** A config in which everything is decided. */
export type CompleteConfig = {
  readonly [K in Exclude<
    keyof LeaderElectionConfig,
    "watchDog" | "metricsProvider"
  >]-?: NonNullable<LeaderElectionConfig[K]>;
} & { readonly metrics: LeaderElectionMetrics };

/** Largest number of seconds that a Lease holds. */
const maxSeconds = 2 ** 31 - 1;

/** @throws ConfigError when no election can be run so */
export function completeConfig(config: LeaderElectionConfig): CompleteConfig {
  const { lock, callbacks, clock = systemClock } = config;
  if (!lock) throw new ConfigError("leader election: a lock is required");
  const complete: CompleteConfig = {
    lock,
    callbacks,
    clock,
    leaseDurationMs: config.leaseDurationMs ?? 15_000,
    renewDeadlineMs: config.renewDeadlineMs ?? 10_000,
    retryPeriodMs: config.retryPeriodMs ?? 2_000,
    releaseOnCancel: config.releaseOnCancel ?? true,
    gracefulShutdownTimeoutMs: config.gracefulShutdownTimeoutMs ?? 30_000,
    name: config.name ?? lock.describe(),
    metrics: leaderElectionMetrics(config.metricsProvider ?? noopMetricsProvider),
    onError: config.onError ?? warnOfLeaderElectionErrors(clock),
    random: config.random ?? Math.random,
  };
  const problem = problemOf(complete);
  if (problem !== undefined) {
    throw new ConfigError(`leader election on lease ${lock.describe()}: ${problem}`);
  }
  return complete;
}

function problemOf(config: CompleteConfig): string | undefined {
  const { lock, callbacks, leaseDurationMs, renewDeadlineMs, retryPeriodMs } = config;
  if (typeof lock.identity !== "string" || lock.identity === "") {
    return "the identity of the lock is empty: give each candidate one of its own, such as host name and a random part";
  }
  if (typeof callbacks?.onStartedLeading !== "function") {
    return "the callback onStartedLeading is required";
  }
  for (const name of ["leaseDurationMs", "renewDeadlineMs", "retryPeriodMs"] as const) {
    const ms = config[name];
    if (!(ms > 0 && Number.isFinite(ms))) return `${name} must be above 0 milliseconds: ${ms}`;
  }
  if (leaseDurationMs % 1_000 !== 0 || leaseDurationMs / 1_000 > maxSeconds) {
    return `leaseDurationMs must be whole seconds, since a Lease holds seconds: ${leaseDurationMs}`;
  }
  if (leaseDurationMs <= renewDeadlineMs) {
    return `leaseDurationMs must be greater than renewDeadlineMs: ${leaseDurationMs} is not greater than ${renewDeadlineMs}`;
  }
  if (renewDeadlineMs <= retryPeriodMs * jitterFactor) {
    return `renewDeadlineMs must be greater than ${jitterFactor} times retryPeriodMs: ${renewDeadlineMs} is not greater than ${jitterFactor} * ${retryPeriodMs}`;
  }
  const graceMs = config.gracefulShutdownTimeoutMs;
  if (!(graceMs >= 0)) return `gracefulShutdownTimeoutMs must not be below 0: ${graceMs}`;
  if (!Number.isFinite(graceMs)) {
    return `gracefulShutdownTimeoutMs must have an end, or work that hangs keeps the lease for good: ${graceMs}`;
  }
  return undefined;
}
