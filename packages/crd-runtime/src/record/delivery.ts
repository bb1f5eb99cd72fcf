import { abortable } from "../clock/abortable.js";
import { withDeadline } from "../clock/deadline.js";
import { type Clock, sleep } from "../clock/index.js";
import {
  InvalidRequestError,
  isAlreadyExists,
  isApiError,
  isNamespaceTerminating,
  RequestTimeoutError,
} from "../rest/index.js";
import type { EventRecordingError } from "./event-recording-error.js";

/** client-go's `maxTriesPerEvent` and `maxQueuedEvents`. */
const maxTries = 12;
const maxQueued = 1_000;

/** Milliseconds that one try may take. */
const tryMs = 30_000;

/** Milliseconds that a shutdown takes at most when nothing else is said. */
const shutdownMs = 5_000;

/** An event on its way. */
export interface Delivered {
  /** Decides when its turn has come; undefined: nothing is to be written. */
  readonly begin: () => ((signal: AbortSignal) => Promise<void>) | undefined;
  /** Tells what went wrong with it. */
  readonly report: (problem: Problem) => void;
}

/** What went wrong with an event. */
export type Problem = Pick<EventRecordingError, "cause" | "level"> & { readonly problem: string };

/** Writes events one after the other, in the background, as long as the process lives: it keeps none alive. */
export class Delivery {
  readonly #clock: Clock;
  readonly #pauseMs: (tries: number) => number;
  readonly #queue: Delivered[] = [];
  /** Aborted when it is to end: pauses do. */
  readonly #closing = new AbortController();
  /** Aborted when time is up: tries do, too. */
  readonly #closed = new AbortController();
  #running: Promise<void> | undefined;

  constructor(input: {
    readonly clock: Clock;
    /** Milliseconds to wait after so many tries. */
    readonly pauseMs: (tries: number) => number;
  }) {
    this.#clock = input.clock;
    this.#pauseMs = input.pauseMs;
  }

  /** Takes an event, and never waits: where a thousand wait already, or everything has ended, it is dropped. */
  offer(delivered: Delivered): void {
    if (this.#closing.signal.aborted) {
      const problem = "is dropped: the recorder was shut down";
      delivered.report({ level: "info", problem, cause: undefined });
      return;
    }
    if (this.#queue.length >= maxQueued) {
      const problem = `is dropped: ${maxQueued} events wait already`;
      delivered.report({ level: "error", problem, cause: undefined });
      return;
    }
    this.#queue.push(delivered);
    this.#running ??= this.#run();
  }

  /** Ends: what waits is tried once more, for so long; what is left then is dropped. */
  async shutdown(timeoutMs = shutdownMs): Promise<void> {
    this.#closing.abort();
    const timer = this.#clock.setTimer(timeoutMs, () => this.#closed.abort(), {
      keepsProcessAlive: true,
    });
    await this.#running;
    timer.cancel();
  }

  async #run(): Promise<void> {
    // Whoever records an event goes on first.
    await Promise.resolve();
    for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift()) {
      await this.#deliver(next);
    }
    this.#running = undefined;
  }

  async #deliver({ begin, report }: Delivered): Promise<void> {
    const dropped = "is dropped: the recorder was shut down before it could be written";
    if (this.#closed.signal.aborted) {
      return report({ level: "error", problem: dropped, cause: undefined });
    }
    const write = begin();
    if (write === undefined) return;
    for (let tries = 1; ; tries++) {
      const cause = await this.#try(write);
      if (cause === undefined) return;
      if (isRejection(cause)) {
        const level = isAlreadyExists(cause) || isNamespaceTerminating(cause) ? "info" : "error";
        return report({ level, problem: "was refused, and is not tried again", cause });
      }
      if (this.#closing.signal.aborted) return report({ level: "error", problem: dropped, cause });
      if (tries >= maxTries) {
        return report({ level: "error", problem: `is dropped after ${tries} tries`, cause });
      }
      report({ level: "info", problem: "could not be written, and is tried again", cause });
      await sleep({
        clock: this.#clock,
        ms: this.#pauseMs(tries),
        signal: this.#closing.signal,
        keepsProcessAlive: false,
      }).catch(() => {});
    }
  }

  /** What went wrong; undefined when nothing did. */
  async #try(write: (signal: AbortSignal) => Promise<void>): Promise<unknown> {
    try {
      await withDeadline({
        clock: this.#clock,
        timeoutMs: tryMs,
        signal: this.#closed.signal,
        timeoutError: (timeoutMs) => new RequestTimeoutError({ what: "writing it", timeoutMs }),
        work: (signal = this.#closed.signal) => abortable({ promise: write(signal), signal }),
      });
      return undefined;
    } catch (cause) {
      return cause ?? new Error("unknown");
    }
  }
}

/** The server has answered, or would never be asked: another try ends the same way. */
function isRejection(cause: unknown): boolean {
  return isApiError(cause) || cause instanceof InvalidRequestError;
}
