import { stringifyJSON } from "crd-runtime";
import type { ApiObject } from "../object.js";
import type { Storage, StorageEntry } from "../storage/index.js";
import { timeOf } from "../time.js";
import { decodeEntry } from "./decoded-entries.js";

const encoder = new TextEncoder();

/** An object as the server's own controllers delete it: one with finalizers is marked, any other is gone. */
export function removeOrMark(input: {
  readonly storage: Storage;
  readonly storageKey: string;
  readonly entry: StorageEntry;
  /** Wall time, milliseconds. */
  readonly now: number;
}): void {
  const { storage, storageKey, entry, now } = input;
  const { namespace, name, revision } = entry;
  const object = decodeEntry(entry);
  const { metadata } = object;
  if ((metadata.finalizers ?? []).length === 0) {
    storage.delete({ storageKey, namespace, name, revision });
    return;
  }
  if (metadata.deletionTimestamp !== undefined) return;
  metadata.deletionTimestamp = timeOf(now);
  metadata.deletionGracePeriodSeconds = 0;
  if ((metadata.generation ?? 0) > 0) metadata.generation = (metadata.generation ?? 0) + 1;
  rewrite({ storage, storageKey, entry, object });
}

/** Stores another state of an object, whose labels and selectable fields stay. */
export function rewrite(input: {
  readonly storage: Storage;
  readonly storageKey: string;
  readonly entry: StorageEntry;
  /** Changed: it gets its resourceVersion. */
  readonly object: ApiObject;
}): void {
  const { storage, storageKey, entry, object } = input;
  const { namespace, name, revision, labels, fields, epoch } = entry;
  storage.update({
    storageKey,
    namespace,
    name,
    revision,
    encode(next) {
      object.metadata.resourceVersion = String(next);
      return { value: encoder.encode(stringifyJSON(object)), labels, fields, epoch };
    },
  });
}
