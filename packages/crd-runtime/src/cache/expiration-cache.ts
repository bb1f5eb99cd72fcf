import { type Clock, systemClock } from "../clock/index.js";
import type { DeepReadonly, KubernetesObject } from "../meta/index.js";
import { type KeyFunc, metaNamespaceKey } from "./object-key.js";

/** How an expiration cache is made. */
export interface ExpirationCacheOptions<T extends KubernetesObject> {
  /** Milliseconds that an object is kept after it was added or updated; 0 for as long as the cache. */
  readonly ttlMs: number;
  /** {@link metaNamespaceKey} when absent. */
  readonly keyFunc?: KeyFunc<T> | undefined;
  readonly clock?: Clock | undefined;
}

interface Entry<T extends KubernetesObject> {
  readonly object: DeepReadonly<T>;
  readonly addedAt: number;
}

/**
 * Objects by key, each for a while. Nothing runs in the background: an object that has expired is dropped when somebody asks
 * for it, or for all. Follows client-go's ExpirationCache with its TTLPolicy.
 *
 * @example
 * const recent = new ExpirationCache<Persisted<Database>>({ ttlMs: 60_000 });
 * recent.add(database);
 * recent.getByKey("default/orders");
 */
export class ExpirationCache<T extends KubernetesObject> {
  readonly #ttlMs: number;
  readonly #keyFunc: KeyFunc<T>;
  readonly #clock: Clock;
  #entries = new Map<string, Entry<T>>();

  /** @throws RangeError for a negative time */
  constructor(options: ExpirationCacheOptions<T>) {
    const { ttlMs, keyFunc = metaNamespaceKey, clock = systemClock } = options;
    if (!(ttlMs >= 0)) throw new RangeError(`ttlMs must be 0 or more milliseconds, not ${ttlMs}`);
    this.#ttlMs = ttlMs;
    this.#keyFunc = keyFunc;
    this.#clock = clock;
  }

  /** @throws KeyError when the object has no key */
  add(object: DeepReadonly<T>): void {
    this.#entries.set(this.#keyFunc(object), { object, addedAt: this.#clock.monotonic() });
  }

  /** As {@link add}; its time begins anew. */
  update(object: DeepReadonly<T>): void {
    this.add(object);
  }

  /** @throws KeyError when the object has no key */
  delete(object: DeepReadonly<T>): void {
    this.#entries.delete(this.#keyFunc(object));
  }

  /** @throws KeyError when an object has no key; nothing is changed then */
  replace(objects: Iterable<DeepReadonly<T>>): void {
    const addedAt = this.#clock.monotonic();
    this.#entries = new Map(
      Array.from(objects, (object) => [this.#keyFunc(object), { object, addedAt }]),
    );
  }

  /** @throws KeyError when the object has no key */
  get(object: DeepReadonly<T>): DeepReadonly<T> | undefined {
    return this.getByKey(this.#keyFunc(object));
  }

  getByKey(key: string): DeepReadonly<T> | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined || !this.#hasExpired(entry)) return entry?.object;
    this.#entries.delete(key);
    return undefined;
  }

  /** The objects that have not expired. */
  list(): DeepReadonly<T>[] {
    return this.listKeys().flatMap((key) => this.getByKey(key) ?? []);
  }

  /** All keys, also of objects that have expired since they were last asked for. */
  listKeys(): string[] {
    return [...this.#entries.keys()];
  }

  #hasExpired(entry: Entry<T>): boolean {
    return this.#ttlMs > 0 && this.#clock.monotonic() - entry.addedAt > this.#ttlMs;
  }
}
