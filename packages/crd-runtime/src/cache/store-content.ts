import type { DeepReadonly, KubernetesObject } from "../meta/index.js";
import { GrowingMap } from "./growing-map.js";
import { IndexTable } from "./index-table.js";
import { IndexError, type Indexers } from "./indexer.js";

/** Objects by key with their indices: what a store swaps as a whole when it is replaced. */
export class StoreContent<T extends KubernetesObject> {
  readonly objects = new GrowingMap<DeepReadonly<T>>();
  readonly #indices = new Map<string, IndexTable<T>>();
  readonly #onIndexError: ((error: IndexError) => void) | undefined;

  constructor(input: {
    readonly indexers: Indexers<T>;
    readonly onIndexError: ((error: IndexError) => void) | undefined;
  }) {
    this.#onIndexError = input.onIndexError;
    this.addIndexers(input.indexers);
  }

  /** An empty content with the same indices. */
  empty(): StoreContent<T> {
    return new StoreContent({ indexers: this.indexers(), onIndexError: this.#onIndexError });
  }

  indexers(): Indexers<T> {
    return Object.fromEntries(
      [...this.#indices.values()].map((table) => [table.name, table.compute]),
    );
  }

  indexNames(): string[] {
    return [...this.#indices.keys()];
  }

  index(name: string): IndexTable<T> | undefined {
    return this.#indices.get(name);
  }

  /** @throws IndexError when an index function fails and nobody else hears of it; nothing is changed then */
  put(input: { readonly key: string; readonly object: DeepReadonly<T> }): void {
    const { key, object } = input;
    const found: (readonly string[])[] = [];
    for (const table of this.#indices.values()) found.push(this.#valuesOf({ table, key, object }));
    this.objects.set(key, object);
    let at = 0;
    for (const table of this.#indices.values())
      table.set({ key, object, values: found[at++] ?? [] });
  }

  delete(key: string): void {
    if (!this.objects.delete(key)) return;
    for (const table of this.#indices.values()) table.delete(key);
  }

  /** @throws IndexError when a name is taken or a function fails; nothing is added then */
  addIndexers(indexers: Indexers<T>): void {
    const tables = Object.entries(indexers).map(([name, compute]) => {
      if (this.#indices.has(name)) {
        throw new IndexError(`index ${JSON.stringify(name)} exists already`);
      }
      const table = new IndexTable<T>({ name, compute });
      for (const [key, object] of this.objects.entries()) {
        table.set({ key, object, values: table.valuesOf({ key, object }) });
      }
      return table;
    });
    for (const table of tables) this.#indices.set(table.name, table);
  }

  /** Adds the indices that another content has and this one lacks; failures go the way of {@link put}. */
  adoptIndexers(other: StoreContent<T>): void {
    for (const { name, compute } of other.#indices.values()) {
      if (this.#indices.has(name)) continue;
      const table = new IndexTable<T>({ name, compute });
      for (const [key, object] of this.objects.entries()) {
        table.set({ key, object, values: this.#valuesOf({ table, key, object }) });
      }
      this.#indices.set(name, table);
    }
  }

  /** With a listener, an object whose index function fails is kept, and only missing in that index. */
  #valuesOf(input: {
    readonly table: IndexTable<T>;
    readonly key: string;
    readonly object: DeepReadonly<T>;
  }): readonly string[] {
    try {
      return input.table.valuesOf(input);
    } catch (error) {
      if (this.#onIndexError === undefined || !(error instanceof IndexError)) throw error;
      this.#onIndexError(error);
      return [];
    }
  }
}
