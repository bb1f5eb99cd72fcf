import { hostname } from "node:os";
import type { Timer } from "../clock/index.js";
import { formatMicroTime } from "../meta/format-time.js";
import { isAlreadyExists, isNotFound } from "../rest/index.js";
import { Broadcaster, type BroadcasterOptions, type Recorded } from "./broadcaster.js";
import type { Problem } from "./delivery.js";
import type { EventRecorder } from "./event-recorder.js";
import type { EventsV1Event } from "./event-types.js";
import { finishMs, type Series, SeriesCache } from "./series.js";

/** client-go's `refreshTime`: so often the server hears of series that go on. */
const refreshMs = 30 * 60_000;

/** Bytes of a note that the server takes. */
const maxNoteBytes = 1_024;

/** What reports events. */
export interface EventReporter {
  /** A name as labels have it: `example.com/database-controller`. */
  readonly reportingController: string;
  /** One of its processes; the controller and the name of the host when absent. */
  readonly reportingInstance?: string | undefined;
}

/**
 * Records Events of `events.k8s.io/v1`. Follows client-go's `tools/events`: what happens again is a series, whose count is written
 * when it begins, every half an hour, and when nothing was added for six minutes. Unlike client-go it writes one event after the
 * other, remembers 4096 series at most, and writes counts when it is shut down.
 *
 * @example
 * const broadcaster = new EventsV1Broadcaster({ sink: eventsV1EventSink({ rest }) });
 * const recorder = broadcaster.newRecorder({ reportingController: "example.com/database-controller" });
 * recorder.event({
 *   regarding: database,
 *   related: pod,
 *   type: "Warning",
 *   reason: "Unhealthy",
 *   action: "Restarting",
 *   note: "the pod does not answer",
 * });
 */
export class EventsV1Broadcaster extends Broadcaster<EventsV1Event> {
  readonly #series: SeriesCache;
  readonly #reports = new WeakMap<Series, (problem: Problem) => void>();
  #timers: readonly Timer[] = [];

  constructor(options: BroadcasterOptions<EventsV1Event>) {
    super({
      ...options,
      pauseMs: ({ sleepDurationMs, random }) => sleepDurationMs * (1 + 0.25 * random()),
    });
    this.#series = new SeriesCache(this.clock);
  }

  /** A recorder for one controller. */
  newRecorder(reporter: EventReporter): EventRecorder {
    const { reportingController } = reporter;
    const { reportingInstance = `${reportingController}-${hostname()}` } = reporter;
    const made = { reportingController, reportingInstance };
    return this.recorder({
      component: reportingController,
      make: (recorded) => ({ ...this.#make(recorded), ...made }),
      send: ({ event, report }) => {
        this.#startTimers();
        for (const series of this.#series.add(event)) {
          if (series.event === event) this.#reports.set(series, report);
          this.#offer(series);
        }
      },
    });
  }

  override async shutdown(input: { readonly timeoutMs?: number } = {}): Promise<void> {
    for (const timer of this.#timers) timer.cancel();
    for (const series of this.#series.unwritten()) this.#offer(series);
    await super.shutdown(input);
  }

  #make({ input, regarding, related, metadata }: Recorded): EventsV1Event {
    const { type, reason, action = reason, note } = input;
    return {
      metadata,
      eventTime: formatMicroTime(this.clock.now()),
      action,
      reason,
      regarding,
      ...(related === undefined ? {} : { related }),
      note: cut(note),
      type,
    };
  }

  #offer(series: Series): void {
    const report = this.#reports.get(series) ?? (() => {});
    this.delivery.offer({ begin: () => (signal) => this.#write({ series, signal }), report });
  }

  async #write(input: { readonly series: Series; readonly signal: AbortSignal }): Promise<void> {
    const { series, signal } = input;
    const { event } = series;
    const { series: body } = event;
    if (body === undefined) {
      await this.sink.create({ event, signal });
      return;
    }
    series.writtenCount = body.count;
    try {
      await this.sink.patch({ event, body: { series: body }, signal });
    } catch (error) {
      if (!isNotFound(error)) throw error;
      await this.#createAgain(input);
    }
  }

  /** It may be gone: events live for an hour. */
  async #createAgain(input: {
    readonly series: Series;
    readonly signal: AbortSignal;
  }): Promise<void> {
    try {
      await this.sink.create({ event: input.series.event, signal: input.signal });
    } catch (cause) {
      // It has come meanwhile: then it can be patched.
      if (isAlreadyExists(cause)) throw new Error("it has been created meanwhile", { cause });
      throw cause;
    }
  }

  #startTimers(): void {
    if (this.#timers.length > 0) return;
    this.#timers = [
      this.#every({ ms: refreshMs, series: () => this.#series.all() }),
      this.#every({ ms: finishMs, series: () => this.#series.finish() }),
    ];
  }

  /** Writes series again and again. */
  #every(input: { readonly ms: number; readonly series: () => readonly Series[] }): Timer {
    let timer: Timer;
    const arm = (): void => {
      timer = this.clock.setTimer(input.ms, () => {
        for (const series of input.series()) this.#offer(series);
        arm();
      });
    };
    arm();
    return { cancel: () => timer.cancel() };
  }
}

/** As much of a text as the server takes, in whole characters. */
function cut(note: string): string {
  const bytes = Buffer.from(note);
  if (bytes.length <= maxNoteBytes) return note;
  const ellipsis = "...";
  let end = maxNoteBytes - ellipsis.length;
  // 10xxxxxx goes on with a character.
  while (((bytes[end] ?? 0) & 0xc0) === 0x80) end--;
  return `${bytes.toString("utf8", 0, end)}${ellipsis}`;
}
