import { abortable } from "../clock/abortable.js";
import { withDeadline } from "../clock/deadline.js";
import type { Clock } from "../clock/index.js";
import { type CallOptions, RequestTimeoutError } from "../rest/index.js";
import type { LeaderElectionRecord } from "./resourcelock/record.js";
import type { LockWrite, ResourceLock } from "./resourcelock/resource-lock.js";

/** A lock of which no call takes longer than a limit, even where signals are not heeded: one that hangs must not use up a deadline. */
export class BoundedLock implements ResourceLock {
  readonly identity: string;
  readonly #lock: ResourceLock;
  readonly #clock: Clock;
  readonly #timeoutMs: number;

  constructor(input: {
    readonly lock: ResourceLock;
    readonly clock: Clock;
    readonly timeoutMs: number;
  }) {
    this.identity = input.lock.identity;
    this.#lock = input.lock;
    this.#clock = input.clock;
    this.#timeoutMs = input.timeoutMs;
  }

  async get(options: CallOptions = {}): Promise<LeaderElectionRecord> {
    return await this.#bounded({
      what: "reading",
      signal: options.signal,
      call: (signal) => this.#lock.get({ signal }),
    });
  }

  async create(input: LockWrite): Promise<void> {
    await this.#bounded({
      what: "creating",
      signal: input.signal,
      call: (signal) => this.#lock.create({ ...input, signal }),
    });
  }

  async update(input: LockWrite): Promise<void> {
    await this.#bounded({
      what: "updating",
      signal: input.signal,
      call: (signal) => this.#lock.update({ ...input, signal }),
    });
  }

  recordEvent(text: string): void {
    this.#lock.recordEvent(text);
  }

  describe(): string {
    return this.#lock.describe();
  }

  async #bounded<R>(input: {
    readonly what: string;
    readonly signal: AbortSignal | undefined;
    readonly call: (signal: AbortSignal | undefined) => Promise<R>;
  }): Promise<R> {
    return await withDeadline({
      clock: this.#clock,
      timeoutMs: this.#timeoutMs,
      signal: input.signal,
      timeoutError: (timeoutMs) =>
        new RequestTimeoutError({ what: `${input.what} lease ${this.describe()}`, timeoutMs }),
      work: (signal) => abortable({ promise: input.call(signal), signal }),
    });
  }
}
