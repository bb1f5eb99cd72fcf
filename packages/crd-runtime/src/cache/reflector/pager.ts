import type { Clock } from "../../clock/index.js";
import type { KubernetesObject } from "../../meta/index.js";
import { isApiError, type ListOptions } from "../../rest/index.js";
import type { ListAnswer, ListerWatcher } from "../lister-watcher.js";
import { Pacer } from "../pacer.js";

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
 * the whole list is asked for once, at the version that was wanted. Follows client-go's pager.
 *
 * @throws what `list` throws; TypeError when the answer is no list
 */
export async function listAll<T extends KubernetesObject, Item>(input: {
  readonly listerWatcher: Pick<ListerWatcher<T>, "list">;
  readonly options: ListOptions;
  /** Objects per page; 0 asks for all of them at once. */
  readonly pageSize: number;
  /** What becomes of an object as soon as it has come; undefined leaves it out. */
  readonly admit: (item: T) => Item | undefined;
  readonly clock: Clock;
}): Promise<FullList<Item>> {
  const { listerWatcher, options, pageSize, admit, clock } = input;
  const items: Item[] = [];
  const pacer = new Pacer(clock);
  const take = async (list: ListAnswer<T>): Promise<string> => {
    for (const item of itemsOf(list)) {
      const admitted = admit(item);
      if (admitted !== undefined) items.push(admitted);
      const turn = pacer.turn();
      if (turn !== undefined) await turn;
    }
    return list.metadata.continue ?? "";
  };

  const limit = pageSize > 0 ? { limit: pageSize } : {};
  const first = await listerWatcher.list({ ...options, ...limit });
  let token = await take(first);
  const paginated = token !== "";
  const { resourceVersion: _, resourceVersionMatch: __, ...laterOptions } = options;
  while (token !== "") {
    try {
      token = await take(await listerWatcher.list({ ...laterOptions, ...limit, continue: token }));
    } catch (error) {
      if (!isApiError(error) || !error.isGone()) throw error;
      items.length = 0;
      const whole = await listerWatcher.list(options);
      await take(whole);
      return { items, resourceVersion: versionOf(whole), paginated };
    }
  }
  return { items, resourceVersion: versionOf(first), paginated };
}

function versionOf(list: Pick<ListAnswer<KubernetesObject>, "metadata">): string {
  return list.metadata.resourceVersion ?? "";
}

/** What a server or a fake answers need not be what the types promise. */
function itemsOf<T extends KubernetesObject>(list: ListAnswer<T>): readonly T[] {
  const { items, metadata } = list;
  if (typeof metadata === "object" && metadata !== null) {
    // Go writes an empty list as null in places.
    if (items === null) return [];
    if (Array.isArray(items)) return items;
  }
  throw new TypeError("the answer to the list call is no list: it lacks items or metadata");
}
