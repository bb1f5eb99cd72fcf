import type { DeepReadonly, KubernetesObject } from "../meta/index.js";

/** Computes the values that an object is found under in an index: none, one or many. Must not change the object. */
export type IndexFunc<T extends KubernetesObject> = (object: DeepReadonly<T>) => readonly string[];

/** Index functions by the name of their index. */
export type Indexers<T extends KubernetesObject> = Readonly<Record<string, IndexFunc<T>>>;

/** The index of all informers that finds objects by their namespace. */
export const namespaceIndex = "namespace";

/** The index function of {@link namespaceIndex}. */
export function metaNamespaceIndex(object: DeepReadonly<KubernetesObject>): readonly string[] {
  return [object.metadata.namespace ?? ""];
}

/** A failing index function, or a misused index. */
export class IndexError extends Error {
  override readonly name = "IndexError";
}

/**
 * Reads a cache: by key, by index, or all of it. What it returns are the cached objects themselves: copy before changing.
 * The order of objects is not specified.
 */
export interface Indexer<T extends KubernetesObject> {
  /** Number of objects. */
  readonly size: number;
  /** The resource version that the cache has reached; empty before the first list. */
  readonly resourceVersion: string;
  /** The object of a key, which is `namespace/name` or `name`. */
  getByKey(key: string): DeepReadonly<T> | undefined;
  /** The cached object of the same key as the given one. */
  get(object: DeepReadonly<T>): DeepReadonly<T> | undefined;
  /** All objects. Builds an array; {@link values} and {@link pages} do not. */
  list(): DeepReadonly<T>[];
  /** All keys. */
  listKeys(): string[];
  /** All objects, one at a time. Sees later changes, except that a relist leaves it on the old content. */
  values(): IterableIterator<DeepReadonly<T>>;
  /**
   * All objects in arrays of at most `size` (500), with a turn of the event loop before each further one. Sees what
   * {@link values} sees. Rejects with a RangeError when the size is below 1.
   */
  pages(size?: number): AsyncIterableIterator<readonly DeepReadonly<T>[]>;
  /**
   * The objects that have a value in an index.
   *
   * @throws IndexError when there is no such index
   */
  byIndex(indexName: string, value: string): DeepReadonly<T>[];
  /**
   * The objects of {@link byIndex}, one at a time.
   *
   * @throws IndexError when there is no such index
   */
  valuesByIndex(indexName: string, value: string): IterableIterator<DeepReadonly<T>>;
  /**
   * The objects that share a value in an index with the given one.
   *
   * @throws IndexError when there is no such index
   */
  index(indexName: string, object: DeepReadonly<T>): DeepReadonly<T>[];
  /**
   * The values that an object, cached or not, has in an index.
   *
   * @throws IndexError when there is no such index, or its function fails
   */
  valuesOf(indexName: string, object: DeepReadonly<T>): readonly string[];
  /**
   * The keys of the objects that have a value in an index, sorted.
   *
   * @throws IndexError when there is no such index
   */
  indexKeys(indexName: string, value: string): string[];
  /** The values of an index that at least one object has; none when there is no such index. */
  listIndexFuncValues(indexName: string): string[];
  /** The names of all indices. */
  indexNames(): string[];
  /**
   * Adds indices, at any time; they cover the cached objects at once.
   *
   * @throws IndexError when a name is taken or a function fails for a cached object; nothing is added then
   */
  addIndexers(indexers: Indexers<T>): void;
}
