import { formatObjectName, type Indexer, namespaceIndex } from "../cache/index.js";
import type { SelectorLike } from "../labels/index.js";
import type { DeepReadonly, GroupResource, KubernetesObject } from "../meta/index.js";
import { matching, matchingPages, type PageOptions } from "./matching.js";
import { notFoundError } from "./not-found.js";

/** Reads the objects of one namespace, or of all when it is empty, from a cache. */
export class NamespaceLister<T extends KubernetesObject> {
  readonly #indexer: Indexer<T>;
  readonly #resource: GroupResource;
  readonly #namespace: string;

  constructor(input: {
    readonly indexer: Indexer<T>;
    readonly resource: GroupResource;
    readonly namespace: string;
  }) {
    this.#indexer = input.indexer;
    this.#resource = input.resource;
    this.#namespace = input.namespace;
  }

  /**
   * The objects that a label selector matches, all when absent, in no particular order. Copy before changing.
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
    return matching({ objects: () => this.#objects(), selector });
  }

  /**
   * The objects of {@link list} page by page, with a turn of the event loop before each further one, so that reading many
   * holds nothing up. Rejects with a SelectorError when the selector is invalid, with a RangeError when the size is below 1.
   *
   * @example
   * for await (const page of lister.pages({ selector: "tier=db" })) count += page.length;
   */
  pages(options: PageOptions = {}): AsyncIterableIterator<readonly DeepReadonly<T>[]> {
    return matchingPages({ objects: () => this.#objects(), options });
  }

  /**
   * The object of a name.
   *
   * @throws ApiError with reason NotFound, as the server's, when it is not in the cache
   */
  get(name: string): DeepReadonly<T> {
    const object = this.#indexer.getByKey(formatObjectName({ namespace: this.#namespace, name }));
    if (object === undefined) throw notFoundError({ resource: this.#resource, name });
    return object;
  }

  *#objects(): Iterable<DeepReadonly<T>> {
    if (this.#namespace === "") {
      yield* this.#indexer.values();
    } else if (this.#indexer.indexNames().includes(namespaceIndex)) {
      yield* this.#indexer.valuesByIndex(namespaceIndex, this.#namespace);
    } else {
      for (const object of this.#indexer.values()) {
        if (object.metadata.namespace === this.#namespace) yield object;
      }
    }
  }
}
