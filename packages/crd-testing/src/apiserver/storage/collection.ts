import type { FieldSet } from "crd-runtime";
import type { KeptEntry, StorageEntry } from "./entry.js";
import type { StorageEvent } from "./event.js";
import { EventLog, type LogLimits } from "./event-log.js";
import { namespaceRange, sortKey } from "./object-key.js";
import { Slabs } from "./slabs.js";
import { CurrentSnapshot, PastSnapshot, type Snapshot } from "./snapshot.js";
import { SortedEntries } from "./sorted-entries.js";
import { type Scope, StorageWatch } from "./storage-watch.js";
import { plainEntry, type StoredEntry } from "./stored-entry.js";

/** Snapshots that are kept for those who list in pages. */
const maxPastSnapshots = 8;

/** All objects of a resource: what they are now, the writes that led there, and who watches. */
export class Collection {
  readonly entries = new SortedEntries<KeptEntry>();
  /** Revision at which it was opened; it was empty until then. */
  readonly opened: number;
  readonly #log: EventLog;
  /** Values of all entries that are current, or in the log. */
  readonly #slabs = new Slabs();
  readonly #watches = new Set<StorageWatch>();
  #pastSnapshots: readonly PastSnapshot[] = [];
  #progress: number;

  constructor(input: { readonly opened: number; readonly limits: LogLimits }) {
    this.opened = input.opened;
    this.#progress = input.opened;
    this.#log = new EventLog({
      limits: input.limits,
      floor: input.opened,
      onDropped: ({ previous }) => {
        if (previous !== undefined) this.#slabs.release(previous);
      },
    });
  }

  /** Writes after this revision are known. */
  get floor(): number {
    return this.#log.floor;
  }

  /** Revision that it is known to have reached: that of the last write, unless {@link reached} says more. */
  get progress(): number {
    return this.#progress;
  }

  /** Nothing was written between the last write and this revision. */
  reached(revision: number): void {
    this.#progress = revision;
  }

  /** Carries out a write to the object of a key; events up to `oldRevision` may be forgotten. */
  apply(input: {
    readonly key: string;
    readonly event: StorageEvent;
    readonly oldRevision: number;
  }): void {
    const { key, event, oldRevision } = input;
    if (event.entry === undefined) this.entries.delete(key);
    else this.entries.set(key, event.entry);
    this.#log.append(event, oldRevision);
    this.#progress = event.revision;
    for (const watch of this.#watches) watch.notify(event);
  }

  /** An entry with a copy of the value, to be written. */
  store(entry: StorageEntry): StoredEntry {
    return this.#slabs.store(entry);
  }

  /** Takes over an object that was stored elsewhere. */
  restore(entry: StorageEntry): void {
    this.entries.set(sortKey(entry), this.store(entry));
  }

  /** Computes `fields` of all objects anew, without a write. */
  reindex(fieldsOf: (entry: StorageEntry) => FieldSet): void {
    for (const [key, entry] of [...this.entries.range(namespaceRange(""))]) {
      this.entries.set(key, this.store({ ...plainEntry(entry), fields: fieldsOf(entry) }));
      this.#slabs.release(entry);
    }
  }

  /** What it was at a revision, which must not lie in the future; undefined when that is forgotten. */
  snapshot(revision: number): Snapshot | undefined {
    const unchanged = this.#log.after(revision) === this.#log.end;
    if (revision >= this.floor && unchanged) {
      return new CurrentSnapshot({ revision, entries: this.entries });
    }
    if (revision < this.opened) {
      return new CurrentSnapshot({ revision, entries: new SortedEntries<KeptEntry>() });
    }
    if (revision < this.floor) return undefined;
    const known = this.#pastSnapshots.find((snapshot) => snapshot.revision === revision);
    const snapshot = known ?? new PastSnapshot({ revision, entries: this.entries, log: this.#log });
    const others = this.#pastSnapshots.filter((other) => other !== snapshot);
    this.#pastSnapshots = [snapshot, ...others].slice(0, maxPastSnapshots);
    return snapshot.catchUp() ? snapshot : undefined;
  }

  watch(input: { readonly scope: Scope; readonly from: number }): StorageWatch {
    const forget = (watch: StorageWatch): void => void this.#watches.delete(watch);
    const watch = new StorageWatch({ log: this.#log, ...input, forget });
    this.#watches.add(watch);
    return watch;
  }

  closeWatches(): void {
    for (const watch of [...this.#watches]) watch.close();
  }

  compact(revision: number): void {
    this.#log.compact(revision);
    this.#pastSnapshots = this.#pastSnapshots.filter((snapshot) => snapshot.revision >= revision);
  }
}
