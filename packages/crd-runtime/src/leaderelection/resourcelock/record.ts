import type { int32, MicroTime } from "../../meta/index.js";
import type { LeaseSpec } from "./lease.js";

/** What a lock says about the election. Follows client-go's `resourcelock.LeaderElectionRecord`. */
export interface LeaderElectionRecord {
  /** `""`: nobody. */
  readonly holderIdentity: string;
  readonly leaseDurationSeconds: int32;
  /** By the holder's clock, as is `renewTime`: compared for equality alone. */
  readonly acquireTime: MicroTime;
  readonly renewTime: MicroTime;
  readonly leaderTransitions: int32;
  readonly strategy?: string | undefined;
  readonly preferredHolder?: string | undefined;
}

/** Reads a record from a Lease; what is absent is empty. */
export function leaseSpecToLeaderElectionRecord(
  spec: Readonly<LeaseSpec> | null | undefined,
): LeaderElectionRecord {
  const { strategy, preferredHolder } = spec ?? {};
  return {
    holderIdentity: spec?.holderIdentity ?? "",
    leaseDurationSeconds: spec?.leaseDurationSeconds ?? 0,
    acquireTime: spec?.acquireTime ?? "",
    renewTime: spec?.renewTime ?? "",
    leaderTransitions: spec?.leaseTransitions ?? 0,
    ...(strategy ? { strategy } : {}),
    ...(preferredHolder ? { preferredHolder } : {}),
  };
}

/** Makes the spec of a Lease; empty times, strategies and preferences are left out, an empty holder is not. */
export function leaderElectionRecordToLeaseSpec(record: LeaderElectionRecord): LeaseSpec {
  const { acquireTime, renewTime, strategy, preferredHolder } = record;
  return {
    holderIdentity: record.holderIdentity,
    leaseDurationSeconds: record.leaseDurationSeconds,
    ...(acquireTime ? { acquireTime } : {}),
    ...(renewTime ? { renewTime } : {}),
    leaseTransitions: record.leaderTransitions,
    ...(strategy ? { strategy } : {}),
    ...(preferredHolder ? { preferredHolder } : {}),
  };
}

/** Whether two records say the same. */
export function isSameRecord(input: {
  readonly a: LeaderElectionRecord;
  readonly b: LeaderElectionRecord;
}): boolean {
  const { a, b } = input;
  return (
    a.holderIdentity === b.holderIdentity &&
    a.leaseDurationSeconds === b.leaseDurationSeconds &&
    a.acquireTime === b.acquireTime &&
    a.renewTime === b.renewTime &&
    a.leaderTransitions === b.leaderTransitions &&
    a.strategy === b.strategy &&
    a.preferredHolder === b.preferredHolder
  );
}
