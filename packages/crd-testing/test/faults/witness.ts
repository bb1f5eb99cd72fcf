import {
  type DeepReadonly,
  DeletedFinalStateUnknown,
  metaNamespaceKey,
  type Persisted,
  type ResourceEventHandler,
} from "crd-runtime";
import type { Database } from "./rig.js";

/** A handler that knows which calls are possible after those it has had, and what there must be then. */
export interface Witness {
  readonly handler: ResourceEventHandler<Persisted<Database>>;
  /** By their keys. */
  readonly known: ReadonlyMap<string, DeepReadonly<Persisted<Database>>>;
  readonly problems: readonly string[];
}

function versionOf(object: DeepReadonly<Persisted<Database>> | undefined): string {
  return `${object?.metadata.uid}@${object?.metadata.resourceVersion}`;
}

export function witness(): Witness {
  const problems: string[] = [];
  const known = new Map<string, DeepReadonly<Persisted<Database>>>();
  return {
    known,
    problems,
    handler: {
      onAdd: (object) => {
        const key = metaNamespaceKey(object);
        if (known.has(key)) problems.push(`add of ${key}, which is known`);
        known.set(key, object);
      },
      onUpdate: (before, object, synthetic) => {
        const key = metaNamespaceKey(object);
        // A list that brings an object as it was is no call, so that the object need not be the same one.
        if (versionOf(known.get(key)) !== versionOf(before))
          problems.push(`update of ${key} from another state`);
        const same = before.metadata.resourceVersion === object.metadata.resourceVersion;
        if (synthetic !== same) problems.push(`update of ${key}: synthetic is ${synthetic}`);
        known.set(key, object);
      },
      onDelete: (deleted) => {
        const unknown = deleted instanceof DeletedFinalStateUnknown;
        const key = unknown ? deleted.key : metaNamespaceKey(deleted);
        if (!known.delete(key)) problems.push(`delete of ${key}, which is not known`);
      },
    },
  };
}
