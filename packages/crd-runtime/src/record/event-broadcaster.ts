import { formatTime } from "../meta/format-time.js";
import { isNotFound } from "../rest/index.js";
import { Broadcaster, type BroadcasterOptions, type Recorded } from "./broadcaster.js";
import { type Correlated, EventCorrelator } from "./correlate/correlator.js";
import type { CorrelatorOptions } from "./correlate/options.js";
import type { EventRecorder } from "./event-recorder.js";
import type { CoreV1Event } from "./event-types.js";

/** What an {@link EventBroadcaster} is made of. */
export interface EventBroadcasterOptions extends BroadcasterOptions<CoreV1Event> {
  readonly correlator?: CorrelatorOptions | undefined;
}

/**
 * Records Events of core `v1`. Follows client-go's `tools/record`: the same event again is counted in the one that is there, ten
 * similar ones within ten minutes become one, an object has a budget of 25 and one more every five minutes, a thousand wait at
 * most, and what has no answer is tried twelve times.
 *
 * @example
 * const broadcaster = new EventBroadcaster({ sink: coreV1EventSink({ rest }) });
 * const recorder = broadcaster.newRecorder({ component: "database-controller" });
 * recorder.event({ regarding: database, type: "Normal", reason: "Created", note: "created the pod" });
 * // at the end
 * await broadcaster.shutdown();
 */
export class EventBroadcaster extends Broadcaster<CoreV1Event> {
  readonly #correlator: EventCorrelator;

  /** @throws ConfigError when a number of the correlator's options is not above 0 */
  constructor(options: EventBroadcasterOptions) {
    super({
      ...options,
      // The first pause is random, so that clients do not come together when a server is back.
      pauseMs: ({ tries, sleepDurationMs, random }) =>
        tries === 1 ? sleepDurationMs * random() : sleepDurationMs,
    });
    this.#correlator = new EventCorrelator({
      options: options.correlator ?? {},
      clock: this.clock,
      names: this.names,
    });
  }

  /** A recorder for one source of events: a component, on a host. */
  newRecorder(source: { readonly component: string; readonly host?: string }): EventRecorder {
    const { component } = source;
    return this.recorder({
      component,
      make: (recorded) => this.#make({ recorded, source }),
      send: ({ event, report }) => {
        const begin = (): ((signal: AbortSignal) => Promise<void>) | undefined => {
          const correlated = this.#correlator.correlate(event);
          return correlated && ((signal) => this.#write({ ...correlated, signal }));
        };
        this.delivery.offer({ begin, report });
      },
    });
  }

  #make(input: {
    readonly recorded: Recorded;
    readonly source: { readonly component: string; readonly host?: string };
  }): CoreV1Event {
    const { recorded, source } = input;
    const { type, reason, action, note } = recorded.input;
    const time = formatTime(this.clock.now());
    return {
      metadata: recorded.metadata,
      involvedObject: recorded.regarding,
      ...(recorded.related === undefined ? {} : { related: recorded.related }),
      type,
      reason,
      ...(action === undefined ? {} : { action }),
      message: note,
      source: { ...source },
      firstTimestamp: time,
      lastTimestamp: time,
      count: 1,
      reportingComponent: source.component,
      reportingInstance: source.host ?? "",
    };
  }

  async #write(input: Correlated & { readonly signal: AbortSignal }): Promise<void> {
    const { event, patch: body, stored, signal } = input;
    if (body !== undefined) {
      try {
        stored(await this.sink.patch({ event, body, signal }));
        return;
      } catch (error) {
        // It may be gone: events live for an hour.
        if (!isNotFound(error)) throw error;
      }
    }
    stored(await this.sink.create({ event, signal }));
  }
}
