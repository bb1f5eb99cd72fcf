/** Entries of a native map that is copied in half a millisecond when it grows. */
const stemSize = 1 << 14;
/** A power of two: with a million entries none of the branches is larger than the stem. */
const branchCount = 1 << 6;

/**
 * A map by strings that never grows in one piece: a native map of a million entries is copied when it grows, which holds the
 * event loop for 30 ms, and indices of the same objects grow together. Once the stem is full, new keys go to branches by
 * their hash. No key ever moves, so that iteration sees later changes as that of a native map does. Its order is not
 * specified.
 */
export class GrowingMap<Value> {
  readonly #stem = new Map<string, Value>();
  #branches: readonly Map<string, Value>[] = [];
  #branchedSize = 0;

  get size(): number {
    return this.#stem.size + this.#branchedSize;
  }

  has(key: string): boolean {
    return this.#stem.has(key) || (this.#branchedSize > 0 && this.#branch(key).has(key));
  }

  get(key: string): Value | undefined {
    const value = this.#stem.get(key);
    return value !== undefined || this.#branchedSize === 0 ? value : this.#branch(key).get(key);
  }

  set(key: string, value: Value): void {
    const stem = this.#stem;
    if (this.#branchedSize === 0 && (stem.size < stemSize || stem.has(key))) {
      stem.set(key, value);
      return;
    }
    const branch = this.#branch(key);
    if (stem.has(key) || (stem.size < stemSize && !branch.has(key))) {
      stem.set(key, value);
      return;
    }
    const before = branch.size;
    branch.set(key, value);
    this.#branchedSize += branch.size - before;
  }

  delete(key: string): boolean {
    if (this.#stem.delete(key)) return true;
    const deleted = this.#branchedSize > 0 && this.#branch(key).delete(key);
    if (deleted) this.#branchedSize--;
    return deleted;
  }

  keys(): IterableIterator<string> {
    return new Chain((part) => this.#part(part)?.keys());
  }

  values(): IterableIterator<Value> {
    return new Chain((part) => this.#part(part)?.values());
  }

  entries(): IterableIterator<[string, Value]> {
    return new Chain((part) => this.#part(part)?.entries());
  }

  /** All values. Faster than to go through {@link values}. */
  list(): Value[] {
    const values = [...this.#stem.values()];
    if (this.#branchedSize === 0) return values;
    return values.concat(...this.#branches.map((branch) => [...branch.values()]));
  }

  /** All keys. */
  listKeys(): string[] {
    const keys = [...this.#stem.keys()];
    if (this.#branchedSize === 0) return keys;
    return keys.concat(...this.#branches.map((branch) => [...branch.keys()]));
  }

  #part(index: number): Map<string, Value> | undefined {
    return index === 0 ? this.#stem : this.#branches[index - 1];
  }

  #branch(key: string): Map<string, Value> {
    if (this.#branches.length === 0) {
      this.#branches = Array.from({ length: branchCount }, () => new Map());
    }
    const branch = this.#branches[hashOf(key) & (branchCount - 1)];
    if (branch === undefined) throw new Error("a hash has no branch");
    return branch;
  }
}

/** One iterator after the other, each begun when the one before is done. Results are handed on as they are. */
class Chain<Item> implements IterableIterator<Item> {
  readonly #begin: (part: number) => Iterator<Item> | undefined;
  #current: Iterator<Item> | undefined;
  #part = 0;

  constructor(begin: (part: number) => Iterator<Item> | undefined) {
    this.#begin = begin;
    this.#current = begin(0);
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(): IteratorResult<Item> {
    while (this.#current !== undefined) {
      const result = this.#current.next();
      if (result.done !== true) return result;
      this.#current = this.#begin(++this.#part);
    }
    return { done: true, value: undefined };
  }
}

/** FNV-1a of UTF-16 units, with the upper bits mixed into the lower ones. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}
