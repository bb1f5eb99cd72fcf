import type { KubernetesObject } from "../../meta/index.js";
import type { ListerWatcher } from "../lister-watcher.js";
import { compareResourceVersion, isComparableResourceVersion } from "../resource-version.js";

/**
 * Whether the server's data is older than a version that it has had, as after the restore of a backup. A watch from a version
 * that is still to come is silent until then, and never tells what came before: the cache would differ for good.
 *
 * @throws what `list` throws
 */
export async function wentBack<T extends KubernetesObject>(input: {
  readonly listerWatcher: Pick<ListerWatcher<T>, "list">;
  readonly resourceVersion: string;
  readonly signal: AbortSignal;
}): Promise<boolean> {
  const { listerWatcher, resourceVersion, signal } = input;
  // Without a version it is answered from the newest state, never from a replica that lags behind.
  const { metadata } = await listerWatcher.list({ limit: 1, signal, onInvalid: () => undefined });
  const { resourceVersion: newest = "" } = metadata;
  if (![newest, resourceVersion].every(isComparableResourceVersion)) return false;
  return compareResourceVersion(newest, resourceVersion) < 0;
}
