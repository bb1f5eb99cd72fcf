import type { MetricsProvider } from "./provider.js";

/** What leader electors count; `name` names the lease. */
export interface LeaderElectionMetrics {
  /** `leader_election_master_status` becomes 1. */
  on(name: string): void;
  /** `leader_election_master_status` becomes 0. */
  off(name: string): void;
  /** `leader_election_slowpath_total` goes up: a renewal had to read the lease first. */
  slowpathExercised(name: string): void;
}

/** Metrics of leader electors. Names follow client-go's `tools/leaderelection` and k8s.io/component-base. */
export function leaderElectionMetrics(provider: MetricsProvider): LeaderElectionMetrics {
  const labelNames = ["name"] as const;
  const master = provider.gauge({
    name: "leader_election_master_status",
    help: "1 where this process holds the lease, 0 where it waits for it; group by name, the name of the lease",
    labelNames,
  });
  const slowpath = provider.counter({
    name: "leader_election_slowpath_total",
    help: "Renewals that had to read the lease first; group by name, the name of the lease",
    labelNames,
  });
  return {
    on: (name) => master.with({ name }).set(1),
    off: (name) => master.with({ name }).set(0),
    slowpathExercised: (name) => slowpath.with({ name }).inc(),
  };
}
