import { isDeepStrictEqual } from "node:util";
import { type Clock, sleep } from "../../clock/index.js";
import type { DeepReadonly, KubernetesObject } from "../../meta/index.js";
import { listAll } from "../../pager/list-all.js";
import { isGone } from "../../rest/index.js";
import type { ListerWatcher } from "../lister-watcher.js";

/** Milliseconds before a list that failed is tried again. */
const retryMs = 1_000;

/**
 * Compares streamed existing objects with a list of exactly the version that the stream reached. For tests: it doubles the
 * load of the server. Follows client-go's consistency detector; what differs: it gives up on a version that is gone.
 *
 * @returns what differs; undefined when nothing does, or there is nothing to compare with
 * @throws the signal's reason when it is aborted
 */
export async function findInconsistency<T extends KubernetesObject>(input: {
  readonly listerWatcher: Pick<ListerWatcher<T>, "list">;
  readonly streamed: {
    readonly objects: readonly DeepReadonly<T>[];
    readonly resourceVersion: string;
  };
  readonly admit: (object: T) => DeepReadonly<T> | undefined;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}): Promise<string | undefined> {
  const { listerWatcher, streamed, admit, clock, signal } = input;
  const { resourceVersion } = streamed;
  if (resourceVersion === "" || resourceVersion === "0") return undefined;
  // The stream was without them, too.
  const onInvalid = (): undefined => undefined;
  const options = { resourceVersion, resourceVersionMatch: "Exact" as const, signal, onInvalid };
  for (;;) {
    try {
      const { items } = await listAll<T, DeepReadonly<T>>({
        listerWatcher,
        options,
        pageSize: 0,
        admit,
        clock,
      });
      return difference({ streamed: byUid(streamed.objects), listed: byUid(items) });
    } catch (error) {
      if (isGone(error)) return undefined;
      await sleep({ clock, ms: retryMs, signal });
    }
  }
}

function difference(input: {
  readonly streamed: ReadonlyMap<string, unknown>;
  readonly listed: ReadonlyMap<string, unknown>;
}): string | undefined {
  const { streamed, listed } = input;
  for (const uid of new Set([...streamed.keys(), ...listed.keys()])) {
    if (!listed.has(uid)) return `the stream has ${uid}, the list does not`;
    if (!streamed.has(uid)) return `the list has ${uid}, the stream does not`;
    if (!isDeepStrictEqual(streamed.get(uid), listed.get(uid))) {
      return `stream and list have different states of ${uid}`;
    }
  }
  return undefined;
}

function byUid(
  objects: readonly DeepReadonly<KubernetesObject>[],
): ReadonlyMap<string, DeepReadonly<KubernetesObject>> {
  return new Map(
    objects.map((object) => {
      const { namespace = "", name = "", uid = "" } = object.metadata;
      return [`${namespace}/${name} (${uid})`, object];
    }),
  );
}
