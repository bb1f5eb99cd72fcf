import { parseJSON } from "crd-runtime";
import type { ApiObject } from "../object.js";
import type { StorageEntry } from "../storage/index.js";

const decoder = new TextDecoder();

/** Entries decoded; an entry never changes, so that each is decoded once. Whoever changes an object copies it before. */
export class DecodedEntries {
  readonly #objects = new WeakMap<StorageEntry, ApiObject>();

  /** An object whose entry has just been made of it. */
  add(entry: StorageEntry, object: ApiObject): void {
    this.#objects.set(entry, object);
  }

  of(entry: StorageEntry): ApiObject {
    const known = this.#objects.get(entry);
    if (known !== undefined) return known;
    const object = decodeEntry(entry);
    this.#objects.set(entry, object);
    return object;
  }
}

/** The object of an entry, for the caller alone. */
export function decodeEntry(entry: StorageEntry): ApiObject {
  // What is in storage was an object when it was written.
  return parseJSON(decoder.decode(entry.value)) as ApiObject;
}
