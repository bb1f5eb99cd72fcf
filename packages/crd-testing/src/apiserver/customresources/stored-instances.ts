import type { Clock } from "crd-runtime";
import { CollectionFollower } from "../lifecycle/collection-follower.js";
import { removeOrMark } from "../lifecycle/remove-or-mark.js";
import type { ApiResource } from "../resources/resource.js";
import type { Storage } from "../storage/index.js";
import type { InstanceStorage } from "./ports.js";

/** The custom resources in the storage. */
export class StoredInstances implements InstanceStorage {
  readonly #storage: Storage;
  readonly #clock: Clock;

  constructor(input: { readonly storage: Storage; readonly clock: Clock }) {
    this.#storage = input.storage;
    this.#clock = input.clock;
  }

  deleteAll({ storageKey }: ApiResource): void {
    for (const entry of this.#storage.list({ storageKey })) {
      removeOrMark({ storage: this.#storage, storageKey, entry, now: this.#clock.now() });
    }
  }

  count({ storageKey }: ApiResource): number {
    return this.#storage.count(storageKey);
  }

  onChange({ storageKey }: ApiResource, callback: () => void): () => void {
    const follower = new CollectionFollower({
      storage: this.#storage,
      storageKey,
      onEvent: callback,
      onReset: callback,
    });
    return () => follower.stop();
  }
}
