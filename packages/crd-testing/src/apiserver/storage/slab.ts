import type { StoredEntry } from "./stored-entry.js";

/** Where the value of an entry lies. */
export interface Place {
  readonly slab: Slab;
  readonly start: number;
}

/** A piece of memory that is filled with values from its beginning to its end, once. */
export class Slab {
  /** Whose values it holds. */
  readonly entries = new Set<StoredEntry>();
  readonly #bytes: Uint8Array;
  #filled = 0;
  #used = 0;

  constructor(size: number) {
    this.#bytes = new Uint8Array(size);
  }

  get size(): number {
    return this.#bytes.length;
  }

  /** Bytes that are not filled. */
  get free(): number {
    return this.#bytes.length - this.#filled;
  }

  /** Bytes of entries. */
  get used(): number {
    return this.#used;
  }

  /** Bytes that were filled for entries that have gone. */
  get idle(): number {
    return this.#filled - this.#used;
  }

  /** Copies a value, for which there must be room, to where the filled part ends. */
  append(value: Uint8Array): Place {
    const start = this.#filled;
    this.#bytes.set(value, start);
    this.#filled += value.length;
    return { slab: this, start };
  }

  slice(start: number, length: number): Uint8Array {
    return new Uint8Array(this.#bytes.buffer, start, length);
  }

  add(entry: StoredEntry): void {
    this.entries.add(entry);
    this.#used += entry.size;
  }

  /** Whether its value was here. */
  remove(entry: StoredEntry): boolean {
    if (!this.entries.delete(entry)) return false;
    this.#used -= entry.size;
    return true;
  }
}
