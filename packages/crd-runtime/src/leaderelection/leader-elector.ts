import { abortable } from "../clock/abortable.js";
import { withDeadline } from "../clock/deadline.js";
import { sleep } from "../clock/index.js";
import { settledWithin } from "../informers/settled-within.js";
import { RequestTimeoutError } from "../rest/index.js";
import { report } from "../warnings/report.js";
import { BoundedLock } from "./bounded-lock.js";
import { Candidacy } from "./candidacy.js";
import {
  type CompleteConfig,
  completeConfig,
  jitterFactor,
  type LeaderElectionConfig,
} from "./leader-election-config.js";
import { LeaderElectionError, type LeaderElectionErrorInit } from "./leader-election-error.js";
import { Leadership } from "./leadership.js";
import type { LeaderElectionRecord } from "./resourcelock/record.js";
import { Work } from "./work.js";

/**
 * Sees to it that one of several processes does the work. Follows client-go's `tools/leaderelection`, and its times: the clock
 * that counts is the local, monotonic one, so that clocks may differ by any amount, but not run at very different speeds.
 *
 * It differs where client-go's order is dangerous: the work is told to end, and is waited for, before the lease is released,
 * and the lease is renewed meanwhile. Leadership ends before the lease does even when answers were slow, and when the event
 * loop was blocked for longer than the renew deadline. Nothing is fenced: what must not happen twice asks `isLeader()` first. Time
 * in which the whole machine is suspended is not seen.
 *
 * @example
 * const elector = new LeaderElector({
 *   lock,
 *   callbacks: {
 *     onStartedLeading: async ({ signal }) => await runControllers(signal),
 *     onStoppedLeading: () => process.exit(1),
 *   },
 * });
 * await elector.run(signal);
 */
export class LeaderElector {
  readonly #config: CompleteConfig;
  readonly #candidacy: Candidacy;
  readonly #lease: string;
  #leadership: Leadership | undefined;
  #reported = "";
  #running = false;
  /** Works of earlier terms that have not ended: what they do must not meet with another leader because of a release. */
  #overdue = 0;

