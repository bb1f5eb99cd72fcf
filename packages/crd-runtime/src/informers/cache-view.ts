import type { Indexer, Store } from "../cache/index.js";
import type { KubernetesObject } from "../meta/index.js";

/** What a store has beyond reading. */
const writes = ["add", "update", "delete", "replace", "beginReplace", "bookmark"] as const;

/**
 * The cache of an informer as its users see it: what would write to it throws, since such a write would be lost, or roll the
 * cache back, at the next event. The types say so already.
 */
export function cacheView<T extends KubernetesObject>(input: {
  readonly store: Store<T>;
  readonly refuse: (write: string) => Error;
}): Indexer<T> {
  const { store, refuse } = input;
  const refused = writes.map((write): [string, PropertyDescriptor] => [
    write,
    {
      value: () => {
        throw refuse(write);
      },
    },
  ]);
  const view: Indexer<T> = {
    get size() {
      return store.size;
    },
    get resourceVersion() {
      return store.resourceVersion;
    },
    getByKey: (key) => store.getByKey(key),
    get: (object) => store.get(object),
    list: () => store.list(),
    listKeys: () => store.listKeys(),
    values: () => store.values(),
    pages: (size) => store.pages(size),
    byIndex: (indexName, value) => store.byIndex(indexName, value),
    valuesByIndex: (indexName, value) => store.valuesByIndex(indexName, value),
    index: (indexName, object) => store.index(indexName, object),
    valuesOf: (indexName, object) => store.valuesOf(indexName, object),
    indexKeys: (indexName, value) => store.indexKeys(indexName, value),
    listIndexFuncValues: (indexName) => store.listIndexFuncValues(indexName),
    indexNames: () => store.indexNames(),
    addIndexers: (indexers) => store.addIndexers(indexers),
  };
  return Object.freeze(Object.defineProperties(view, Object.fromEntries(refused)));
}
