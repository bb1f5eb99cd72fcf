import { type Clock, systemClock } from "../clock/index.js";
import type { KubernetesObject } from "../meta/index.js";
import { report } from "../warnings/report.js";
import { Delivery, type Problem } from "./delivery.js";
import { EventNames } from "./event-name.js";
import type { EventInput, EventRecorder } from "./event-recorder.js";
import { EventRecordingError, warnOfEventRecordingErrors } from "./event-recording-error.js";
import type { EventSink } from "./event-sink.js";
import type { ObjectReference } from "./object-reference.js";
import { describeReference, getReference } from "./reference.js";

/** What broadcasters of either API are made of. */
export interface BroadcasterOptions<E extends KubernetesObject> {
  readonly sink: EventSink<E>;
  /** Milliseconds to wait before a write that had no answer is tried again, twelve times in all; 10 s when absent. */
  readonly sleepDurationMs?: number | undefined;
  /** Hears of events that were not written; warnings of the process when absent. */
  readonly onError?: ((error: EventRecordingError) => void) | undefined;
  readonly clock?: Clock | undefined;
  /** At least 0, below 1. */
  readonly random?: (() => number) | undefined;
}

/** An event with what both APIs have of it. */
export interface Recorded {
  readonly input: EventInput;
  readonly regarding: ObjectReference;
  readonly related: ObjectReference | undefined;
  /** In the namespace of what it regards, in `default` where that has none. */
  readonly metadata: KubernetesObject["metadata"];
}

/** What broadcasters of both APIs have in common: recorders, watchers, errors and an end. */
export abstract class Broadcaster<E extends KubernetesObject> {
  protected readonly sink: EventSink<E>;
  protected readonly clock: Clock;
  protected readonly names: EventNames;
  protected readonly delivery: Delivery;
  readonly #onError: (error: EventRecordingError) => void;
  readonly #watchers = new Set<(event: E) => void>();

  constructor(input: BroadcasterOptions<E> & { readonly pauseMs: (pause: Pause) => number }) {
    const { sleepDurationMs = 10_000, random = Math.random, pauseMs } = input;
    this.sink = input.sink;
    this.clock = input.clock ?? systemClock;
    this.names = new EventNames(this.clock);
    this.delivery = new Delivery({
      clock: this.clock,
      pauseMs: (tries) => pauseMs({ tries, sleepDurationMs, random }),
    });
    this.#onError = input.onError ?? warnOfEventRecordingErrors(this.clock);
  }

  /**
   * Calls back with each event as it is recorded, before anything is held back: for logs.
   *
   * @returns ends it
   */
  startEventWatcher(handler: (event: E) => void): () => void {
    // The same function may be given twice, and each is taken back alone.
    const call = (event: E): void => handler(event);
    this.#watchers.add(call);
    return () => void this.#watchers.delete(call);
  }

  /**
   * Ends recording. What waits is tried once more; resolves when that is done, or after `timeoutMs` (5 s when absent) with the rest
   * dropped and reported. Events that are recorded later are dropped.
   */
  async shutdown(input: { readonly timeoutMs?: number } = {}): Promise<void> {
    await this.delivery.shutdown(input.timeoutMs);
  }

  /** A recorder whose events are made and sent as the API wants it. */
  protected recorder(input: {
    readonly component: string;
    readonly make: (recorded: Recorded) => E;
    readonly send: (sent: {
      readonly event: E;
      readonly report: (problem: Problem) => void;
    }) => void;
  }): EventRecorder {
    const { component, make, send } = input;
    return {
      event: (given) => {
        const recorded = this.#recorded({ component, given });
        if (recorded === undefined) return;
        const event = make(recorded);
        const what = `event ${given.reason} about ${describeReference(recorded.regarding)}`;
        const fail = (problem: Problem): void =>
          this.#report(new EventRecordingError({ component, what, ...problem }));
        this.#tellWatchers({ event, report: fail });
        send({ event, report: fail });
      },
    };
  }

  #recorded(input: {
    readonly component: string;
    readonly given: EventInput;
  }): Recorded | undefined {
    const { component, given } = input;
    const what = `event ${given?.reason}`;
    try {
      if (given.type !== "Normal" && given.type !== "Warning") {
        throw new TypeError(`its type must be Normal or Warning: ${given.type}`);
      }
      const regarding = getReference(given.regarding);
      const related = given.related === undefined ? undefined : getReference(given.related);
      const { annotations } = given;
      const metadata = {
        name: this.names.next(regarding.name),
        namespace: regarding.namespace || "default",
        ...(annotations === undefined ? {} : { annotations: { ...annotations } }),
      };
      return { input: given, regarding, related, metadata };
    } catch (cause) {
      const problem = "is dropped: no event can be made of it";
      this.#report(new EventRecordingError({ component, what, problem, cause }));
      return undefined;
    }
  }

  #tellWatchers(input: { readonly event: E; readonly report: (problem: Problem) => void }): void {
    for (const watcher of [...this.#watchers]) {
      try {
        watcher(structuredClone(input.event));
      } catch (cause) {
        input.report({ level: "error", problem: "met with a watcher that failed", cause });
      }
    }
  }

  #report(error: EventRecordingError): void {
    report({ error, onError: this.#onError, type: "EventRecordingWarning" });
  }
}

/** After so many tries. */
export interface Pause {
  readonly tries: number;
  readonly sleepDurationMs: number;
  readonly random: () => number;
}