  /** @throws ConfigError when no election can be run so: nonsensical times, an empty identity ... */
  constructor(config: LeaderElectionConfig) {
    this.#config = completeConfig(config);
    const { lock, clock, renewDeadlineMs, metrics, name } = this.#config;
    this.#lease = lock.describe();
    this.#candidacy = new Candidacy({
      lock: new BoundedLock({ lock, clock, timeoutMs: Math.max(1_000, renewDeadlineMs / 2) }),
      config: this.#config,
      report: (error) => this.#report(error),
    });
    metrics.off(name);
    config.watchDog?.setLeaderElection(this);
  }

  /** Who held the lease when it was last seen; `""`: nobody, or nothing was seen yet. */
  getLeader(): string {
    return this.#candidacy.observation.holder;
  }

  /** The record that was seen last; undefined before. */
  get observedRecord(): LeaderElectionRecord | undefined {
    return this.#candidacy.observation.record;
  }

  /**
   * Whether this candidate leads now, also while its work ends. By the clock: when the event loop was blocked for too long, asking
   * ends leadership and aborts the signal of the work at once, before timers do.
   */
  isLeader(): boolean {
    return this.#leadership?.isOn() ?? false;
  }

  /**
   * What is wrong: this process holds the lease, and could not renew it for longer than it lasts and `maxTolerableExpiredLeaseMs`
   * more. It should have ended, and has not. Undefined when all is well, or another process leads.
   */
  check(maxTolerableExpiredLeaseMs: number): LeaderElectionError | undefined {
    const { clock, leaseDurationMs } = this.#config;
    const ageMs = clock.monotonic() - this.#candidacy.observation.at;
    if (!this.#candidacy.isHolder || ageMs <= leaseDurationMs + maxTolerableExpiredLeaseMs) {
      return undefined;
    }
    const message = `failed to renew leadership for ${ageMs / 1_000} s, the lease lasts ${leaseDurationMs / 1_000} s`;
    return new LeaderElectionError({ lease: this.#lease, source: "lost", message });
  }

  /**
   * Waits for the lease, leads, and is resolved when leadership is over: given up because the signal was aborted, or lost.
   * It can then be called again. Keeps the process alive.
   *
   * @throws LeaderElectionError when it runs already; what `onStartedLeading` throws, after the lease is released
   */
  async run(signal: AbortSignal): Promise<void> {
    if (this.#running) {
      const message = "run was called while it runs: an elector takes part once at a time";
      throw this.#error({ source: "misuse", message });
    }
    this.#running = true;
    try {
      const leadership = await this.#acquire(signal);
      if (leadership !== undefined && !signal.aborted) {
        return await this.#lead({ leadership, signal });
      }
      leadership?.end(signal.reason);
      await this.#release();
    } finally {
      this.#leadership = undefined;
      this.#running = false;
    }
  }

  /** Tries until the lease is ours; undefined when the signal was aborted first. */
  async #acquire(signal: AbortSignal): Promise<Leadership | undefined> {
    const { clock, retryPeriodMs, random } = this.#config;
    while (!signal.aborted) {
      const renewedAt = await this.#try(signal);
      if (renewedAt !== undefined) {
        const leadership = new Leadership({ config: this.#config, renewedAt });
        if (leadership.isOn()) return leadership;
      }
      const ms = retryPeriodMs * (1 + jitterFactor * random());
      await sleep({ clock, ms, signal }).catch(() => {});
    }
    return undefined;
  }

  async #lead(input: {
    readonly leadership: Leadership;
    readonly signal: AbortSignal;
  }): Promise<void> {
    const { leadership, signal } = input;
    const { metrics, name, callbacks } = this.#config;
    this.#leadership = leadership;
    metrics.on(name);
    this.#recordEvent("became leader");
    const renewing = this.#renew(leadership);
    const work = new Work({
      start: callbacks.onStartedLeading,
      signals: [leadership.signal, signal],
    });
    await work.told;
    const ending = this.#ending(work);
    // The lease is renewed while the work ends, and may be lost even then.
    await abortable({ promise: ending, signal: leadership.signal }).catch(() => {});
    const lost = leadership.signal.aborted;
    if (lost) await this.#stoppedLeading(leadership.signal.reason);
    const ended = await ending;
    leadership.end(signal.reason);
    await renewing;
    if (ended) await this.#release();
    if (!lost) await this.#stoppedLeading(undefined);
    if (work.failure !== undefined) throw work.failure.cause;
  }

  /** Whether the work ended in time. */
  async #ending(work: Work): Promise<boolean> {
    const { clock, gracefulShutdownTimeoutMs: ms } = this.#config;
    const ended = await settledWithin({ promise: work.ended, ms, clock });
    if (!ended) {
      const message = `the work has not ended ${ms / 1_000} s after its signal was aborted; the lease is left to expire`;
      this.#report(this.#error({ source: "callback", message }));
      this.#overdue++;
      void work.ended.then(() => this.#overdue--);
    }
    return ended;
  }

  /** Renews until leadership is over. */
  async #renew(leadership: Leadership): Promise<void> {
    const { clock, retryPeriodMs } = this.#config;
    const { signal } = leadership;
    const pause = async (ms: number): Promise<void> =>
      await sleep({ clock, ms: Math.max(ms, 0), signal }).catch(() => {});
    for (;;) {
      await pause(retryPeriodMs);
      if (!leadership.beginRenewal()) return;
      for (;;) {
        const startedAt = clock.monotonic();
        const renewedAt = await this.#try(signal);
        if (renewedAt !== undefined) {
          leadership.renewed(renewedAt);
          break;
        }
        await pause(startedAt + retryPeriodMs - clock.monotonic());
        if (!leadership.isOn()) return;
      }
    }
  }

  async #try(signal: AbortSignal): Promise<number | undefined> {
    const renewedAt = await this.#candidacy.tryAcquireOrRenew(signal);
    this.#reportTransition();
    return renewedAt;
  }

  async #release(): Promise<void> {
    const { clock, renewDeadlineMs, releaseOnCancel } = this.#config;
    if (!releaseOnCancel || this.#overdue > 0) return;
    await withDeadline({
      clock,
      timeoutMs: renewDeadlineMs,
      signal: undefined,
      timeoutError: (timeoutMs) => new RequestTimeoutError({ what: "the release", timeoutMs }),
      work: async (signal) => await this.#candidacy.release(signal),
    });
    this.#reportTransition();
  }

  async #stoppedLeading(loss: unknown): Promise<void> {
    const { metrics, name, callbacks } = this.#config;
    if (loss instanceof LeaderElectionError) this.#report(loss);
    metrics.off(name);
    this.#recordEvent("stopped leading");
    try {
      await callbacks.onStoppedLeading?.();
    } catch (cause) {
      this.#report(this.#error({ source: "callback", message: "onStoppedLeading failed", cause }));
    }
  }

  #reportTransition(): void {
    const holder = this.getLeader();
    if (holder === this.#reported) return;
    this.#reported = holder;
    try {
      this.#config.callbacks.onNewLeader?.(holder);
    } catch (cause) {
      this.#report(this.#error({ source: "callback", message: "onNewLeader failed", cause }));
    }
  }

  #error(init: Omit<LeaderElectionErrorInit, "lease">): LeaderElectionError {
    return new LeaderElectionError({ lease: this.#lease, ...init });
  }

  #recordEvent(text: string): void {
    try {
      this.#config.lock.recordEvent(text);
    } catch (cause) {
      this.#report(this.#error({ source: "event", message: "no event could be recorded", cause }));
    }
  }

  #report(error: LeaderElectionError): void {
    report({ error, onError: this.#config.onError, type: "LeaderElectionWarning" });
  }
}
