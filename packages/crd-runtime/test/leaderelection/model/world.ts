import type { Clock, Timer } from "../../../src/index.js";

interface Event {
  at: number;
  sequence: number;
  /** Whose event loop runs it; undefined: nobody's, as for a message on its way. */
  readonly process: Process | undefined;
  readonly kind: EventKind;
  readonly run: () => void;
  cancelled: boolean;
}

type EventKind = "timer" | "answer" | "message";

/** A process: its clocks, and whether its event loop runs. */
export class Process implements Clock {
  readonly #world: World;
  readonly #skewMs: number;
  readonly #rate: number;
  state: "running" | "paused" | "dead" = "running";

  constructor(input: { readonly world: World; readonly skewMs: number; readonly rate: number }) {
    this.#world = input.world;
    this.#skewMs = input.skewMs;
    this.#rate = input.rate;
  }

  now(): number {
    return Date.UTC(2026, 0, 1) + this.#skewMs + Math.floor(this.monotonic());
  }

  monotonic(): number {
    return this.#world.now * this.#rate;
  }

  setTimer(ms: number, run: () => void): Timer {
    return this.#world.at({ ms: Math.max(ms, 0) / this.#rate, process: this, kind: "timer", run });
  }
}

/** Real time, and what is to happen in it. One event after the other; between two, every promise comes to rest. */
export class World {
  now = 0;
  readonly #events = new Set<Event>();
  /** What has fallen due while its process was paused. */
  readonly #held = new Map<Process, Event[]>();
  #sequence = 0;

  /** Something that happens in so many milliseconds. */
  at(input: {
    readonly ms: number;
    readonly run: () => void;
    readonly process?: Process | undefined;
    readonly kind?: EventKind;
  }): Timer {
    const { ms, run, process, kind = "message" } = input;
    const sequence = this.#sequence++;
    const event = { at: this.now + ms, sequence, process, kind, run, cancelled: false };
    this.#events.add(event);
    return {
      cancel: () => {
        event.cancelled = true;
        this.#events.delete(event);
      },
    };
  }

  /** Lets time pass; `after` is called whenever something has happened. */
  async runUntil(input: { readonly end: number; readonly after: () => void }): Promise<void> {
    for (let next = this.#next(); next !== undefined && next.at <= input.end; next = this.#next()) {
      this.#events.delete(next);
      this.now = Math.max(this.now, next.at);
      if (this.#run(next)) {
        await atRest();
        input.after();
      }
    }
    this.now = input.end;
  }

  /** What fell due meanwhile comes at once: timers first as in a fresh turn of the event loop, or answers first. */
  resume(input: { readonly process: Process; readonly answersFirst: boolean }): void {
    const { process, answersFirst } = input;
    const rank = ({ kind }: Event): number => Number((kind === "answer") !== answersFirst);
    const held = this.#held.get(process) ?? [];
    this.#held.delete(process);
    process.state = "running";
    for (const event of held.sort((a, b) => rank(a) - rank(b) || a.at - b.at)) {
      if (event.cancelled) continue;
      event.at = this.now;
      event.sequence = this.#sequence++;
      this.#events.add(event);
    }
  }

  /** Whether the process has to do what has fallen due already. */
  isBehind(process: Process): boolean {
    return [...this.#events].some((event) => event.process === process && event.at <= this.now);
  }

  #run(event: Event): boolean {
    const { process } = event;
    if (process?.state === "dead") return false;
    if (process?.state === "paused") {
      this.#held.set(process, [...(this.#held.get(process) ?? []), event]);
      return false;
    }
    event.run();
    return true;
  }

  #next(): Event | undefined {
    let next: Event | undefined;
    for (const event of this.#events) {
      const before =
        next === undefined ||
        event.at < next.at ||
        (event.at === next.at && event.sequence < next.sequence);
      if (before) next = event;
    }
    return next;
  }
}

/**
 * When every promise has come to rest: ticks run once no promise has anything left to do. A turn of the event loop for each
 * event would be more than half of a run, and nothing here waits for one.
 */
async function atRest(): Promise<void> {
  await new Promise<void>((resolve) => process.nextTick(resolve));
}
