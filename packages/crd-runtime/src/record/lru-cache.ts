/** A map that holds so many entries: the one that was used least recently goes. */
export class LruCache<V> {
  readonly #entries = new Map<string, V>();
  readonly #capacity: number;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(key: string): V | undefined {
    const value = this.#entries.get(key);
    if (value !== undefined) this.#touch({ key, value });
    return value;
  }

  /** Returns what had to go. */
  set(input: { readonly key: string; readonly value: V }): V | undefined {
    this.#touch(input);
    if (this.#entries.size <= this.#capacity) return undefined;
    for (const [key, value] of this.#entries) {
      this.#entries.delete(key);
      return value;
    }
    return undefined;
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }

  /** A copy, so that entries may be deleted on the way. */
  entries(): readonly (readonly [string, V])[] {
    return [...this.#entries];
  }

  #touch({ key, value }: { readonly key: string; readonly value: V }): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
  }
}
