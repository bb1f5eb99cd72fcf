import type { ApiObject } from "../object.js";
import type { ApiResource } from "../resources/resource.js";
import type { StorageEntry } from "../storage/entry.js";

/** Where an object is. */
export interface ObjectKey {
  readonly resource: ApiResource;
  readonly namespace: string;
  readonly name: string;
}

/** An object in its storage version, and where to. Its resourceVersion is the store's business. */
export interface ObjectWrite extends ObjectKey {
  readonly object: ApiObject;
}

/** Where the verbs keep objects. A write answers undefined when it does not fit the current state; nothing has happened then. */
export interface ObjectStore {
  /** Of the last write. */
  readonly revision: number;
  /** Resolves once a revision is reached; to false when it is not within three seconds. */
  reached(input: { readonly revision: number; readonly signal: AbortSignal }): Promise<boolean>;
  read(key: ObjectKey): StorageEntry | undefined;
  /** Undefined: there is an object of this name. */
  create(write: ObjectWrite): StorageEntry | undefined;
  /** Undefined: the current state is not `expected`. */
  update(write: ObjectWrite & { readonly expected: StorageEntry }): StorageEntry | undefined;
  /** Undefined: the current state is not `expected`. */
  remove(key: ObjectKey & { readonly expected: StorageEntry }): StorageEntry | undefined;
}
