import type { Clock, Timer } from "../../clock/index.js";
import { onAbort } from "../../clock/on-abort.js";
import type { KubernetesObject } from "../../meta/index.js";
import type { WatchEvent } from "../../watch/index.js";

/**
 * How a stream ended: the server closed it, its time was up on our side, it was silent for too long, we were stopped, or
 * it threw.
 */
export type StreamEnd =
  | { readonly type: "closed" | "deadline" | "idle" | "stopped" }
  | { readonly type: "error"; readonly error: unknown };

/** The next thing that happens on a stream. */
export type StreamStep<T extends KubernetesObject> =
  | { readonly type: "event"; readonly event: WatchEvent<T> }
  | { readonly type: "end"; readonly end: StreamEnd };

/**
 * One open watch: its events one by one, and exactly one end, whatever the source does. A source that ignores its signal, or
 * a connection that died without a word, cannot hold it open beyond its deadline.
 */
export class EventStream<T extends KubernetesObject> {
  /** Monotonic milliseconds. */
  readonly openedAt: number;
  readonly #clock: Clock;
  readonly #controller = new AbortController();
  #release = (): void => {};
  #iterator: AsyncIterator<WatchEvent<T>> | undefined;
  readonly #deadline: Timer;
  #idle: Timer | undefined;
  #events = 0;
  #lastEventAt: number;
  #end: StreamEnd | undefined;
  #settle: ((step: StreamStep<T>) => void) | undefined;

  constructor(input: {
    /** Starts the watch. Aborting the signal must end it. */
    readonly open: (signal: AbortSignal) => AsyncIterable<WatchEvent<T>>;
    readonly signal: AbortSignal;
    readonly clock: Clock;
    /** Milliseconds after which it is ended. */
    readonly deadlineMs: number;
  }) {
    const { open, signal, clock, deadlineMs } = input;
    this.#clock = clock;
    this.openedAt = clock.monotonic();
    this.#lastEventAt = this.openedAt;
    this.#deadline = clock.setTimer(deadlineMs, () => this.#finish({ type: "deadline" }));
    this.#release = onAbort({ signal, callback: () => this.#finish({ type: "stopped" }) });
    if (signal.aborted) return;
    try {
      this.#iterator = open(this.#controller.signal)[Symbol.asyncIterator]();
    } catch (error) {
      this.#finish({ type: "error", error });
    }
  }

  /** Events so far. */
  get events(): number {
    return this.#events;
  }

  /** Milliseconds since it was opened. */
  get ageMs(): number {
    return this.#clock.monotonic() - this.openedAt;
  }

  /** Ends the stream when no event comes for so long; undefined takes the limit away. */
  limitIdle(ms: number | undefined): void {
    this.#idle?.cancel();
    this.#idle = undefined;
    if (ms === undefined || this.#end !== undefined) return;
    // One timer for many events: it looks at the time of the last one.
    const arm = (left: number): void => {
      this.#idle = this.#clock.setTimer(left, () => {
        const rest = this.#lastEventAt + ms - this.#clock.monotonic();
        if (rest > 0) arm(rest);
        else this.#finish({ type: "idle" });
      });
    };
    arm(ms);
  }

  /** The next event, or the end. Never rejects. */
  next(): Promise<StreamStep<T>> {
    return new Promise((resolve) => {
      if (this.#end !== undefined) {
        resolve({ type: "end", end: this.#end });
        return;
      }
      this.#settle = resolve;
      void this.#pull();
    });
  }

  /** Ends the watch and lets go of everything. Harmless when it has ended. */
  close(): void {
    this.#finish({ type: "closed" });
  }

  async #pull(): Promise<void> {
    try {
      const result = await this.#iterator?.next();
      if (result === undefined || result.done === true) this.#finish({ type: "closed" });
      else this.#deliver(result.value);
    } catch (error) {
      this.#finish({ type: "error", error });
    }
  }

  #deliver(event: WatchEvent<T>): void {
    if (this.#end !== undefined) return;
    this.#events++;
    this.#lastEventAt = this.#clock.monotonic();
    this.#settle?.({ type: "event", event });
  }

  #finish(end: StreamEnd): void {
    if (this.#end !== undefined) return;
    this.#end = end;
    this.#deadline.cancel();
    this.#idle?.cancel();
    this.#release();
    this.#settle?.({ type: "end", end });
    this.#controller.abort(new Error("the watch is not read any further"));
    // A generator that waits answers only when its wait ends: nobody may wait for it, and what it throws is old news.
    this.#letGo().catch(() => {});
  }

  async #letGo(): Promise<void> {
    await this.#iterator?.return?.();
  }
}
