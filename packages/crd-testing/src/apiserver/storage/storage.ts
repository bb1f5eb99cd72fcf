import { type Clock, type FieldSet, type LabelSet, systemClock } from "crd-runtime";
import { Collection } from "./collection.js";
import type { Encoded, KeptEntry, StorageEntry } from "./entry.js";
import type { StorageEvent } from "./event.js";
import { defaultHistory, type HistoryLimits } from "./history.js";
import { LazyEntry } from "./lazy-entry.js";
import { namespaceRange, type ObjectKey, sortKey } from "./object-key.js";
import { RevisionAges } from "./revision-ages.js";
import type { Snapshot } from "./snapshot.js";
import type { StorageState } from "./state.js";
import type { StorageWatch } from "./storage-watch.js";
import { plainEntry } from "./stored-entry.js";

export interface StorageOptions {
  readonly clock?: Clock | undefined;
  readonly history?: Partial<HistoryLimits> | undefined;
  /** Revision of the empty storage; 1 when absent, as in etcd. */
  readonly revision?: number | undefined;
}

/**
 * Makes what is stored, now that the revision is known. It must not touch the storage; when it throws, nothing is written. The
 * bytes are copied.
 */
export type Encode = (revision: number) => Encoded;

/**
 * etcd and the watch cache of kube-apiserver in one: one counter of revisions for all resources, and for each resource an
 * ordered collection with its recent history. Everything is synchronous; a write is over, and seen by all, when it returns.
 */
export class Storage {
  readonly #clock: Clock;
  readonly #history: HistoryLimits;
  readonly #ages: RevisionAges;
  readonly #collections = new Map<string, Collection>();
  readonly #onRevision = new Set<() => void>();
  #revision: number;
  #compacted: number;

  constructor(options: StorageOptions = {}) {
    this.#clock = options.clock ?? systemClock;
    this.#history = { ...defaultHistory, ...options.history };
    this.#ages = new RevisionAges({ clock: this.#clock, ageMs: this.#history.maxAgeMs });
    this.#revision = options.revision ?? 1;
    this.#compacted = this.#revision;
  }

  /** Revision of the last write. */
  get revision(): number {
    return this.#revision;
  }

  /** What was before this revision is forgotten. */
  get compactedRevision(): number {
    this.#compacted = Math.max(this.#compacted, this.#ages.old);
    return this.#compacted;
  }

  get(key: ObjectKey): StorageEntry | undefined {
    return this.#collections.get(key.storageKey)?.entries.get(sortKey(key));
  }

  /** Stores a new object. Undefined, and nothing is written, when there is one of that name. */
  create(input: ObjectKey & { readonly encode: Encode }): StorageEntry | undefined {
    const key = sortKey(input);
    if (this.#open(input.storageKey).entries.get(key) !== undefined) return undefined;
    return this.#put({ key, object: input, previous: undefined, encode: input.encode });
  }

  /**
   * Stores a new object as `create` does, but leaves `encode` for when somebody looks at more than the name: for what a server
   * begins with, which most never look at.
   */
  createLazily(input: ObjectKey & { readonly encode: Encode }): StorageEntry | undefined {
    const { storageKey, namespace, name, encode } = input;
    const key = sortKey(input);
    if (this.#open(storageKey).entries.get(key) !== undefined) return undefined;
    const revision = this.#revision + 1;
    const entry = new LazyEntry({ namespace, name, revision, encode: () => encode(revision) });
    this.#write({ key, storageKey, event: { revision, entry, previous: undefined } });
    return entry;
  }

  /** Replaces an object. Undefined, and nothing is written, unless the stored one is of this revision. */
  update(
    input: ObjectKey & { readonly revision: number; readonly encode: Encode },
  ): StorageEntry | undefined {
    const key = sortKey(input);
    const previous = this.#open(input.storageKey).entries.get(key);
    if (previous === undefined || previous.revision !== input.revision) return undefined;
    return this.#put({ key, object: input, previous, encode: input.encode });
  }

  /**
   * Removes an object. Returns its last state, and the revision of the deletion. Undefined, and nothing is written, unless
   * the stored one is of this revision; any will do when none is given.
   */
  delete(
    input: ObjectKey & { readonly revision?: number | undefined },
  ): { readonly previous: StorageEntry; readonly revision: number } | undefined {
    const key = sortKey(input);
    const previous = this.#open(input.storageKey).entries.get(key);
    if (previous === undefined) return undefined;
    if (input.revision !== undefined && previous.revision !== input.revision) return undefined;
    const revision = this.#revision + 1;
    this.#write({
      key,
      storageKey: input.storageKey,
      event: { revision, entry: undefined, previous },
    });
    return { previous, revision };
  }

