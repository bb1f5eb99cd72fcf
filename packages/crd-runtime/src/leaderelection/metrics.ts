/** What leader electors count; `name` names the lease. */
export interface LeaderElectionMetrics {
  on(name: string): void;
  off(name: string): void;
  slowpathExercised(name: string): void;
}

/** Counts nothing. */
export const noLeaderElectionMetrics: LeaderElectionMetrics = {
  on: () => {},
  off: () => {},
  slowpathExercised: () => {},
};
