import type { StorageEvent } from "./event.js";
import { lowerBound } from "./sorted-entries.js";

/** How much of the past a collection keeps. An event is dropped only when `minEvents` newer ones are kept. */
export interface LogLimits {
  /** Kept whatever their age and size. */
  readonly minEvents: number;
  readonly maxEvents: number;
  /** Bytes of states that are kept for the log alone: those that were replaced or deleted. */
  readonly maxBytes: number;
}

/** Stands where a dropped event was, so that its bytes are free at once. */
const dropped: StorageEvent = { revision: 0, entry: undefined, previous: undefined };

/**
 * Events of a collection in the order of their revisions. Events have a position that stays the same when older ones are
 * dropped.
 */
export class EventLog {
  readonly #limits: LogLimits;
  readonly #onDropped: (event: StorageEvent) => void;
  #events: StorageEvent[] = [];
  /** Index in `#events` of the oldest event that is kept. */
  #head = 0;
  /** Position of `#events[0]`. */
  #base = 0;
  #bytes = 0;
  #floor: number;

  constructor(input: {
    readonly limits: LogLimits;
    readonly floor: number;
    readonly onDropped: (event: StorageEvent) => void;
  }) {
    this.#limits = input.limits;
    this.#onDropped = input.onDropped;
    this.#floor = input.floor;
  }

  /** All events after this revision are kept; none of it or before. */
  get floor(): number {
    return this.#floor;
  }

  /** Position of the oldest event that is kept. */
  get start(): number {
    return this.#base + this.#head;
  }

  /** Position of the next event. */
  get end(): number {
    return this.#base + this.#events.length;
  }

  at(position: number): StorageEvent | undefined {
    return position < this.start ? undefined : this.#events[position - this.#base];
  }

  /** Position of the first event after a revision. */
  after(revision: number): number {
    const count = this.#events.length - this.#head;
    const older = lowerBound(
      count,
      (index) => (this.#events[this.#head + index]?.revision ?? 0) <= revision,
    );
    return this.start + older;
  }

  /** Adds an event and drops those that the limits, or a revision that is old, let go. */
  append(event: StorageEvent, oldRevision: number): void {
    this.#events.push(event);
    this.#bytes += event.previous?.size ?? 0;
    const { minEvents, maxEvents, maxBytes } = this.#limits;
    for (;;) {
      const count = this.#events.length - this.#head;
      const oldest = this.#events[this.#head];
      if (count <= minEvents || oldest === undefined) return;
      const mayGo = count > maxEvents || this.#bytes > maxBytes || oldest.revision <= oldRevision;
      if (!mayGo) return;
      this.#dropOldest(oldest);
    }
  }

  /** Drops all events up to a revision. */
  compact(revision: number): void {
    for (;;) {
      const oldest = this.#events[this.#head];
      if (oldest === undefined || oldest.revision > revision) break;
      this.#dropOldest(oldest);
    }
    this.#floor = Math.max(this.#floor, revision);
  }

  #dropOldest(oldest: StorageEvent): void {
    this.#bytes -= oldest.previous?.size ?? 0;
    this.#floor = oldest.revision;
    this.#onDropped(oldest);
    this.#events[this.#head++] = dropped;
    if (this.#head >= 1_024 && this.#head * 2 >= this.#events.length) {
      this.#events = this.#events.slice(this.#head);
      this.#base += this.#head;
      this.#head = 0;
    }
  }
}
