import type { DeepReadonly, KubernetesObject } from "../meta/index.js";
import { DeletedFinalStateUnknown } from "./deleted-final-state-unknown.js";
import { inPages } from "./in-pages.js";
import type { IndexTable } from "./index-table.js";
import { IndexError, type Indexer, type Indexers } from "./indexer.js";
import { checkedKeyFunc, type KeyFunc, metaNamespaceKey } from "./object-key.js";
import { StoreContent } from "./store-content.js";

/** How a store is made. */
export interface StoreOptions<T extends KubernetesObject> {
  /** {@link metaNamespaceKey} when absent. */
  readonly keyFunc?: KeyFunc<T> | undefined;
  readonly indexers?: Indexers<T> | undefined;
  /** Hears of failing index functions; the object is then stored without values in that index. When absent the write throws. */
  readonly onIndexError?: ((error: IndexError) => void) | undefined;
}

/** A content that is built while the store still shows the old one. */
export interface Replacement<T extends KubernetesObject> {
  /** Number of objects so far. */
  readonly size: number;
  has(key: string): boolean;
  /** Keys with their objects, one pair at a time. */
  entries(): IterableIterator<[string, DeepReadonly<T>]>;
  /** @throws KeyError when the object has no key, IndexError as {@link Store.add} */
  add(object: DeepReadonly<T>): string;
  /** Makes it the store's content, at once and as a whole. */
  commit(resourceVersion: string): void;
}

/**
 * Objects by key with any number of indices, and the resource version that they stand for. Follows client-go's
 * thread-safe store; `add` and `update` are the same.
 *
 * @example
 * const store = new Store<Persisted<Database>>({ indexers: { [namespaceIndex]: metaNamespaceIndex } });
 * store.add(orders);
 * store.byIndex(namespaceIndex, "default");
 */
export class Store<T extends KubernetesObject> implements Indexer<T> {
  readonly #keyFunc: KeyFunc<T>;
  #content: StoreContent<T>;
  #resourceVersion = "";

  constructor(options: StoreOptions<T> = {}) {
    const { keyFunc } = options;
    this.#keyFunc = keyFunc === undefined ? metaNamespaceKey : checkedKeyFunc(keyFunc);
    this.#content = new StoreContent({
      indexers: options.indexers ?? {},
      onIndexError: options.onIndexError,
    });
  }

  get size(): number {
    return this.#content.objects.size;
  }

  get resourceVersion(): string {
    return this.#resourceVersion;
  }

  /** @throws KeyError when the object has no key, IndexError when an index function fails; nothing is changed then */
  add(object: DeepReadonly<T>): void {
    this.#content.put({ key: this.keyOf(object), object });
    this.#reach(object);
  }

  /** @throws KeyError when the object has no key, IndexError when an index function fails; nothing is changed then */
  update(object: DeepReadonly<T>): void {
    this.add(object);
  }

  /**
   * Removes the object of the same key; harmless when there is none.
   *
   * @throws KeyError when the object has no key
   */
  delete(object: DeepReadonly<T> | DeletedFinalStateUnknown<T>): void {
    if (object instanceof DeletedFinalStateUnknown) {
      this.#content.delete(object.key);
    } else {
      this.#content.delete(this.keyOf(object));
      this.#reach(object);
    }
  }

  /**
   * Replaces the whole content.
   *
   * @throws KeyError or IndexError as {@link add}; nothing is changed then
   */
  replace(objects: Iterable<DeepReadonly<T>>, resourceVersion = ""): void {
    const replacement = this.beginReplace();
    for (const object of objects) replacement.add(object);
    replacement.commit(resourceVersion);
  }

  /** Starts a content that replaces this one later; the store is not touched before its commit. */
  beginReplace(): Replacement<T> {
    const content = this.#content.empty();
    return {
      get size() {
        return content.objects.size;
      },
      has: (key) => content.objects.has(key),
      entries: () => content.objects.entries(),
      add: (object) => {
        const key = this.keyOf(object);
        content.put({ key, object });
        return key;
      },
      commit: (resourceVersion) => {
        // Indices may have been added since.
        content.adoptIndexers(this.#content);
        this.#content = content;
        this.#resourceVersion = resourceVersion;
      },
    };
  }

  /** Takes note that the content stands for a later resource version. */
  bookmark(resourceVersion: string): void {
    this.#resourceVersion = resourceVersion;
  }

  /** @throws KeyError when the object has no key */
  keyOf(object: DeepReadonly<T>): string {
    return this.#keyFunc(object);
  }

  getByKey(key: string): DeepReadonly<T> | undefined {
    return this.#content.objects.get(key);
  }

  get(object: DeepReadonly<T>): DeepReadonly<T> | undefined {
    return this.getByKey(this.keyOf(object));
  }

  list(): DeepReadonly<T>[] {
    return this.#content.objects.list();
  }

  listKeys(): string[] {
    return this.#content.objects.listKeys();
  }

  values(): IterableIterator<DeepReadonly<T>> {
    return this.#content.objects.values();
  }

  /** Keys with their objects, one pair at a time. */
  entries(): IterableIterator<[string, DeepReadonly<T>]> {
    return this.#content.objects.entries();
  }

  pages(size?: number): AsyncIterableIterator<readonly DeepReadonly<T>[]> {
    return inPages({ items: this.values(), size });
  }

  byIndex(indexName: string, value: string): DeepReadonly<T>[] {
    return this.#table(indexName).objects(value)?.list() ?? [];
  }

  valuesByIndex(indexName: string, value: string): IterableIterator<DeepReadonly<T>> {
    return this.#table(indexName).objects(value)?.values() ?? [].values();
  }

  index(indexName: string, object: DeepReadonly<T>): DeepReadonly<T>[] {
    const table = this.#table(indexName);
    const found = new Set<DeepReadonly<T>>();
    for (const value of this.valuesOf(indexName, object)) {
      for (const sharing of table.objects(value)?.values() ?? []) found.add(sharing);
    }
    return [...found];
  }

  valuesOf(indexName: string, object: DeepReadonly<T>): readonly string[] {
    return this.#table(indexName).valuesOf({ key: this.keyOf(object), object });
  }

  indexKeys(indexName: string, value: string): string[] {
    return this.#table(indexName).objects(value)?.listKeys().sort() ?? [];
  }

  listIndexFuncValues(indexName: string): string[] {
    return this.#content.index(indexName)?.values() ?? [];
  }

  indexNames(): string[] {
    return this.#content.indexNames();
  }

  addIndexers(indexers: Indexers<T>): void {
    this.#content.addIndexers(indexers);
  }

  #table(indexName: string): IndexTable<T> {
    const table = this.#content.index(indexName);
    if (table === undefined) {
      throw new IndexError(`index ${JSON.stringify(indexName)} does not exist`);
    }
    return table;
  }

  /** The last write wins; versions are not compared. */
  #reach(object: DeepReadonly<T>): void {
    this.#resourceVersion = object.metadata.resourceVersion ?? "";
  }
}
