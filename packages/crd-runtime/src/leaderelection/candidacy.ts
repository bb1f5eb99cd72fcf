import { formatMicroTime } from "../meta/format-time.js";
import { isAlreadyExists, isApiError, isConflict, isForbidden, isNotFound } from "../rest/index.js";
import { DurationCheck } from "./duration-check.js";
import type { CompleteConfig } from "./leader-election-config.js";
import { LeaderElectionError, type LeaderElectionErrorSource } from "./leader-election-error.js";
import { Observation } from "./observation.js";
import type { LeaderElectionRecord } from "./resourcelock/record.js";
import type { LockWrite, ResourceLock } from "./resourcelock/resource-lock.js";

interface Write extends LockWrite {
  readonly verb: "create" | "update";
}

/** Tries to release a lock that changes again and again; as client-go's RetryOnConflict. */
const maxReleases = 5;

/** Largest number of transitions that a Lease holds: one more, and the server would refuse every write for good. */
const maxTransitions = 2 ** 31 - 1;

/** What a candidate does with the lock: takes, renews and releases it, and remembers what it saw. */
export class Candidacy {
  readonly observation = new Observation();
  readonly #lock: ResourceLock;
  readonly #config: CompleteConfig;
  readonly #report: (error: LeaderElectionError) => void;
  readonly #durations: DurationCheck;
  /** A write was sent, and what became of it is not known. */
  #undecided = false;

  constructor(input: {
    readonly lock: ResourceLock;
    readonly config: CompleteConfig;
    readonly report: (error: LeaderElectionError) => void;
  }) {
    this.#lock = input.lock;
    this.#config = input.config;
    this.#report = input.report;
    this.#durations = new DurationCheck(input.config);
  }

  get isHolder(): boolean {
    return this.observation.holder === this.#lock.identity;
  }

  /**
   * Takes the lock if it is free, renews it if it is ours.
   *
   * @returns monotonic milliseconds from which the lease runs, which is before the server heard of it; undefined when it
   * could not be had
   */
  async tryAcquireOrRenew(signal: AbortSignal): Promise<number | undefined> {
    const observed = this.observation.record;
    if (observed !== undefined && this.isHolder && this.observation.isValid(this.#now())) {
      const renewed = await this.#tryWrite({
        verb: "update",
        record: this.#mine(observed),
        signal,
      });
      if (renewed !== undefined) return renewed;
      if (signal.aborted) return undefined;
      this.#config.metrics.slowpathExercised(this.#config.name);
    }
    return await this.#tryWithRead(signal);
  }

  /** Gives the lock back, if the server says that it is ours. Sends nothing when it cannot be. */
  async release(signal: AbortSignal | undefined): Promise<void> {
    for (let tries = 1; this.isHolder || this.#undecided; tries++) {
      try {
        const record = await this.#lock.get({ signal });
        this.#undecided = false;
        this.observation.saw({ record, at: this.#now() });
        if (this.isHolder) {
          await this.#write({ verb: "update", record: this.#nobodys(record), signal });
        }
      } catch (cause) {
        // A renewal that was given up may have arrived meanwhile.
        if (isConflict(cause) && tries < maxReleases) continue;
        if (isNotFound(cause)) return this.#forget();
        const message = "the lease could not be released, others wait until it expires";
        return this.#fail({ source: "release", message, cause });
      }
    }
  }

  async #tryWithRead(signal: AbortSignal): Promise<number | undefined> {
    const now = this.#now();
    const old = await this.#get(signal);
    if (old === "failed") return undefined;
    if (old === "absent") {
      return await this.#tryWrite({ verb: "create", record: this.#fresh(), signal });
    }
    this.observation.saw({ record: old, at: this.#now() });
    const surprise = this.isHolder ? undefined : this.#durations.surprise(old);
    if (surprise !== undefined) this.#fail({ source: "record", message: surprise });
    if (!this.isHolder && this.observation.isValid(now)) return undefined;
    const record = this.isHolder ? this.#mine(old) : this.#taken(old);
    return await this.#tryWrite({ verb: "update", record, signal });
  }

  async #get(signal: AbortSignal): Promise<LeaderElectionRecord | "absent" | "failed"> {
    try {
      return await this.#lock.get({ signal });
    } catch (cause) {
      if (isNotFound(cause)) return "absent";
      if (!signal.aborted) {
        this.#fail({ source: "get", message: "the lease could not be read", cause });
      }
      return "failed";
    }
  }

  async #tryWrite(write: Write): Promise<number | undefined> {
    try {
      return await this.#write(write);
    } catch (cause) {
      if (!write.signal?.aborted) {
        const message = `the lease could not be ${write.verb}d`;
        this.#fail({ source: write.verb, message, cause });
      }
      return undefined;
    }
  }

  /** Returns when it was sent. */
  async #write({ verb, ...write }: Write): Promise<number> {
    const at = this.#now();
    this.#undecided = true;
    try {
      await this.#lock[verb](write);
    } catch (cause) {
      if (isApiError(cause)) this.#undecided = false;
      throw cause;
    }
    this.#undecided = false;
    this.observation.wrote({ record: write.record, at });
    return at;
  }

  #forget(): void {
    this.#undecided = false;
    this.observation.forget();
  }

  #fresh(): LeaderElectionRecord {
    const now = formatMicroTime(this.#config.clock.now());
    return {
      holderIdentity: this.#lock.identity,
      leaseDurationSeconds: this.#config.leaseDurationMs / 1_000,
      acquireTime: now,
      renewTime: now,
      leaderTransitions: 0,
    };
  }

  /** Ours already: a new renewTime alone. */
  #mine(old: LeaderElectionRecord): LeaderElectionRecord {
    return {
      ...this.#fresh(),
      acquireTime: old.acquireTime,
      leaderTransitions: transitionsOf(old),
    };
  }

  #taken(old: LeaderElectionRecord): LeaderElectionRecord {
    const leaderTransitions = Math.min(transitionsOf(old) + 1, maxTransitions);
    return { ...this.#fresh(), leaderTransitions };
  }

  /** For a second: a Lease must last. */
  #nobodys(old: LeaderElectionRecord): LeaderElectionRecord {
    const leaderTransitions = transitionsOf(old);
    return { ...this.#fresh(), holderIdentity: "", leaseDurationSeconds: 1, leaderTransitions };
  }

  #now(): number {
    return this.#config.clock.monotonic();
  }

  #fail(input: {
    readonly source: LeaderElectionErrorSource;
    readonly message: string;
    readonly cause?: unknown;
  }): void {
    const { cause, message } = input;
    const wasLate = isConflict(cause) || isAlreadyExists(cause);
    const hint = isForbidden(cause)
      ? " (it needs the verbs get, create and update on leases of coordination.k8s.io)"
      : "";
    this.#report(
      new LeaderElectionError({
        ...input,
        lease: this.#lock.describe(),
        message: `${message}${hint}`,
        level: wasLate ? "info" : "error",
      }),
    );
  }
}

/** A number that the server takes, since it will be written again: 0 for nonsense. */
function transitionsOf({ leaderTransitions }: LeaderElectionRecord): number {
  const isCount = Number.isInteger(leaderTransitions) && leaderTransitions >= 0;
  return isCount ? leaderTransitions : 0;
}
