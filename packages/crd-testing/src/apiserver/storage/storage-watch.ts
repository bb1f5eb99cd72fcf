import { type StorageEvent, subjectOf } from "./event.js";
import type { EventLog } from "./event-log.js";

/** Why a watch brings nothing any more: it read too slowly and the log went past it, or it was closed. */
export type WatchEnd = "lagging" | "closed";

/** Which objects of a collection are meant; `""`: all. */
export interface Scope {
  readonly namespace: string;
  readonly name: string;
}

/**
 * A place in the log of a collection. It buffers nothing: whoever reads slowly finds the events in the log, as long as that
 * keeps them.
 */
export class StorageWatch {
  readonly #log: EventLog;
  readonly #scope: Scope;
  readonly #from: number;
  readonly #forget: (watch: StorageWatch) => void;
  #position: number;
  /** Where the log ended when the watch was closed. */
  #closedAt: number | undefined;
  #onChange: (() => void) | undefined;

  constructor(input: {
    readonly log: EventLog;
    readonly scope: Scope;
    /** Events after this revision are brought; it may lie in the future. */
    readonly from: number;
    readonly forget: (watch: StorageWatch) => void;
  }) {
    this.#log = input.log;
    this.#scope = input.scope;
    this.#from = input.from;
    this.#forget = input.forget;
    this.#position = input.log.after(input.from);
  }

  /** Undefined while it is open. */
  get end(): WatchEnd | undefined {
    if (this.#position < this.#log.start) return "lagging";
    return this.#closedAt === undefined ? undefined : "closed";
  }

  /** Whether all events that there are have been taken. */
  get idle(): boolean {
    return this.#position >= (this.#closedAt ?? this.#log.end);
  }

  /** The next events, at most `limit`; none when there are none now. What was written before the watch was closed is brought. */
  take(limit: number): readonly StorageEvent[] {
    const events: StorageEvent[] = [];
    if (this.end === "lagging") return events;
    for (; events.length < limit && !this.idle; this.#position++) {
      const event = this.#log.at(this.#position);
      if (event !== undefined && this.#concerns(event)) events.push(event);
    }
    return events;
  }

  /** Sets what is called, within the write, when there is something to take, and when the watch is closed. Must not throw. */
  onChange(callback: (() => void) | undefined): void {
    this.#onChange = callback;
  }

  /** Ends it; harmless when it has ended. */
  close(): void {
    if (this.#closedAt !== undefined) return;
    this.#closedAt = this.#log.end;
    this.#forget(this);
    this.#onChange?.();
  }

  /** The collection tells of a write. */
  notify(event: StorageEvent): void {
    if (this.#onChange !== undefined && this.#concerns(event)) this.#onChange();
  }

  #concerns(event: StorageEvent): boolean {
    const { namespace, name } = this.#scope;
    if (event.revision <= this.#from) return false;
    if (namespace === "" && name === "") return true;
    const subject = subjectOf(event);
    return (
      (namespace === "" || subject.namespace === namespace) &&
      (name === "" || subject.name === name)
    );
  }
}
