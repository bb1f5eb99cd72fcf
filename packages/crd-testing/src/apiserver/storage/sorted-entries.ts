import type { KeyRange } from "./object-key.js";

const maxChunk = 512;

interface Chunk<Entry> {
  readonly keys: string[];
  readonly entries: Entry[];
}

/** Where a key is, or would be, in the chunks. */
interface Position {
  readonly chunk: number;
  readonly index: number;
  readonly found: boolean;
}

/**
 * Entries ordered by key. Chunks of sorted arrays: an insertion moves at most one chunk's pointers, and an entry costs no
 * more than two of them.
 */
export class SortedEntries<Entry> {
  readonly #chunks: Chunk<Entry>[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get(key: string): Entry | undefined {
    const { chunk, index, found } = this.#find(key);
    return found ? this.#chunks[chunk]?.entries[index] : undefined;
  }

  /** Adds an entry, or replaces the one of the same key. */
  set(key: string, entry: Entry): void {
    const position = this.#find(key);
    const chunk = this.#chunks[position.chunk];
    if (chunk === undefined) {
      this.#chunks.push({ keys: [key], entries: [entry] });
      this.#size++;
    } else if (position.found) {
      chunk.entries[position.index] = entry;
    } else {
      this.#insert({ chunk, position, key, entry });
      this.#size++;
    }
  }

  delete(key: string): void {
    const position = this.#find(key);
    const chunk = this.#chunks[position.chunk];
    if (!position.found || chunk === undefined) return;
    chunk.keys.splice(position.index, 1);
    chunk.entries.splice(position.index, 1);
    if (chunk.keys.length === 0) this.#chunks.splice(position.chunk, 1);
    this.#size--;
  }

  /** Entries of a range with their keys, in order. The collection must not change while it is read. */
  *range(range: KeyRange): Generator<readonly [key: string, entry: Entry]> {
    let { chunk, index } = this.#find(range.from);
    for (; chunk < this.#chunks.length; chunk++, index = 0) {
      const { keys = [], entries = [] } = this.#chunks[chunk] ?? {};
      for (; index < keys.length; index++) {
        const key = keys[index];
        const entry = entries[index];
        if (key === undefined || entry === undefined) continue;
        if (range.to !== undefined && key >= range.to) return;
        yield [key, entry];
      }
    }
  }

  /** Number of entries in a range. */
  count(range: KeyRange): number {
    const start = this.#find(range.from);
    const end =
      range.to === undefined ? { chunk: this.#chunks.length, index: 0 } : this.#find(range.to);
    let count = end.index - start.index;
    for (let chunk = start.chunk; chunk < end.chunk; chunk++) {
      count += this.#chunks[chunk]?.keys.length ?? 0;
    }
    return Math.max(count, 0);
  }

  // Written out, because every read and write goes through here.
  #find(key: string): Position {
    let low = 0;
    let high = this.#chunks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#chunks[middle]?.keys[0] ?? "") <= key) low = middle;
      else high = middle - 1;
    }
    const chunk = low;
    const keys = this.#chunks[chunk]?.keys ?? [];
    low = 0;
    high = keys.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((keys[middle] ?? "") < key) low = middle + 1;
      else high = middle;
    }
    return { chunk, index: low, found: keys[low] === key };
  }

  #insert(input: {
    readonly chunk: Chunk<Entry>;
    readonly position: Position;
    readonly key: string;
    readonly entry: Entry;
  }): void {
    const { chunk, position, key, entry } = input;
    chunk.keys.splice(position.index, 0, key);
    chunk.entries.splice(position.index, 0, entry);
    if (chunk.keys.length <= maxChunk) return;
    // Keys that arrive in order leave full chunks behind.
    const appended = position.chunk === this.#chunks.length - 1 && position.index === maxChunk;
    const at = appended ? maxChunk : maxChunk / 2;
    const split = { keys: chunk.keys.splice(at), entries: chunk.entries.splice(at) };
    this.#chunks.splice(position.chunk + 1, 0, split);
  }
}

/** Number of indices, all at the beginning of 0 to `length`, for which the test holds. */
export function lowerBound(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
