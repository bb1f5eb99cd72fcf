import type { ListAnswer, ListerWatcher } from "../cache/lister-watcher.js";
import { Pacer } from "../cache/pacer.js";
import type { Clock } from "../clock/index.js";
import type { KubernetesObject } from "../meta/index.js";
import { isGone, type ListOptions } from "../rest/index.js";

/** A list that was read to its end. */
export interface FullList<Item> {
  readonly items: readonly Item[];
  /** That of the first page. */
  readonly resourceVersion: string;
  /** Whether it came in more than one page. */
  readonly paginated: boolean;
}

/**
 * Lists page by page. The pages after the first name no resource version, since their token does. When a token has expired,
 * the whole list is asked for once, at the version that was wanted, unless told otherwise. Follows client-go's pager.
 *
 * @throws what `list` throws; TypeError when the answer is no list; the signal's reason when it is aborted
 */
export async function listAll<T extends KubernetesObject, Item>(input: {
  readonly listerWatcher: Pick<ListerWatcher<T>, "list" | "listEach">;
  readonly options: ListOptions;
  /** Objects per page; 0 asks for all of them at once. */
  readonly pageSize: number;
  /** What becomes of an object as soon as it has come; undefined leaves it out. */
  readonly admit: (item: T) => Item | undefined;
  /** Whether an expired token leads to a list without pages; true when absent. */
  readonly fullListIfExpired?: boolean | undefined;
  readonly clock: Clock;
}): Promise<FullList<Item>> {
  const { listerWatcher, options, pageSize, admit, fullListIfExpired = true, clock } = input;
  const items: Item[] = [];
  const pacer = new Pacer(clock);
  /** Puts what a list brings into the items. */
  const read = async (wanted: ListOptions): Promise<PageMeta> => {
    if (listerWatcher.listEach !== undefined) {
      const list = await listerWatcher.listEach({ options: wanted, each: admit });
      for (const item of itemsOf(list)) items.push(item);
      return list.metadata;
    }
    const list = await listerWatcher.list(wanted);
    for (const item of itemsOf(list)) {
      const admitted = admit(item);
      if (admitted !== undefined) items.push(admitted);
      const turn = pacer.turn();
      if (turn !== undefined) await turn;
    }
    return list.metadata;
  };

  const { resourceVersion = "", continue: second } = await read(firstPage({ options, pageSize }));
  let token = second ?? "";
  const paginated = token !== "";
  while (token !== "") {
    options.signal?.throwIfAborted();
    try {
      token = (await read(nextPage({ options, pageSize, token }))).continue ?? "";
    } catch (error) {
      if (!fullListIfExpired || !isGone(error)) throw error;
      items.length = 0;
      const { limit: _, continue: __, ...whole } = options;
      const { resourceVersion: version = "" } = await read(whole);
      return { items, resourceVersion: version, paginated };
    }
  }
  return { items, resourceVersion, paginated };
}

type PageMeta = ListAnswer<KubernetesObject>["metadata"];

interface Paging {
  readonly options: ListOptions;
  readonly pageSize: number;
}

/** Options of the first page. A limit of the caller's own is the size of a page. */
export function firstPage({ options, pageSize }: Paging): ListOptions {
  const limit = options.limit || pageSize;
  return limit > 0 ? { ...options, limit } : options;
}

/** Options of the page that a token leads to; with a version the server would refuse them. */
export function nextPage(input: Paging & { readonly token: string }): ListOptions {
  const { resourceVersion: _, resourceVersionMatch: __, ...options } = firstPage(input);
  return { ...options, continue: input.token };
}

/**
 * The items of an answer. What a server or a fake answers need not be what the types promise.
 *
 * @throws TypeError when it is no list
 */
export function itemsOf<Item>(list: {
  readonly metadata: unknown;
  readonly items: readonly Item[];
}): readonly Item[] {
  const { items, metadata } = list;
  if (typeof metadata === "object" && metadata !== null) {
    // Go writes an empty list as null in places.
    if (items === null) return [];
    if (Array.isArray(items)) return items;
  }
  throw new TypeError("the answer to the list call is no list: it lacks items or metadata");
}
