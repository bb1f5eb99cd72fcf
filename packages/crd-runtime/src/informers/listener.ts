import { type Deferred, deferred } from "../cache/deferred.js";
import { Pacer } from "../cache/pacer.js";
import { Queue } from "../cache/queue.js";
import type { Clock, Timer } from "../clock/index.js";
import type { KubernetesObject } from "../meta/index.js";
import type { ResourceEventHandler } from "./event-handler.js";
import { Gate } from "./gate.js";
import { describe, isInitial, isSynthetic, type Notification } from "./notification.js";
import type { Segment } from "./segment.js";

/** A call that runs for so many milliseconds while this many others wait, or everything waits for it, is worth a report. */
const slowCallMs = 30_000;
const slowPending = 1_024;

/** What a handler did wrong. */
export interface HandlerProblem {
  readonly handler: string;
  readonly message: string;
  readonly cause?: unknown;
}

/** One handler with the queue of calls that it is due. A slow one delays nobody but itself. */
export class Listener<T extends KubernetesObject> {
  readonly name: string;
  /** 0 for never. */
  readonly resyncPeriodMs: number;
  /** Whether a resync was asked for and has not been handed out yet. */
  resyncDue = false;
  readonly #handler: ResourceEventHandler<T>;
  readonly #clock: Clock;
  readonly #maxPending: number;
  readonly #onProblem: (problem: HandlerProblem) => void;
  readonly #gate = new Gate();
  readonly #segments = new Queue<Segment<T>>();
  #position = 0;
  #pending = 0;
  #initialPending = 0;
  #syncPending = 0;
  #sourceSynced = false;
  #closed = false;
  #running: Promise<void> | undefined;
  #current: { readonly notification: Notification<T>; readonly since: number } | undefined;
  #slowReported = false;
  /** The wait of the cache for this handler, and the timer that tells of a long one. */
  #caughtUp: Deferred | undefined;
  #patience: Timer | undefined;

  constructor(input: {
    readonly name: string;
    readonly handler: ResourceEventHandler<T>;
    readonly resyncPeriodMs: number;
    readonly maxPending: number | undefined;
    readonly clock: Clock;
    readonly onProblem: (problem: HandlerProblem) => void;
  }) {
    this.name = input.name;
    this.resyncPeriodMs = input.resyncPeriodMs;
    this.#handler = input.handler;
    this.#maxPending = input.maxPending ?? Number.POSITIVE_INFINITY;
    this.#clock = input.clock;
    this.#onProblem = input.onProblem;
  }

  /** Calls that wait, the running one not counted. */
  get pending(): number {
    return this.#pending;
  }

  /** The running call, for reports; undefined when none is. */
  get current(): string | undefined {
    return this.#current === undefined ? undefined : describe(this.#current.notification);
  }

  hasSynced(): boolean {
    return this.#gate.isOpen;
  }

  whenSynced(signal?: AbortSignal): Promise<boolean> {
    return this.#gate.wait(signal);
  }

  /** The first list is in the cache, and its notifications are enqueued. */
  sourceSynced(): void {
    this.#sourceSynced = true;
    this.#checkSynced();
  }

  /** Calls the handler soon, never at once. */
  enqueue(segment: Segment<T>): void {
    if (this.#closed || segment.length === 0) return;
    this.#segments.push(segment);
    this.#pending += segment.length;
    this.#initialPending += segment.initial;
    this.#syncPending += segment.synthetic;
    this.#running ??= this.#run();
    this.#reportSlowness();
  }

  /** Whether a resync is due. It no longer is then; one that the handler still has to work off stands for it. */
  takeResync(): boolean {
    const due = this.resyncDue;
    this.resyncDue = false;
    if (!due || this.#syncPending > 0) return false;
    return true;
  }

  /** A promise when more calls wait than the handler was added with. */
  whenReady(): Promise<void> | undefined {
    if (this.#closed || this.#pending <= this.#maxPending) return undefined;
    if (this.#caughtUp === undefined) {
      this.#caughtUp = deferred();
      this.#armPatience();
    }
    return this.#caughtUp.promise;
  }

  /** Drops the calls that wait; resolves when the running one has ended. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#segments.clear();
    this.#pending = 0;
    this.#gate.close();
    this.#endWait();
    await this.#running;
  }

  async #run(): Promise<void> {
    // Whoever enqueues finishes first.
    await Promise.resolve();
    const pacer = new Pacer(this.#clock);
    for (let next = this.#next(); next !== undefined; next = this.#next()) {
      this.#current = { notification: next, since: this.#clock.monotonic() };
      try {
        const pending = this.#call(next);
        // A call that is done needs no turn of the microtask queue.
        if (pending !== undefined) await pending;
      } catch (cause) {
        const message = `handler ${this.name} failed in ${describe(next)}`;
        this.#onProblem({ handler: this.name, message, cause });
      } finally {
        this.#current = undefined;
        this.#slowReported = false;
        if (isInitial(next)) this.#initialPending--;
        this.#checkSynced();
        this.#checkCaughtUp();
      }
      const turn = pacer.turn();
      if (turn !== undefined) await turn;
    }
    this.#running = undefined;
  }

  #call(notification: Notification<T>): void | Promise<void> {
    switch (notification.type) {
      case "add":
        return this.#handler.onAdd?.(notification.object, notification.isInInitialList);
      case "update": {
        const { oldObject, newObject, synthetic } = notification;
        return this.#handler.onUpdate?.(oldObject, newObject, synthetic);
      }
      case "delete":
        return this.#handler.onDelete?.(notification.object);
    }
  }

  #next(): Notification<T> | undefined {
    const segment = this.#segments.peek();
    const notification = segment?.at(this.#position);
    if (segment === undefined || notification === undefined) return undefined;
    this.#pending--;
    if (isSynthetic(notification)) this.#syncPending--;
    if (++this.#position === segment.length) {
      this.#segments.shift();
      this.#position = 0;
    }
    return notification;
  }

  #checkSynced(): void {
    if (this.#sourceSynced && this.#initialPending === 0) this.#gate.open();
  }

  #checkCaughtUp(): void {
    if (this.#pending <= this.#maxPending) this.#endWait();
  }

  #endWait(): void {
    this.#patience?.cancel();
    this.#caughtUp?.resolve();
    this.#caughtUp = undefined;
  }

  /** While everything waits nothing is enqueued, so that a report needs a timer. */
  #armPatience(): void {
    this.#patience = this.#clock.setTimer(slowCallMs, () => {
      this.#reportSlowness();
      this.#armPatience();
    });
  }

  #reportSlowness(): void {
    if (this.#current === undefined || this.#slowReported) return;
    if (this.#pending < slowPending && this.#caughtUp === undefined) return;
    const ms = this.#clock.monotonic() - this.#current.since;
    if (ms < slowCallMs) return;
    this.#slowReported = true;
    const call = describe(this.#current.notification);
    const waits = this.#caughtUp === undefined ? "" : ", and the cache waits for it";
    const message = `handler ${this.name} has been in ${call} for ${Math.round(ms / 1000)} s while ${this.#pending} calls wait${waits}`;
    this.#onProblem({ handler: this.name, message });
  }
}
