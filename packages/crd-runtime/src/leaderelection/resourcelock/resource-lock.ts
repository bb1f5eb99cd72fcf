import type { CallOptions } from "../../rest/index.js";
import type { LeaderElectionRecord } from "./record.js";

/**
 * What candidates fight over. Writes are conditional: an update fails when somebody else has written since the last `get`,
 * `create` or `update`. Follows client-go's `resourcelock.Interface`.
 */
export interface ResourceLock {
  /** Who this candidate is: unique among all that want the lock, restarted processes included. */
  readonly identity: string;
  /** @throws ApiError NotFound when nobody has made it yet */
  get(options?: CallOptions): Promise<LeaderElectionRecord>;
  /** @throws ApiError AlreadyExists when another candidate was first */
  create(input: LockWrite): Promise<void>;
  /** @throws ApiError Conflict when it has changed since it was seen */
  update(input: LockWrite): Promise<void>;
  /** Tells the cluster something of this candidate: `became leader`. */
  recordEvent(text: string): void;
  /** `namespace/name`. */
  describe(): string;
}

/** What a lock shall say. */
export interface LockWrite extends CallOptions {
  readonly record: LeaderElectionRecord;
}
