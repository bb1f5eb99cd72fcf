import type { ListerWatcher } from "../cache/index.js";
import { type Clock, sleep, systemClock } from "../clock/index.js";
import { onAbort } from "../clock/on-abort.js";
import type { KubernetesObject } from "../meta/index.js";
import {
  InvalidRequestError,
  isApiError,
  isForbidden,
  isGone,
  isUnauthorized,
  type ListOptions,
} from "../rest/index.js";
import { closable } from "./closable.js";
import type { WatchEvent } from "./event.js";

/** Least milliseconds between the starts of two watches. */
const defaultMinRestartDelayMs = 1_000;
/** Seconds after which the server is asked to end a watch; up to twice as many. */
const minTimeoutSeconds = 300;

/** An event that tells of an object, not only of a version. */
export type ObjectEvent<T extends KubernetesObject> = Exclude<
  WatchEvent<T>,
  { readonly type: "BOOKMARK" }
>;

/** What a retry watcher is made of. */
export interface RetryWatcherOptions<T extends KubernetesObject> {
  /** Where to watch. The client of a kind is one. */
  readonly client: Pick<ListerWatcher<T>, "watch">;
  /** Where to begin: that of a list or an object. */
  readonly resourceVersion: string;
  /** Selectors, mostly; the version is the watcher's own business. */
  readonly listOptions?: Omit<ListOptions, "resourceVersion" | "signal"> | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Least time between the starts of two watches; 1,000 when absent. */
  readonly minRestartDelayMs?: number | undefined;
  /** Hears why a watch failed that is followed by another. Must not throw. */
  readonly onRetry?: ((error: unknown) => void) | undefined;
  readonly clock?: Clock | undefined;
  /** At least 0, below 1. */
  readonly random?: (() => number) | undefined;
}

/**
 * A watch that goes on where the one before it ended, as often as it takes; it lists nothing. Bookmarks move it on and are
 * not given out. Begins when iterated, at the first version for each iteration; leaving the loop closes it. Follows
 * client-go's `tools/watch`. What differs: a version that is gone ends it also when the server says so before the first
 * event, and a refusal (401, 403) also after it.
 *
 * @example
 * const { metadata } = await databases.list();
 * for await (const event of new RetryWatcher({ client: databases, resourceVersion: metadata.resourceVersion })) {
 *   console.log(event.type, event.object.metadata.name);
 * }
 */
export class RetryWatcher<T extends KubernetesObject> implements AsyncIterable<ObjectEvent<T>> {
  readonly #options: RetryWatcherOptions<T>;

  /** @throws RangeError for the versions `""` and `"0"`: a watch from there begins anew each time */
  constructor(options: RetryWatcherOptions<T>) {
    const { resourceVersion } = options;
    if (resourceVersion === "" || resourceVersion === "0") {
      throw new RangeError(
        `a retry watcher cannot begin at resource version "${resourceVersion}": list first, and take the list's`,
      );
    }
    this.#options = options;
  }

  /**
   * The events.
   *
   * @throws ApiError Expired when the version is gone: list again; Forbidden and Unauthorized
   * @throws TypeError when an object has no resource version
   * @throws the signal's reason when it is aborted
   */
  [Symbol.asyncIterator](): AsyncIterator<ObjectEvent<T>, undefined> {
    return closable((controller) => watchAgain({ options: this.#options, controller }));
  }
}

async function* watchAgain<T extends KubernetesObject>(input: {
  readonly options: RetryWatcherOptions<T>;
  readonly controller: AbortController;
}): AsyncGenerator<ObjectEvent<T>, undefined, undefined> {
  const { options, controller } = input;
  const { client, listOptions, clock = systemClock, random = Math.random } = options;
  const { minRestartDelayMs = defaultMinRestartDelayMs, onRetry } = options;
  let { resourceVersion } = options;
  const inner = controller.signal;
  options.signal?.throwIfAborted();
  const release = onAbort({
    signal: options.signal,
    callback: () => controller.abort(options.signal?.reason),
  });
  try {
    for (;;) {
      const startedAt = clock.monotonic();
      let serverDelayMs = 0;
      try {
        const events = client.watch({
          timeoutSeconds: Math.floor(minTimeoutSeconds * (1 + random())),
          ...listOptions,
          resourceVersion,
          allowWatchBookmarks: true,
          signal: inner,
        });
        for await (const event of events) {
          resourceVersion = versionOf(event);
          if (event.type !== "BOOKMARK") yield event;
        }
      } catch (error) {
        if (inner.aborted || isFinal(error)) throw error;
        serverDelayMs = isApiError(error) ? (error.suggestedDelaySeconds() ?? 0) * 1_000 : 0;
        onRetry?.(error);
      }
      const restMs = minRestartDelayMs - (clock.monotonic() - startedAt);
      await sleep({ clock, ms: Math.max(restMs, serverDelayMs), signal: inner });
    }
  } catch (error) {
    if (!inner.aborted) throw error;
  } finally {
    release();
  }
  options.signal?.throwIfAborted();
  return undefined;
}

/** The next watch could not begin after it. */
class UnversionedObjectError extends TypeError {}

function versionOf(event: WatchEvent<KubernetesObject>): string {
  const { resourceVersion } = event.object.metadata;
  if (resourceVersion) return resourceVersion;
  throw new UnversionedObjectError(
    `the server sent an event of type ${event.type} without resourceVersion`,
  );
}

/** Whether another watch would fail the same way. */
function isFinal(error: unknown): boolean {
  return (
    isGone(error) ||
    isForbidden(error) ||
    isUnauthorized(error) ||
    error instanceof InvalidRequestError ||
    error instanceof UnversionedObjectError
  );
}
