import type { ListAnswer, ListerWatcher } from "../cache/lister-watcher.js";
import { Pacer } from "../cache/pacer.js";
import { type Clock, systemClock } from "../clock/index.js";
import type { KubernetesObject } from "../meta/index.js";
import type { ListOptions } from "../rest/index.js";
import { type FullList, itemsOf, listAll } from "./list-all.js";
import { prefetchedPages } from "./prefetched-pages.js";

/** Objects per page. */
export const defaultPageSize = 500;
/** Pages that wait to be worked on. */
const defaultPageBufferSize = 10;

/** How a list is read in pages. */
export interface ListPagerOptions<T extends KubernetesObject> {
  /** Where to list. The client of a kind is one. */
  readonly client: Pick<ListerWatcher<T>, "list">;
  /** Objects per page where a call names no `limit`; 500 when absent, 0 asks for all of them at once. */
  readonly pageSize?: number | undefined;
  /** Whether {@link ListPager.list} asks for everything at once when a page has expired; true when absent. */
  readonly fullListIfExpired?: boolean | undefined;
  /** Pages that are read ahead while others are worked on; 10 when absent. */
  readonly pageBufferSize?: number | undefined;
  readonly clock?: Clock | undefined;
}

/**
 * Lists in pages, so that neither the server nor this process holds more than some of them. Follows client-go's
 * `tools/pager`. What differs: the pages after the first never name a resource version, in {@link eachListItem} neither,
 * since servers refuse that.
 *
 * @example
 * const pager = new ListPager({ client: clientset.exampleV1().databases() });
 * await pager.eachListItem((database) => console.log(database.metadata.name), { labelSelector: "tier=prod" });
 */
export class ListPager<T extends KubernetesObject> {
  readonly #client: Pick<ListerWatcher<T>, "list">;
  readonly #pageSize: number;
  readonly #fullListIfExpired: boolean;
  readonly #pageBufferSize: number;
  readonly #clock: Clock;

  /** @throws RangeError when the page size or the buffer is negative or no whole number */
  constructor(options: ListPagerOptions<T>) {
    this.#client = options.client;
    this.#pageSize = count({ name: "pageSize", value: options.pageSize ?? defaultPageSize });
    this.#fullListIfExpired = options.fullListIfExpired ?? true;
    const buffer = options.pageBufferSize ?? defaultPageBufferSize;
    this.#pageBufferSize = count({ name: "pageBufferSize", value: buffer });
    this.#clock = options.clock ?? systemClock;
  }

  /**
   * The whole list, at the version of its first page; or, when a later page has expired, of the list that was asked for
   * instead.
   *
   * @throws what the client's `list` throws; the signal's reason when it is aborted
   */
  async list(options: ListOptions = {}): Promise<FullList<T>> {
    return await listAll<T, T>({
      listerWatcher: this.#client,
      options,
      pageSize: this.#pageSize,
      admit: (item) => item,
      fullListIfExpired: this.#fullListIfExpired,
      clock: this.#clock,
    });
  }

  /**
   * Calls a function for each object, one after another, while further pages are read.
   *
   * @throws what the function throws, what the client's `list` throws: Expired also for a later page; the signal's reason
   */
  async eachListItem(
    fn: (item: T) => void | Promise<void>,
    options: ListOptions = {},
  ): Promise<void> {
    const pacer = new Pacer(this.#clock);
    await this.eachListPage(async (page) => {
      for (const item of itemsOf(page)) {
        options.signal?.throwIfAborted();
        const wait = fn(item) ?? pacer.turn();
        if (wait !== undefined) await wait;
      }
    }, options);
  }

  /**
   * Calls a function for each page, one after another, while further ones are read. Resolves when the last is done.
   *
   * @throws as {@link eachListItem}; a page that is being read is given up then
   */
  async eachListPage(
    fn: (page: ListAnswer<T>) => void | Promise<void>,
    options: ListOptions = {},
  ): Promise<void> {
    const pages = prefetchedPages({
      client: this.#client,
      options,
      pageSize: this.#pageSize,
      bufferSize: this.#pageBufferSize,
    });
    for await (const page of pages) await fn(page);
  }
}

function count(input: { readonly name: string; readonly value: number }): number {
  const { name, value } = input;
  if (Number.isInteger(value) && value >= 0) return value;
  throw new RangeError(`${name} must be a whole number, 0 or more: ${value}`);
}
