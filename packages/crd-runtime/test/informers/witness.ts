import {
  compareResourceVersion,
  DeletedFinalStateUnknown,
  deletionHandlingKey,
  metaNamespaceKey,
} from "../../src/cache/index.js";
import type { ResourceEventHandler } from "../../src/informers/index.js";
import type { DeepReadonly, KubernetesObject } from "../../src/meta/index.js";

/** A handler that knows which calls are legal after those it has had, and what there must be then. */
export interface Witness<T extends KubernetesObject> {
  readonly handler: ResourceEventHandler<T>;
  /** By their keys. */
  readonly known: ReadonlyMap<string, DeepReadonly<T>>;
  readonly problems: readonly string[];
}

export function witness<T extends KubernetesObject>(
  options: {
    /** Whether no list is of a replica that lags behind, so that versions only grow. */
    readonly neverBack?: boolean;
  } = {},
): Witness<T> {
  const problems: string[] = [];
  const known = new Map<string, DeepReadonly<T>>();
  const newest = new Map<string, string>();
  /** Also of objects that were deleted: another one of the name is newer. */
  const note = (key: string, object: DeepReadonly<T>): void => {
    const { resourceVersion = "" } = object.metadata;
    const before = newest.get(key) ?? resourceVersion;
    newest.set(key, resourceVersion);
    if (options.neverBack !== true || compareResourceVersion(resourceVersion, before) >= 0) return;
    problems.push(`${key} goes back from ${before} to ${resourceVersion}`);
  };
  const handler: ResourceEventHandler<T> = {
    onAdd: (object) => {
      const key = metaNamespaceKey(object);
      if (known.has(key)) problems.push(`add of ${key}, which is known`);
      note(key, object);
      known.set(key, object);
    },
    onUpdate: (before, object, synthetic) => {
      const key = metaNamespaceKey(object);
      // A list that brings an object as it was is no call, so that the object need not be the same one.
      if (stateOf(known.get(key)) !== stateOf(before)) {
        problems.push(`update of ${key} from another state`);
      }
      if (synthetic !== (stateOf(before) === stateOf(object))) {
        problems.push(`update of ${key}: synthetic is ${synthetic}`);
      }
      note(key, object);
      known.set(key, object);
    },
    onDelete: (deleted) => {
      const key = deletionHandlingKey(deleted);
      const before = known.get(key);
      if (!known.delete(key)) problems.push(`delete of ${key}, which is not known`);
      if (!(deleted instanceof DeletedFinalStateUnknown)) note(key, deleted);
      else if (stateOf(deleted.object) !== stateOf(before)) {
        problems.push(`delete of ${key} in another state than its last`);
      }
    },
  };
  return { handler, known, problems };
}

function stateOf(object: DeepReadonly<KubernetesObject> | undefined): string {
  return `${object?.metadata.uid}@${object?.metadata.resourceVersion}`;
}
