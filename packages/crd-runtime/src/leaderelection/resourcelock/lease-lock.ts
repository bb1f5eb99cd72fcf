import type { DeepReadonly } from "../../meta/index.js";
import type { EventRecorder } from "../../record/event-recorder.js";
import type { CallOptions } from "../../rest/index.js";
import type { Lease, LeaseClient } from "./lease.js";
import {
  type LeaderElectionRecord,
  leaderElectionRecordToLeaseSpec,
  leaseSpecToLeaderElectionRecord,
} from "./record.js";
import type { LockWrite, ResourceLock } from "./resource-lock.js";

/** What a lock on a Lease is made of. */
export interface LeaseLockOptions {
  /** Of the leases of `namespace`; `leaseClient` makes one. */
  readonly client: LeaseClient;
  readonly namespace: string;
  readonly name: string;
  /** Unique among all candidates, restarted processes included: host name and a random part. */
  readonly identity: string;
  /** Set on the Lease with every write; other labels stay. */
  readonly labels?: Readonly<Record<string, string>> | undefined;
  /** Hears when this candidate becomes leader and stops being it. */
  readonly eventRecorder?: EventRecorder | undefined;
}

/**
 * A lock on a Lease. Follows client-go's `resourcelock.LeaseLock`.
 *
 * @example
 * const lock = new LeaseLock({
 *   client: leaseClient({ rest, namespace: "default" }),
 *   namespace: "default",
 *   name: "database-operator",
 *   identity: `${hostname()}_${randomUUID()}`,
 * });
 */
export class LeaseLock implements ResourceLock {
  readonly identity: string;
  readonly #options: LeaseLockOptions;
  /** As the server has shown it last: what updates start from. */
  #lease: DeepReadonly<Lease> | undefined;

  constructor(options: LeaseLockOptions) {
    this.identity = options.identity;
    this.#options = options;
  }

  async get(options: CallOptions = {}): Promise<LeaderElectionRecord> {
    const { client, name } = this.#options;
    const lease = await client.get(name, options);
    this.#saw({ ...options, lease });
    return leaseSpecToLeaderElectionRecord(lease.spec);
  }

  async create(input: LockWrite): Promise<void> {
    const { record, ...options } = input;
    const { client, namespace, name, labels } = this.#options;
    const lease = await client.create(
      {
        metadata: { namespace, name, ...(labels === undefined ? {} : { labels }) },
        spec: leaderElectionRecordToLeaseSpec(record),
      },
      options,
    );
    this.#saw({ ...options, lease });
  }

  /** @throws Error when the Lease was neither read nor created before; ApiError as the server answers */
  async update(input: LockWrite): Promise<void> {
    const { record, ...options } = input;
    const { client, labels } = this.#options;
    const lease = this.#lease;
    if (lease === undefined) {
      throw new Error(`lease ${this.describe()} cannot be updated: get or create it first`);
    }
    const { metadata } = lease;
    const updated = await client.update(
      {
        ...lease,
        metadata:
          labels === undefined
            ? metadata
            : { ...metadata, labels: { ...metadata.labels, ...labels } },
        spec: leaderElectionRecordToLeaseSpec(record),
      },
      options,
    );
    this.#saw({ ...options, lease: updated });
  }

  recordEvent(text: string): void {
    const { namespace, name, eventRecorder } = this.#options;
    eventRecorder?.event({
      regarding: {
        ...this.#lease,
        metadata: this.#lease?.metadata ?? { namespace, name },
        apiVersion: "coordination.k8s.io/v1",
        kind: "Lease",
      },
      type: "Normal",
      reason: "LeaderElection",
      note: `${this.identity} ${text}`,
    });
  }

  describe(): string {
    return `${this.#options.namespace}/${this.#options.name}`;
  }

  /** Not the answer to a call that was given up: updates would start from a state that nobody has looked at. */
  #saw(input: CallOptions & { readonly lease: Lease }): void {
    input.signal?.throwIfAborted();
    this.#lease = input.lease;
  }
}
