import { DeletedFinalStateUnknown, metaNamespaceKey } from "../../src/cache/index.js";
import type { ResourceEventHandler } from "../../src/informers/index.js";
import type { DeepReadonly } from "../../src/meta/index.js";
import type { Thing } from "../cache/objects.js";

/** A handler that knows which calls are legal after those it has had, and what there must be then. */
export interface Witness {
  readonly handler: ResourceEventHandler<Thing>;
  /** By their keys. */
  readonly known: ReadonlyMap<string, DeepReadonly<Thing>>;
  readonly problems: readonly string[];
}

export function witness(): Witness {
  const problems: string[] = [];
  const known = new Map<string, DeepReadonly<Thing>>();
  const handler: ResourceEventHandler<Thing> = {
    onAdd: (object) => {
      const key = metaNamespaceKey(object);
      if (known.has(key)) problems.push(`add of ${key}, which is known`);
      known.set(key, object);
    },
    onUpdate: (oldObject, newObject, synthetic) => {
      const key = metaNamespaceKey(newObject);
      if (versionOf(known.get(key)) !== versionOf(oldObject)) {
        problems.push(`update of ${key} from another state`);
      }
      if (synthetic !== (versionOf(oldObject) === versionOf(newObject))) {
        problems.push(`update of ${key}: synthetic is ${synthetic}`);
      }
      known.set(key, newObject);
    },
    onDelete: (deleted) => {
      const unknown = deleted instanceof DeletedFinalStateUnknown;
      const key = unknown ? deleted.key : metaNamespaceKey(deleted);
      const before = known.get(key);
      if (!known.delete(key)) problems.push(`delete of ${key}, which is not known`);
      else if (unknown && versionOf(deleted.object) !== versionOf(before)) {
        problems.push(`delete of ${key} in another state than its last`);
      }
    },
  };
  return { handler, known, problems };
}

function versionOf(object: DeepReadonly<Thing> | undefined): string {
  return `${object?.metadata.uid}@${object?.metadata.resourceVersion}`;
}
