/** What can be waited for: an informer, or the registration of a handler. */
export interface Syncable {
  readonly name: string;
  whenSynced(signal?: AbortSignal): Promise<boolean>;
}

/** How a wait for caches went. */
export interface CacheSyncResult {
  /** Whether each one has synced, by name. */
  readonly resources: ReadonlyMap<string, boolean>;
  /** Whether all have. */
  readonly synced: boolean;
  /** Names those that have not; undefined when all have. To be thrown, or not. */
  readonly error: CacheSyncError | undefined;
}

/** Caches that had not synced when the wait for them ended. */
export class CacheSyncError extends Error {
  override readonly name = "CacheSyncError";
  readonly notSynced: readonly string[];

  constructor(input: { readonly notSynced: readonly string[]; readonly cause?: unknown }) {
    const { notSynced, cause } = input;
    super(`caches not synced: ${notSynced.join(", ")}`, cause === undefined ? {} : { cause });
    this.notSynced = notSynced;
  }
}

/**
 * Waits until the first lists are in the caches of informers, or handled by handlers. Does not throw: when the signal is
 * aborted, or an informer stops, the result says which have not synced.
 *
 * @example
 * const { error } = await waitForCacheSync({ signal, caches: [databases.informer(), registration] });
 */
export async function waitForCacheSync(input: {
  readonly caches: Iterable<Syncable>;
  readonly signal?: AbortSignal | undefined;
}): Promise<CacheSyncResult> {
  const { caches, signal } = input;
  const entries = await Promise.all(
    Array.from(caches, async (cache) => [cache.name, await cache.whenSynced(signal)] as const),
  );
  const notSynced = entries.filter(([, synced]) => !synced).map(([name]) => name);
  const synced = notSynced.length === 0;
  return {
    resources: new Map(entries),
    synced,
    error: synced ? undefined : new CacheSyncError({ notSynced, cause: signal?.reason }),
  };
}
