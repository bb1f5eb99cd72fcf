import { type Clock, stringifyJSON } from "crd-runtime";
import { untilFresh } from "../listwatch/freshness.js";
import type { ApiObject } from "../object.js";
import type { ApiResource } from "../resources/resource.js";
import { unknownError } from "../status/index.js";
import type { StorageEntry } from "../storage/entry.js";
import type { Encoded, Storage } from "../storage/index.js";
import { ScratchEncoder } from "./scratch-encoder.js";

/** Where an object is. */
export interface ObjectKey {
  readonly resource: ApiResource;
  readonly namespace: string;
  readonly name: string;
}

/** An object in its storage version, and where to. It is changed: it gets its resourceVersion. */
export interface ObjectWrite extends ObjectKey {
  readonly object: ApiObject;
  /** What the server stores is not what it will read, see `Changed`. */
  readonly raw: boolean;
}

/** What etcd takes in one request; the real server's objects are a little smaller than that. */
const maxObjectBytes = 1.5 * 2 ** 20;

/** Objects in the storage. A write answers undefined when it does not fit the current state; nothing has happened then. */
export class ObjectStore {
  readonly #storage: Storage;
  readonly #clock: Clock;
  readonly #encoder = new ScratchEncoder();

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
      encode: (revision) => this.#encode(write, revision),
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
      encode: (revision) => this.#encode(write, revision),
    });
  }

  /** Revision of the removal. Undefined: the current state is not `expected`. */
  remove(key: ObjectKey & { readonly expected: StorageEntry }): number | undefined {
    const { resource, namespace, name, expected } = key;
    const { revision } = expected;
    const { storageKey } = resource;
    return this.#storage.delete({ storageKey, namespace, name, revision })?.revision;
  }

  /**
   * Resolves once a revision is reached.
   *
   * @throws StatusError 504 after three seconds
   * @throws the signal's reason when the client has gone
   */
  async untilFresh(input: {
    readonly revision: bigint;
    readonly signal: AbortSignal;
  }): Promise<void> {
    await untilFresh({ ...input, storage: this.#storage, clock: this.#clock });
  }

  /** What is stored of an object; the only place where one is serialised. */
  #encode(write: ObjectWrite, revision: number): Encoded {
    const { resource, object } = write;
    object.metadata.resourceVersion = String(revision);
    const value = this.#encoder.encode(stringifyJSON(object));
    if (value.length > maxObjectBytes) throw unknownError("etcdserver: request is too large");
    return {
      value,
      labels: object.metadata.labels,
      fields: resource.fields.of(object),
      epoch: epochOf(write),
    };
  }
}

/** Epoch of what is stored: none when it has to be normalised. */
export function epochOf(input: Pick<ObjectWrite, "raw" | "resource">): number {
  return input.raw ? -1 : input.resource.epoch;
}