  /** Number of objects of a resource. */
  count(storageKey: string): number {
    return this.#collections.get(storageKey)?.entries.size ?? 0;
  }

  /** Objects of a resource as they are now, in the order of their keys. */
  list(input: {
    readonly storageKey: string;
    /** All when absent or `""`. */
    readonly namespace?: string | undefined;
  }): readonly StorageEntry[] {
    const snapshot = this.#open(input.storageKey).snapshot(this.#revision);
    return snapshot === undefined
      ? []
      : [...snapshot.entries(namespaceRange(input.namespace ?? ""))];
  }

  /**
   * A collection as it was at a revision, which must not lie in the future; now when none is given. Undefined when that is
   * forgotten. It must be read before the next write.
   */
  snapshot(input: {
    readonly storageKey: string;
    readonly revision?: number | undefined;
  }): Snapshot | undefined {
    const { storageKey, revision = this.#revision } = input;
    if (revision > this.#revision) throw new RangeError(`revision ${revision} is in the future`);
    if (revision !== this.#revision && revision < this.compactedRevision) return undefined;
    return this.#open(storageKey).snapshot(revision);
  }

  /** Writes to a resource after this revision are known; watches can begin there. */
  floor(storageKey: string): number {
    return this.#open(storageKey).floor;
  }

  /**
   * How far the watch cache of a resource is: at the last write to it, or at the last {@link confirm}. Writes to other resources
   * do not move it.
   */
  progress(storageKey: string): number {
    return this.#open(storageKey).progress;
  }

  /** Brings the watch cache of a resource to the present, as a read that asks for the newest state does. */
  confirm(storageKey: string): void {
    this.#open(storageKey).reached(this.#revision);
  }

  /**
   * Watches the writes after a revision, which must not be below the floor and may lie in the future.
   */
  watch(input: {
    readonly storageKey: string;
    readonly namespace?: string | undefined;
    readonly name?: string | undefined;
    readonly from: number;
  }): StorageWatch {
    const { storageKey, namespace = "", name = "", from } = input;
    const collection = this.#open(storageKey);
    if (from < collection.floor) {
      throw new RangeError(`revision ${from} is forgotten; ${collection.floor} is the oldest`);
    }
    return collection.watch({ scope: { namespace, name }, from });
  }

  /** Calls back within each write, when it is done. Returns the function that ends it. The callback must not throw. */
  onRevision(callback: () => void): () => void {
    this.#onRevision.add(callback);
    return () => void this.#onRevision.delete(callback);
  }

  /** Makes a collection known, so that watches can begin at the present revision. Any use of it does so, too. */
  open(storageKey: string): void {
    this.#open(storageKey);
  }

  /** Ends all watches of a resource, or of all when none is named. */
  closeWatches(storageKey?: string): void {
    for (const [key, collection] of this.#collections) {
      if (storageKey === undefined || storageKey === key) collection.closeWatches();
    }
  }

  /** Forgets a resource with its objects and its history, without events, and ends its watches. */
  dropCollection(storageKey: string): void {
    const collection = this.#collections.get(storageKey);
    this.#collections.delete(storageKey);
    collection?.closeWatches();
  }

  /** Computes `fields` anew for all objects of a resource, without a write: what selectors may name has changed. */
  reindex(input: {
    readonly storageKey: string;
    readonly fieldsOf: (entry: StorageEntry) => FieldSet;
  }): void {
    this.#open(input.storageKey).reindex(input.fieldsOf);
  }

  /** Forgets all that was before a revision: watches cannot begin there, and lists at it are refused. */
  compact(revision: number): void {
    const at = Math.min(revision, this.#revision);
    this.#compacted = Math.max(this.#compacted, at);
    for (const collection of this.#collections.values()) collection.compact(at);
  }

  /**
   * Goes back to what was at a revision, as a restored backup does: later writes have never been, their revisions are given
   * out again, all watches end.
   *
   * @throws RangeError when that is forgotten, or in the future
   */
  rewind(revision: number): void {
    const state = this.#stateAt(revision);
    this.restore(state);
  }

  /** All objects, for {@link restore}. Costs no copies. */
  export(): StorageState {
    return this.#stateAt(this.#revision);
  }

  /** Replaces everything by an exported state. History is not part of it; all watches end. */
  restore(state: StorageState): void {
    for (const storageKey of [...this.#collections.keys()]) this.dropCollection(storageKey);
    this.#revision = state.revision;
    this.#compacted = state.revision;
    this.#ages.reset();
    for (const { storageKey, entries } of state.collections) {
      const collection = this.#open(storageKey);
      for (const entry of entries) collection.restore(entry);
    }
    this.#announce();
  }

  #stateAt(revision: number): StorageState {
    const collections = [...this.#collections]
      .filter(([, { opened }]) => opened <= revision)
      .map(([storageKey]) => {
        const snapshot = this.snapshot({ storageKey, revision });
        if (snapshot === undefined) throw new RangeError(`revision ${revision} is forgotten`);
        return {
          storageKey,
          entries: Array.from(snapshot.entries(namespaceRange("")), plainEntry),
        };
      });
    return { revision, collections };
  }

  #put(input: {
    readonly key: string;
    readonly object: ObjectKey;
    readonly previous: KeptEntry | undefined;
    readonly encode: Encode;
  }): StorageEntry {
    const { key, previous } = input;
    const { storageKey } = input.object;
    // What an update leaves alone is in memory once.
    const { namespace, name } = previous ?? input.object;
    const revision = this.#revision + 1;
    const { value, epoch, ...encoded } = input.encode(revision);
    const labels = knownOr(encoded.labels, previous?.labels);
    const fields = knownOr(encoded.fields, previous?.fields);
    const made = { namespace, name, revision, value, labels, fields, epoch };
    const entry = this.#open(storageKey).store(made);
    this.#write({ key, storageKey, event: { revision, entry, previous } });
    return entry;
  }

  #write(input: {
    readonly key: string;
    readonly storageKey: string;
    readonly event: StorageEvent;
  }): void {
    const { key, storageKey, event } = input;
    this.#revision = event.revision;
    this.#ages.record(event.revision);
    this.#open(storageKey).apply({ key, event, oldRevision: this.#ages.old });
    this.#announce();
  }

  #announce(): void {
    for (const callback of this.#onRevision) callback();
  }

  #open(storageKey: string): Collection {
    let collection = this.#collections.get(storageKey);
    if (collection === undefined) {
      collection = new Collection({ opened: this.#revision, limits: this.#history });
      this.#collections.set(storageKey, collection);
    }
    return collection;
  }
}

/** The old set where the new one equals it, so that it need not be kept, too. */
function knownOr<T extends LabelSet>(set: T, old: T | undefined): T {
  if (set === undefined || old === undefined || set === old) return set;
  const names = Object.keys(set);
  const equal =
    names.length === Object.keys(old).length &&
    names.every((name) => Object.hasOwn(old, name) && old[name] === set[name]);
  return equal ? old : set;
}
