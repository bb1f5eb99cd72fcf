import type { Indexer } from "../cache/index.js";
import type { SelectorLike } from "../labels/index.js";
import type { DeepReadonly, GroupResource, KubernetesObject } from "../meta/index.js";
import { matching, matchingPages, type PageOptions } from "./matching.js";
import { NamespaceLister } from "./namespace-lister.js";
import { notFoundError } from "./not-found.js";

/**
 * Reads a cache as the API is read. What it returns are the cached objects: copy before changing. A cache that has not
 * synced looks empty.
 *
 * @example
 * const lister = new Lister(informer.indexer, { group: "example.com", resource: "databases" });
 * lister.namespace("default").get("orders");
 * lister.list("tier=db,!canary");
 */
export class Lister<T extends KubernetesObject> {
  readonly #indexer: Indexer<T>;
  readonly #resource: GroupResource;

  constructor(indexer: Indexer<T>, resource: GroupResource) {
    this.#indexer = indexer;
    this.#resource = resource;
  }

  /**
   * The objects of all namespaces that a label selector matches, all when absent, in no particular order.
   *
   * @throws SelectorError when the selector is invalid
   */
  list(selector?: SelectorLike): DeepReadonly<T>[] {
    return [...this.values(selector)];
  }

  /**
   * The objects of {@link list}, one at a time.
   *
   * @throws SelectorError when the selector is invalid
   */
  values(selector?: SelectorLike): IterableIterator<DeepReadonly<T>> {
    return matching({ objects: () => this.#indexer.values(), selector });
  }

  /**
   * The objects of {@link list} page by page, with a turn of the event loop before each further one, so that reading many
   * holds nothing up. Rejects with a SelectorError when the selector is invalid, with a RangeError when the size is below 1.
   *
   * @example
   * for await (const page of lister.pages({ selector: "tier=db" })) count += page.length;
   */
  pages(options: PageOptions = {}): AsyncIterableIterator<readonly DeepReadonly<T>[]> {
    return matchingPages({ objects: () => this.#indexer.values(), options });
  }

  /**
   * The objects that have a value in an index.
   *
   * @throws IndexError when there is no such index
   */
  byIndex(indexName: string, value: string): DeepReadonly<T>[] {
    return this.#indexer.byIndex(indexName, value);
  }

  /**
   * The cluster-scoped object of a name. Objects in namespaces are got through {@link namespace}.
   *
   * @throws ApiError with reason NotFound, as the server's, when it is not in the cache
   */
  get(name: string): DeepReadonly<T> {
    const object = this.#indexer.getByKey(name);
    if (object === undefined) throw notFoundError({ resource: this.#resource, name });
    return object;
  }

  /** The objects of one namespace. */
  namespace(namespace: string): NamespaceLister<T> {
    return new NamespaceLister({ indexer: this.#indexer, resource: this.#resource, namespace });
  }
}
