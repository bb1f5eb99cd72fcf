/** Values by text that are forgotten when they have not been asked for in a while. */
export class RecentlyUsed<Value> {
  readonly #generationSize: number;
  #recent = new Map<string, Value>();
  #older = new Map<string, Value>();

  /** At most twice as many values as a generation has are kept: forgetting costs a new map now and then. */
  constructor(generationSize: number) {
    this.#generationSize = generationSize;
  }

  /** The value that is known under the key; otherwise the given one, which is from now on. */
  getOrInsert(input: { readonly key: string; readonly value: Value }): Value {
    const { key } = input;
    const recent = this.#recent.get(key);
    if (recent !== undefined) return recent;
    const value = this.#older.get(key) ?? input.value;
    if (this.#recent.size >= this.#generationSize) {
      this.#older = this.#recent;
      this.#recent = new Map();
    }
    this.#recent.set(key, value);
    return value;
  }
}
