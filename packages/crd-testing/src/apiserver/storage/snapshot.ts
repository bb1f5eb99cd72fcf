import type { StorageEntry } from "./entry.js";
import { subjectOf } from "./event.js";
import type { EventLog } from "./event-log.js";
import { type KeyRange, sortKey } from "./object-key.js";
import { lowerBound, type SortedEntries } from "./sorted-entries.js";

/** A collection as it was at one revision. Read it at once: it is gone with the next write. */
export interface Snapshot {
  readonly revision: number;
  get(object: { readonly namespace: string; readonly name: string }): StorageEntry | undefined;
  /** In the order of the keys. */
  entries(range: KeyRange): Iterable<StorageEntry>;
  count(range: KeyRange): number;
}

/** A collection as it is now. */
export class CurrentSnapshot implements Snapshot {
  readonly revision: number;
  readonly #entries: SortedEntries<StorageEntry>;

  constructor(input: { readonly revision: number; readonly entries: SortedEntries<StorageEntry> }) {
    this.revision = input.revision;
    this.#entries = input.entries;
  }

  get(object: { readonly namespace: string; readonly name: string }): StorageEntry | undefined {
    return this.#entries.get(sortKey(object));
  }

  *entries(range: KeyRange): Iterable<StorageEntry> {
    for (const [, entry] of this.#entries.range(range)) yield entry;
  }

  count(range: KeyRange): number {
    return this.#entries.count(range);
  }
}

/** What a collection was at a revision, where it differs from what it is now: the log read backwards. */
export class PastSnapshot implements Snapshot {
  readonly revision: number;
  readonly #entries: SortedEntries<StorageEntry>;
  readonly #log: EventLog;
  /** What is not as it was; undefined for an object that did not exist. */
  readonly #changed = new Map<string, StorageEntry | undefined>();
  #sortedKeys: readonly string[] = [];
  #position: number;

  constructor(input: {
    readonly revision: number;
    readonly entries: SortedEntries<StorageEntry>;
    readonly log: EventLog;
  }) {
    this.revision = input.revision;
    this.#entries = input.entries;
    this.#log = input.log;
    this.#position = input.log.after(input.revision);
  }

  /** Takes the writes since the last call into account. False: some of them are no longer in the log. */
  catchUp(): boolean {
    if (this.#position < this.#log.start) return false;
    const known = this.#changed.size;
    for (; this.#position < this.#log.end; this.#position++) {
      const event = this.#log.at(this.#position);
      if (event === undefined) return false;
      const key = sortKey(subjectOf(event));
      // The first write after the revision replaced what there was.
      if (!this.#changed.has(key)) this.#changed.set(key, event.previous);
    }
    if (this.#changed.size !== known) this.#sortedKeys = [...this.#changed.keys()].sort();
    return true;
  }

  get(object: { readonly namespace: string; readonly name: string }): StorageEntry | undefined {
    const key = sortKey(object);
    return this.#changed.has(key) ? this.#changed.get(key) : this.#entries.get(key);
  }

  *entries(range: KeyRange): Iterable<StorageEntry> {
    const keys = this.#keys(range);
    let next = 0;
    for (const [key, entry] of this.#entries.range(range)) {
      for (; (keys[next] ?? key) < key; next++) {
        const past = this.#changed.get(keys[next] ?? "");
        if (past !== undefined) yield past;
      }
      if (keys[next] !== key) yield entry;
    }
    for (const key of keys.slice(next)) {
      const past = this.#changed.get(key);
      if (past !== undefined) yield past;
    }
  }

  count(range: KeyRange): number {
    let count = this.#entries.count(range);
    for (const key of this.#keys(range)) {
      if (this.#changed.get(key) !== undefined) count++;
      if (this.#entries.get(key) !== undefined) count--;
    }
    return count;
  }

  #keys(range: KeyRange): readonly string[] {
    const keys = this.#sortedKeys;
    const { from, to } = range;
    const start = lowerBound(keys.length, (index) => (keys[index] ?? "") < from);
    const end =
      to === undefined ? keys.length : lowerBound(keys.length, (index) => (keys[index] ?? "") < to);
    return keys.slice(start, end);
  }
}
