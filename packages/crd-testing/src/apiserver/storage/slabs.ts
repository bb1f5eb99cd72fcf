import type { KeptEntry, StorageEntry } from "./entry.js";
import { Slab } from "./slab.js";
import { StoredEntry } from "./stored-entry.js";

const minSlabBytes = 16 * 2 ** 10;
/** Memory of this size goes back to the system when it is free; what is not filled costs nothing. */
const maxSlabBytes = 32 * 2 ** 20;
/** Part of the filled memory, and of a slab that is to be emptied, that may lie idle. */
const idlePart = 1 / 8;

/**
 * Keeps the values of entries in few large pieces of memory: a buffer for each would cost some hundred bytes more, and leave a
 * hole in the heap when it goes. No byte is written twice, so that whoever still reads a released value reads it as it was.
 */
export class Slabs {
  readonly #slabs = new Set<Slab>();
  #current: Slab | undefined;
  #used = 0;
  #idle = 0;

  /** Makes an entry with a copy of the value, which stays until the entry is released. */
  store(entry: StorageEntry): StoredEntry {
    const place = this.#slabFor(entry.value.length).append(entry.value);
    const stored = new StoredEntry({ entry, place });
    place.slab.add(stored);
    this.#used += stored.size;
    return stored;
  }

  /** The value of an entry is not needed any more. */
  release(entry: KeptEntry): void {
    if (!(entry instanceof StoredEntry)) return;
    const { slab, size } = entry;
    if (!slab.remove(entry)) return;
    this.#used -= size;
    this.#idle += size;
    if (slab.used === 0) this.#empty(slab);
    else if (this.#idle > (this.#used + this.#idle) * idlePart) this.#tidy();
  }

  #slabFor(length: number): Slab {
    const current = this.#current;
    if (current !== undefined && length <= current.free) return current;
    // In proportion to what there is, because all of it may be idle when it is full.
    const wanted = 2 ** Math.ceil(Math.log2(this.#used / 4));
    const size = Math.min(Math.max(wanted, minSlabBytes), maxSlabBytes);
    // A large value has a slab of its own.
    if (length > size / 2) return this.#open(length);
    this.#current = this.#open(size);
    return this.#current;
  }

  #open(size: number): Slab {
    const slab = new Slab(size);
    this.#slabs.add(slab);
    return slab;
  }

  /** Empties the slab that has the most to gain. */
  #tidy(): void {
    let idlest: Slab | undefined;
    for (const slab of this.#slabs) {
      if (slab !== this.#current && slab.idle > (idlest?.idle ?? 0)) idlest = slab;
    }
    if (idlest !== undefined && idlest.idle > idlest.size * idlePart) this.#empty(idlest);
  }

  /** Moves what is left in a slab elsewhere, and forgets the slab. */
  #empty(slab: Slab): void {
    if (slab === this.#current) return;
    this.#slabs.delete(slab);
    this.#idle -= slab.idle;
    for (const entry of slab.entries) {
      const place = this.#slabFor(entry.size).append(entry.value);
      entry.moveTo(place);
      place.slab.add(entry);
    }
  }
}
