import type { Encode, Storage, StorageEntry } from "../../src/apiserver/storage/index.js";

/** An object for tests of the storage. */
export interface Written {
  readonly storageKey?: string;
  readonly namespace?: string;
  readonly name: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly data?: string;
}

const encoder = new TextEncoder();

function encodeOf(written: Written): Encode {
  const { namespace = "default", name, labels, data = "" } = written;
  return (revision) => ({
    value: encoder.encode(
      JSON.stringify({
        apiVersion: "example.com/v1",
        kind: "Widget",
        metadata: { name, namespace, labels, resourceVersion: String(revision) },
        spec: { data },
      }),
    ),
    labels,
    fields: { "spec.data": data },
    epoch: 0,
  });
}

/** Creates or replaces an object. */
export function put(storage: Storage, written: Written): StorageEntry {
  const { storageKey = "widgets.example.com", namespace = "default", name } = written;
  const key = { storageKey, namespace, name };
  const current = storage.get(key);
  const encode = encodeOf(written);
  const entry =
    current === undefined
      ? storage.create({ ...key, encode })
      : storage.update({ ...key, revision: current.revision, encode });
  if (entry === undefined) throw new Error("a write that nobody contests failed");
  return entry;
}

/** Deletes an object; returns the revision. */
export function remove(storage: Storage, written: Written): number {
  const { storageKey = "widgets.example.com", namespace = "default", name } = written;
  const deleted = storage.delete({ storageKey, namespace, name });
  if (deleted === undefined) throw new Error(`${name} is not there`);
  return deleted.revision;
}

/** The object of an entry. */
export function objectOf(entry: StorageEntry): unknown {
  return JSON.parse(new TextDecoder().decode(entry.value));
}

/** `name@revision` of each. */
export function brief(entries: Iterable<StorageEntry>): readonly string[] {
  return Array.from(entries, ({ name, revision }) => `${name}@${revision}`);
}
