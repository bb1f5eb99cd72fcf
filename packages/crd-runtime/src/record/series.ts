import type { Clock } from "../clock/index.js";
import { formatMicroTime } from "../meta/format-time.js";
import type { EventsV1Event } from "./event-types.js";
import { LruCache } from "./lru-cache.js";

/** client-go's `finishTime`: a series ends when so long nothing was added. */
export const finishMs = 6 * 60_000;

/** Series that are remembered. */
const maxSeries = 4_096;

/** An event, and how often it has happened since. */
export interface Series {
  event: EventsV1Event;
  /** The count that the server knows, or will. */
  writtenCount: number;
  /** Monotonic milliseconds. */
  lastAt: number;
}

/** Events that are the same but for their notes and times are one series. Follows client-go's `tools/events`. */
export class SeriesCache {
  readonly #series = new LruCache<Series>(maxSeries);
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get size(): number {
    return this.#series.size;
  }

  /** What is to be written of an event: its series when it begins one, or makes it one; what had to go for it, too. */
  add(event: EventsV1Event): readonly Series[] {
    const key = keyOf(event);
    const now = this.#clock.monotonic();
    const old = this.#series.get(key);
    if (old === undefined) {
      const value: Series = { event, writtenCount: 1, lastAt: now };
      const evicted = this.#series.set({ key, value });
      return evicted !== undefined && isUnwritten(evicted) ? [value, evicted] : [value];
    }
    const count = (old.event.series?.count ?? 1) + 1;
    const lastObservedTime = formatMicroTime(this.#clock.now());
    old.event = { ...old.event, series: { count, lastObservedTime } };
    old.lastAt = now;
    // The second says that it is a series; the others are counted, and written when it ends or is refreshed.
    return count === 2 ? [old] : [];
  }

  /** All that have happened more than once. */
  all(): readonly Series[] {
    return this.#series
      .entries()
      .map(([, series]) => series)
      .filter(({ event }) => event.series !== undefined);
  }

  /** Those whose count the server does not know. */
  unwritten(): readonly Series[] {
    return this.all().filter(isUnwritten);
  }

  /** Takes out those that have ended; what is to be written of them. */
  finish(): readonly Series[] {
    const now = this.#clock.monotonic();
    const finished: Series[] = [];
    for (const [key, series] of this.#series.entries()) {
      if (now - series.lastAt < finishMs) continue;
      this.#series.delete(key);
      if (isUnwritten(series)) finished.push(series);
    }
    return finished;
  }
}

function isUnwritten({ event, writtenCount }: Series): boolean {
  return (event.series?.count ?? 1) > writtenCount;
}

function keyOf(event: EventsV1Event): string {
  const { type, action, reason, reportingController, reportingInstance } = event;
  const { regarding, related } = event;
  return JSON.stringify([
    [type, action, reason, reportingController, reportingInstance],
    [regarding, related],
  ]);
}
