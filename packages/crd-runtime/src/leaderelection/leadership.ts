import type { Clock, Timer } from "../clock/index.js";
import type { CompleteConfig } from "./leader-election-config.js";
import { LeaderElectionError } from "./leader-election-error.js";

/**
 * One term of leadership: how long it lasts, by the clock and not by timers alone. When the event loop was blocked, or the
 * process paused, the first question finds it over.
 *
 * It lasts for the retry period and the renew deadline after the last renewal was sent, never longer than the lease: others
 * count from a later moment, when they saw it. And between two renewals it lasts no longer than the renew deadline, which only
 * a stall can use up.
 */
export class Leadership {
  readonly #config: CompleteConfig;
  readonly #clock: Clock;
  readonly #over = new AbortController();
  /** Monotonic milliseconds. */
  #renewedAt = 0;
  #expiresAt = 0;
  #timer: Timer | undefined;

  constructor(input: { readonly config: CompleteConfig; readonly renewedAt: number }) {
    this.#config = input.config;
    this.#clock = input.config.clock;
    this.renewed(input.renewedAt);
  }

  /** Aborted when the term is over, with the reason. */
  get signal(): AbortSignal {
    return this.#over.signal;
  }

  /** Whether the term goes on; asking ends it when its time is up. */
  isOn(): boolean {
    if (!this.signal.aborted && this.#clock.monotonic() >= this.#expiresAt) this.#expire();
    return !this.signal.aborted;
  }

  /** A renewal that was sent at that moment has succeeded. Too late is too late. */
  renewed(sentAt: number): void {
    if (this.#timer !== undefined && !this.isOn()) return;
    this.#renewedAt = sentAt;
    this.#expireAt(Math.min(this.#limit(), this.#clock.monotonic() + this.#config.renewDeadlineMs));
  }

  /** Renewing begins: from now on time may be used up by tries. Returns whether the term goes on. */
  beginRenewal(): boolean {
    if (this.isOn()) this.#expireAt(this.#limit());
    return !this.signal.aborted;
  }

  /** Ends the term. Harmless when it is over. */
  end(reason: unknown): void {
    this.#timer?.cancel();
    this.#over.abort(reason);
  }

  #limit(): number {
    const { leaseDurationMs, retryPeriodMs, renewDeadlineMs } = this.#config;
    return this.#renewedAt + Math.min(leaseDurationMs, retryPeriodMs + renewDeadlineMs);
  }

  #expireAt(at: number): void {
    this.#expiresAt = at;
    this.#arm();
  }

  /** Anew when it has fired early, as timers may by a millisecond. */
  #arm(): void {
    this.#timer?.cancel();
    const ms = Math.max(this.#expiresAt - this.#clock.monotonic(), 1);
    this.#timer = this.#clock.setTimer(ms, () => {
      if (this.isOn()) this.#arm();
    });
  }

  #expire(): void {
    const seconds = Math.round((this.#clock.monotonic() - this.#renewedAt) / 100) / 10;
    const message = `${this.#config.lock.identity} is leader no more: the lease was not renewed for ${seconds} s; the API server did not answer in time, or the event loop was blocked`;
    const lease = this.#config.lock.describe();
    this.end(new LeaderElectionError({ lease, source: "lost", message }));
  }
}
