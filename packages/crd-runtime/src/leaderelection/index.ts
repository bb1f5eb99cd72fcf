export { LeaderHealthzAdaptor } from "./healthz-adaptor.js";
export type { LeaderCallbacks, LeaderElectionConfig } from "./leader-election-config.js";
export { LeaderElectionError, type LeaderElectionErrorSource } from "./leader-election-error.js";
export { LeaderElector } from "./leader-elector.js";
export { type Lease, type LeaseClient, type LeaseSpec, leaseClient } from "./resourcelock/lease.js";
export { LeaseLock, type LeaseLockOptions } from "./resourcelock/lease-lock.js";
export {
  type LeaderElectionRecord,
  leaderElectionRecordToLeaseSpec,
  leaseSpecToLeaderElectionRecord,
} from "./resourcelock/record.js";
export type { LockWrite, ResourceLock } from "./resourcelock/resource-lock.js";
