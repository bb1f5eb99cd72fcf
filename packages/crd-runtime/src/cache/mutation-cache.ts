import { type Clock, systemClock } from "../clock/index.js";
import type { DeepReadonly, KubernetesObject } from "../meta/index.js";
import { DeletedFinalStateUnknown } from "./deleted-final-state-unknown.js";
import { ExpiringLru } from "./expiring-lru.js";
import type { Indexer } from "./indexer.js";
import { requireNotNegative } from "./not-negative.js";
import { type KeyFunc, metaNamespaceKey } from "./object-key.js";
import { compareResourceVersion, isComparableResourceVersion } from "./resource-version.js";

/** How a mutation cache is made. */
export interface MutationCacheOptions<T extends KubernetesObject> {
  /** What it lies over: the cache of an informer. */
  readonly indexer: Indexer<T>;
  /** Whether objects that the indexer does not have yet are returned too; false when absent. */
  readonly includeAdds?: boolean | undefined;
  /** Milliseconds after which an own write is forgotten; 300,000 when absent. */
  readonly ttlMs?: number | undefined;
  /** Own writes that are remembered; 100 when absent. */
  readonly size?: number | undefined;
  /** That of the indexer; {@link metaNamespaceKey} when absent. */
  readonly keyFunc?: KeyFunc<T> | undefined;
  readonly clock?: Clock | undefined;
}

/**
 * Lets a controller read its own writes before the watch brings them: it lies over the cache of an informer and returns
 * whichever of the two is newer. Writes are told with {@link MutationCache.mutation}, what the informer sees with the two
 * `on` methods. Follows client-go's MutationCache; what differs: an object that no longer has a value is not found by it.
 *
 * @example
 * const databases = new MutationCache({ indexer: informer.indexer });
 * informer.addEventHandler({
 *   onAdd: (database) => databases.onAddOrUpdate(database),
 *   onUpdate: (_, database) => databases.onAddOrUpdate(database),
 *   onDelete: (database) => databases.onDelete(database),
 * });
 * databases.mutation(await client.updateStatus(database));
 * databases.getByKey("default/orders"); // what was just written, or newer
 */
export class MutationCache<T extends KubernetesObject> {
  readonly #indexer: Indexer<T>;
  readonly #includeAdds: boolean;
  readonly #keyFunc: KeyFunc<T>;
  readonly #mutations: ExpiringLru<DeepReadonly<T>>;
  /** Objects as they were deleted, so that a write that is told late does not bring one back. */
  readonly #deleted: ExpiringLru<DeepReadonly<T>>;

  /** @throws RangeError for a negative number */
  constructor(options: MutationCacheOptions<T>) {
    const { indexer, includeAdds = false, ttlMs = 300_000, size = 100 } = options;
    const { keyFunc = metaNamespaceKey, clock = systemClock } = options;
    requireNotNegative({ owner: "mutation cache", options: { ttlMs, size } });
    this.#indexer = indexer;
    this.#includeAdds = includeAdds;
    this.#keyFunc = keyFunc;
    this.#mutations = new ExpiringLru({ clock, ttlMs, size });
    this.#deleted = new ExpiringLru({ clock, ttlMs, size });
  }

  /** The newest known object of a key. */
  getByKey(key: string): DeepReadonly<T> | undefined {
    const cached = this.#indexer.getByKey(key);
    if (cached === undefined && !this.#includeAdds) return undefined;
    return this.#newer({ key, cached });
  }

  /**
   * The newest known objects that have a value in an index.
   *
   * @throws IndexError when there is no such index
   */
  byIndex(indexName: string, value: string): DeepReadonly<T>[] {
    const keys = new Set(this.#indexer.indexKeys(indexName, value));
    for (const key of this.#mutations.keys()) {
      if (this.#includeAdds || this.#indexer.getByKey(key) !== undefined) keys.add(key);
    }
    return [...keys].flatMap((key) => {
      const object = this.getByKey(key);
      const has = object !== undefined && this.#indexer.valuesOf(indexName, object).includes(value);
      return has ? [object] : [];
    });
  }

  /**
   * Remembers what a write of our own was answered with.
   *
   * @throws KeyError when the object has no key
   */
  mutation(object: DeepReadonly<T>): void {
    const key = this.#keyFunc(object);
    const deleted = this.#deleted.get(key);
    if (deleted !== undefined && (isSame(deleted, object) || !isNewer(object, deleted))) return;
    this.#deleted.delete(key);
    this.#mutations.set(key, object);
  }

  /** The informer has seen this state: a write that is not newer is forgotten. */
  onAddOrUpdate(object: DeepReadonly<T>): void {
    const key = this.#keyFunc(object);
    const mutation = this.#mutations.get(key);
    if (mutation !== undefined && !isNewer(mutation, object)) this.#mutations.delete(key);
    const deleted = this.#deleted.get(key);
    if (deleted !== undefined && !isSame(deleted, object)) this.#deleted.delete(key);
  }

  /** The informer has seen the end of this object: writes to it are forgotten, those to a later one are not. */
  onDelete(deleted: DeepReadonly<T> | DeletedFinalStateUnknown<T>): void {
    const unknown = deleted instanceof DeletedFinalStateUnknown;
    const key = unknown ? deleted.key : this.#keyFunc(deleted);
    const object = unknown ? deleted.object : deleted;
    const mutation = this.#mutations.get(key);
    if (object === undefined) {
      this.#mutations.delete(key);
      return;
    }
    const outlives =
      mutation !== undefined && !isSame(mutation, object) && isNewer(mutation, object);
    if (outlives) return;
    this.#mutations.delete(key);
    this.#deleted.set(key, object);
  }

  #newer(input: {
    readonly key: string;
    readonly cached: DeepReadonly<T> | undefined;
  }): DeepReadonly<T> | undefined {
    const { key, cached } = input;
    const mutation = this.#mutations.get(key);
    if (mutation === undefined) return cached;
    if (cached === undefined || isNewer(mutation, cached)) return mutation;
    this.#mutations.delete(key);
    return cached;
  }
}

function isSame(a: DeepReadonly<KubernetesObject>, b: DeepReadonly<KubernetesObject>): boolean {
  return a.metadata.uid !== undefined && a.metadata.uid === b.metadata.uid;
}

/** Versions that cannot be compared say nothing: then what the informer has seen counts as newer. */
function isNewer(
  mutation: DeepReadonly<KubernetesObject>,
  seen: DeepReadonly<KubernetesObject>,
): boolean {
  const [a = "", b = ""] = [mutation.metadata.resourceVersion, seen.metadata.resourceVersion];
  if (!isComparableResourceVersion(a) || !isComparableResourceVersion(b)) return false;
  return compareResourceVersion(a, b) > 0;
}
