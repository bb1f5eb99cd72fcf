import { type Clock, systemClock, type Timer } from "../clock/index.js";
import { onAbort } from "../clock/on-abort.js";
import { ConfigError } from "./errors.js";
import type { RateLimiter } from "./rate-limiter.js";

/** What is missing of a token by rounding alone: a timer for it might not move the clock. */
const roundingError = 1e-6;

interface Waiter {
  readonly grant: () => void;
}

/**
 * Lets `burst` requests go at once and then `qps` a second, in the order of asking. Follows
 * k8s.io/client-go/util/flowcontrol, whose token bucket starts full.
 */
export class TokenBucket implements RateLimiter {
  readonly #qps: number;
  readonly #burst: number;
  readonly #clock: Clock;
  readonly #waiters = new Set<Waiter>();
  #tokens: number;
  #filledAt: number;
  #timer: Timer | undefined;

  /** @throws ConfigError when qps or burst is not above 0, or burst is not a whole number */
  constructor(options: {
    readonly qps: number;
    readonly burst: number;
    readonly clock?: Clock | undefined;
  }) {
    const { qps, burst, clock = systemClock } = options;
    if (!(qps > 0 && Number.isFinite(qps))) {
      throw new ConfigError(`qps must be above 0: ${qps}`);
    }
    if (!(burst > 0 && Number.isInteger(burst))) {
      throw new ConfigError(`burst must be a whole number above 0: ${burst}`);
    }
    this.#qps = qps;
    this.#burst = burst;
    this.#clock = clock;
    this.#tokens = burst;
    this.#filledAt = clock.monotonic();
  }

  /** Takes a token if there is one and nobody waits. */
  tryAccept(): boolean {
    this.#fill();
    if (this.#waiters.size > 0 || !this.#hasToken()) {
      return false;
    }
    this.#tokens -= 1;
    return true;
  }

  /** Takes a token, of the future if need be; milliseconds until it is there. */
  reserve(): number {
    this.#fill();
    this.#tokens -= 1;
    return this.#tokens > -roundingError ? 0 : (-this.#tokens / this.#qps) * 1_000;
  }

  /**
   * Waits for a token.
   *
   * @throws the signal's reason when it is aborted first; the place in the queue is given up
   */
  async wait(signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    if (this.tryAccept()) {
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const abort = (): void => {
        this.#waiters.delete(waiter);
        if (this.#waiters.size === 0) {
          this.#timer?.cancel();
          this.#timer = undefined;
        }
        reject(signal?.reason);
      };
      const waiter: Waiter = {
        grant: () => {
          release();
          resolve();
        },
      };
      const release = onAbort({ signal, callback: abort });
      this.#waiters.add(waiter);
      this.#schedule();
    });
  }

  #hasToken(): boolean {
    return this.#tokens >= 1 - roundingError;
  }

  #fill(): void {
    const now = this.#clock.monotonic();
    this.#tokens = Math.min(
      this.#burst,
      this.#tokens + ((now - this.#filledAt) / 1_000) * this.#qps,
    );
    this.#filledAt = now;
  }

  #schedule(): void {
    if (this.#timer !== undefined || this.#waiters.size === 0) {
      return;
    }
    const ms = Math.max(((1 - this.#tokens) / this.#qps) * 1_000, 0);
    const grant = (): void => {
      this.#timer = undefined;
      this.#grant();
    };
    this.#timer = this.#clock.setTimer(ms, grant, { keepsProcessAlive: true });
  }

  #grant(): void {
    this.#fill();
    for (const waiter of this.#waiters) {
      if (!this.#hasToken()) {
        break;
      }
      this.#tokens -= 1;
      this.#waiters.delete(waiter);
      waiter.grant();
    }
    this.#schedule();
  }
}
