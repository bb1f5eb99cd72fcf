import { type Clock, stringifyJSON } from "crd-runtime";
import type { ApiObject } from "../object.js";
import type { ApiResource } from "../resources/resource.js";
import type { StorageEntry } from "../storage/entry.js";
import type { Encoded, Storage } from "../storage/index.js";

/** Where an object is. */
export interface ObjectKey {
  readonly resource: ApiResource;
  readonly namespace: string;
  readonly name: string;
}

/** An object in its storage version, and where to. It is changed: it gets its resourceVersion. */
export interface ObjectWrite extends ObjectKey {
  readonly object: ApiObject;
}

/** How long a read waits for a revision that does not exist yet. */
const maxWaitMs = 3_000;
const encoder = new TextEncoder();

/** Objects in the storage. A write answers undefined when it does not fit the current state; nothing has happened then. */
export class ObjectStore {
  readonly #storage: Storage;
  readonly #clock: Clock;

  constructor(input: { readonly storage: Storage; readonly clock: Clock }) {
    this.#storage = input.storage;
    this.#clock = input.clock;
  }

  /** Of the last write. */
  get revision(): number {
    return this.#storage.revision;
  }

  read({ resource, namespace, name }: ObjectKey): StorageEntry | undefined {
    return this.#storage.get({ storageKey: resource.storageKey, namespace, name });
  }

  /** Undefined: there is an object of this name. */
  create(write: ObjectWrite): StorageEntry | undefined {
    const { resource, namespace, name } = write;
    return this.#storage.create({
      storageKey: resource.storageKey,
      namespace,
      name,
      encode: (revision) => encode(write, revision),
    });
  }

  /** Undefined: the current state is not `expected`. */
  update(write: ObjectWrite & { readonly expected: StorageEntry }): StorageEntry | undefined {
    const { resource, namespace, name, expected } = write;
    return this.#storage.update({
      storageKey: resource.storageKey,
      namespace,
      name,
      revision: expected.revision,
      encode: (revision) => encode(write, revision),
    });
  }

  /** Whether the object was removed; not when the current state is not `expected`. */
  remove(key: ObjectKey & { readonly expected: StorageEntry }): boolean {
    const { resource, namespace, name, expected } = key;
    const { revision } = expected;
    const { storageKey } = resource;
    return this.#storage.delete({ storageKey, namespace, name, revision }) !== undefined;
  }

  /** Resolves once a revision is reached, or to false after three seconds; rejects when the client has gone. */
  async reached(input: {
    readonly revision: number;
    readonly signal: AbortSignal;
  }): Promise<boolean> {
    const { revision, signal } = input;
    signal.throwIfAborted();
    return new Promise((resolve, reject) => {
      const settle = (finish: () => void): void => {
        timer.cancel();
        forget();
        signal.removeEventListener("abort", abort);
        finish();
      };
      const timer = this.#clock.setTimer(maxWaitMs, () => settle(() => resolve(false)));
      const forget = this.#storage.onRevision(() => {
        if (this.#storage.revision >= revision) settle(() => resolve(true));
      });
      const abort = (): void => settle(() => reject(signal.reason));
      signal.addEventListener("abort", abort, { once: true });
    });
  }
}

/** What is stored of an object; the only place where one is serialised. */
function encode(write: ObjectWrite, revision: number): Encoded {
  const { resource, object } = write;
  object.metadata.resourceVersion = String(revision);
  return {
    value: encoder.encode(stringifyJSON(object)),
    labels: object.metadata.labels,
    fields: resource.fields.of(object),
    epoch: resource.epoch,
  };
}
