import { requireNotNegative } from "../cache/not-negative.js";
import type { Clock } from "../clock/index.js";
import type { DeepReadonly, KubernetesObject } from "../meta/index.js";
import type {
  EventHandlerOptions,
  EventHandlerRegistration,
  ResourceEventHandler,
} from "./event-handler.js";
import { type HandlerProblem, Listener } from "./listener.js";
import type { NotificationBatch } from "./notification-batch.js";
import { ResyncTimer } from "./resync-timer.js";
import { replayOf } from "./segment.js";
import { settledWithin } from "./settled-within.js";

/** Milliseconds below which no handler is resynced. */
const minResyncPeriodMs = 1_000;

/** Who hears of notifications: every handler, or the ones that are due a resync. */
export type Audience = "all" | "resync";

/** The handlers of one informer, and who of them hears what. */
export class SharedProcessor<T extends KubernetesObject> {
  readonly #informer: string;
  readonly #clock: Clock;
  readonly #resyncPeriodMs: number;
  readonly #onProblem: (problem: HandlerProblem) => void;
  readonly #resync: ResyncTimer<Listener<T>>;
  readonly #listeners = new Map<EventHandlerRegistration, Listener<T>>();
  /** Handlers that were removed and are still in a call. */
  readonly #leaving = new Set<Listener<T>>();
  #added = 0;
  #synced = false;

  /** @throws RangeError for a negative resync period */
  constructor(input: {
    /** Its name. */
    readonly informer: string;
    readonly clock: Clock;
    /** Of handlers that name none; 0 for never. */
    readonly resyncPeriodMs: number | undefined;
    /** Called when at least one handler is due a resync. */
    readonly onResyncDue: () => void;
    readonly onProblem: (problem: HandlerProblem) => void;
  }) {
    const { informer, resyncPeriodMs } = input;
    requireNotNegative({ owner: `informer ${informer}`, options: { resyncPeriodMs } });
    this.#informer = informer;
    this.#clock = input.clock;
    this.#resyncPeriodMs = resyncPeriod(resyncPeriodMs ?? 0);
    this.#onProblem = input.onProblem;
    this.#resync = new ResyncTimer({ clock: input.clock, onDue: input.onResyncDue });
  }

  /**
   * Adds a handler that first hears of the objects that are there.
   *
   * @throws RangeError for a negative number
   */
  add(input: {
    readonly handler: ResourceEventHandler<T>;
    readonly options: EventHandlerOptions;
    readonly objects: readonly DeepReadonly<T>[];
  }): EventHandlerRegistration {
    const { handler, options, objects } = input;
    const { resyncPeriodMs, maxPending } = options;
    const name = options.name ?? nameOf({ handler, number: ++this.#added });
    const owner = `informer ${this.#informer}: handler ${name}`;
    requireNotNegative({ owner, options: { resyncPeriodMs, maxPending } });
    const listener = new Listener<T>({
      name,
      handler,
      resyncPeriodMs: resyncPeriod(resyncPeriodMs ?? this.#resyncPeriodMs),
      maxPending,
      clock: this.#clock,
      onProblem: this.#onProblem,
    });
    const registration = this.#register(listener);
    listener.enqueue(replayOf(objects));
    if (this.#synced) listener.sourceSynced();
    return registration;
  }

  /** Whether the handler is one of these. */
  has(registration: EventHandlerRegistration): boolean {
    return this.#listeners.has(registration);
  }

  distribute(input: { readonly batch: NotificationBatch<T>; readonly audience: Audience }): void {
    const { batch, audience } = input;
    for (const listener of this.#listeners.values()) {
      if (audience === "resync" && !listener.takeResync()) continue;
      const segments = listener.resyncPeriodMs > 0 ? batch.all : batch.changes;
      for (const segment of segments) listener.enqueue(segment);
    }
  }

  /** The first list is in the cache and has been distributed. */
  sourceSynced(): void {
    this.#synced = true;
    for (const listener of this.#listeners.values()) listener.sourceSynced();
  }

  /** A promise when some handler has more to do than it was added for. */
  whenReady(): Promise<unknown> | undefined {
    const busy = [...this.#listeners.values()].map((listener) => listener.whenReady());
    return busy.some((promise) => promise !== undefined) ? Promise.all(busy) : undefined;
  }

  /** From now on handlers become due for resyncs. */
  start(): void {
    this.#resync.start();
  }

  /** Drops what waits and waits for the calls that run, but not longer than so many milliseconds; the rest is reported. */
  async stop(graceMs: number): Promise<void> {
    this.#resync.stop();
    const listeners = [...this.#listeners.values(), ...this.#leaving];
    const promise = Promise.all(listeners.map((listener) => listener.close()));
    if (await settledWithin({ promise, ms: graceMs, clock: this.#clock })) return;
    for (const { name, current } of listeners) {
      if (current === undefined) continue;
      const message = `handler ${name} was still in ${current} ${graceMs / 1000} s after the stop; it is not waited for any longer`;
      this.#onProblem({ handler: name, message });
    }
  }

  #register(listener: Listener<T>): EventHandlerRegistration {
    const registration: EventHandlerRegistration = {
      name: listener.name,
      get pending() {
        return listener.pending;
      },
      hasSynced: () => listener.hasSynced(),
      whenSynced: (signal) => listener.whenSynced(signal),
      remove: async () => {
        this.#listeners.delete(registration);
        this.#resync.delete(listener);
        this.#leaving.add(listener);
        await listener.close();
        this.#leaving.delete(listener);
      },
    };
    this.#listeners.set(registration, listener);
    this.#resync.add(listener);
    return registration;
  }
}

function resyncPeriod(ms: number): number {
  return ms === 0 ? 0 : Math.max(ms, minResyncPeriodMs);
}

function nameOf(input: { readonly handler: object; readonly number: number }): string {
  const { handler, number } = input;
  const { name } = handler.constructor ?? {};
  return name === undefined || name === "" || name === "Object" ? `#${number}` : name;
}
