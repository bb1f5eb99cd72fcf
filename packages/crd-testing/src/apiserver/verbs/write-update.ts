import { equalJson } from "../json.js";
import type { ApiObject, Metadata } from "../object.js";
import { type Change, guaranteedUpdate } from "./guaranteed-update.js";
import { decodeStored, type LiveObject } from "./live-object.js";
import { epochOf, type ObjectKey } from "./object-store.js";
import type { VerbResult } from "./result.js";

/**
 * Writes an object in the place of its old state: nothing is written when nothing has changed, an object that was being
 * deleted goes with its last finalizer, and somebody else's write in between begins the change anew.
 */
export function writeUpdate(input: {
  readonly change: Change;
  readonly key: ObjectKey;
  readonly live: LiveObject;
  readonly object: ApiObject;
  readonly raw: boolean;
  readonly applied: Metadata | undefined;
}): VerbResult | Promise<VerbResult> {
  const { change, key, live, object, raw, applied = object.metadata } = input;
  const { registry, options } = change;
  const { entry } = live;
  if (isToBeRemoved({ key, live, object })) {
    if (!options.dryRun && registry.store.remove({ ...key, expected: entry }) === undefined) {
      return guaranteedUpdate(change);
    }
    const { generation } = object.metadata;
    const metadata = { ...applied, ...(generation === undefined ? {} : { generation }) };
    return { code: 200, object: { ...object, metadata } };
  }
  if (options.dryRun) return { code: 200, object };
  const write = (stored: ApiObject): VerbResult | Promise<VerbResult> => {
    if (isUnchanged({ live, stored, key, raw })) return { code: 200, entry };
    const written = registry.store.update({ object: stored, raw, expected: entry, ...key });
    return written === undefined ? guaranteedUpdate(change) : { code: 200, entry: written };
  };
  const stored = key.resource.conversion.toStorage(object);
  return stored instanceof Promise ? stored.then(write) : write(stored);
}

/** Whether what would be written is what is stored, apart from its resourceVersion. */
export function isUnchanged(input: {
  readonly live: LiveObject;
  readonly stored: ApiObject;
  readonly key: ObjectKey;
  readonly raw: boolean;
}): boolean {
  const { live, stored, key, raw } = input;
  if (live.entry.epoch !== epochOf({ resource: key.resource, raw })) return false;
  const before = live.asStored ? live.object : decodeStored(live.entry.value);
  const { metadata, ...rest } = stored;
  const { metadata: oldMetadata, ...oldRest } = before;
  const { resourceVersion: _version, ...left } = metadata;
  const { resourceVersion: _oldVersion, ...right } = oldMetadata;
  return equalJson(left, right) && equalJson(rest, oldRest);
}

/** Whether an update takes the last finalizer from an object that is being deleted. */
function isToBeRemoved(input: {
  readonly key: ObjectKey;
  readonly live: LiveObject;
  readonly object: ApiObject;
}): boolean {
  const { key, live, object } = input;
  const { metadata } = live.object;
  if (metadata.deletionTimestamp === undefined) return false;
  if ((object.metadata.finalizers ?? []).length > 0) return false;
  if ((metadata.deletionGracePeriodSeconds ?? 0) !== 0) return false;
  return key.resource.strategy.mayBeRemoved?.(object) ?? true;
}
