import type { Clock } from "crd-runtime";
import { kubernetesFinalizer, type Namespace } from "../builtin/namespace.js";
import type { ResourceCatalog } from "../resources/resource.js";
import type { Storage, StorageEntry } from "../storage/index.js";
import { CollectionFollower } from "./collection-follower.js";
import { decodeEntry } from "./decoded-entries.js";
import { removeOrMark, rewrite } from "./remove-or-mark.js";

const storageKey = "namespaces";

/**
 * Plays kube-controller-manager's namespace controller, which no API server brings along: deletes what is in a namespace that
 * is terminating, and then the namespace. Conditions in its status are not kept.
 */
export class NamespaceController {
  readonly #storage: Storage;
  readonly #catalog: ResourceCatalog;
  readonly #clock: Clock;
  readonly #follower: CollectionFollower;
  readonly #stop: () => void;
  /** Names of those that may be terminating. */
  #marked = new Set<string>();
  #scheduled = false;

  constructor(input: {
    readonly storage: Storage;
    readonly catalog: ResourceCatalog;
    readonly clock: Clock;
  }) {
    this.#storage = input.storage;
    this.#catalog = input.catalog;
    this.#clock = input.clock;
    this.#follower = new CollectionFollower({
      storage: input.storage,
      storageKey,
      onEvent: ({ entry }) => {
        if (entry !== undefined) this.#marked.add(entry.name);
      },
      onReset: () => this.#lookAtAll(),
    });
    this.#stop = input.storage.onRevision(() => this.#schedule());
    // Those that a server begins with are not terminating, and would only be made for a look at them.
  }

  stop(): void {
    this.#follower.stop();
    this.#stop();
  }

  #lookAtAll(): void {
    this.#marked = new Set(this.#storage.list({ storageKey }).map(({ name }) => name));
    this.#schedule();
  }

  #schedule(): void {
    if (this.#scheduled || this.#marked.size === 0) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      for (const name of this.#marked) {
        const entry = this.#storage.get({ storageKey, namespace: "", name });
        if (entry?.fields["status.phase"] === "Terminating") this.#finalize(entry);
        else this.#marked.delete(name);
      }
    });
  }

  #finalize(entry: StorageEntry): void {
    const namespace = entry.name;
    let left = 0;
    for (const key of this.#storageKeys()) {
      for (const content of this.#storage.list({ storageKey: key, namespace })) {
        const now = this.#clock.now();
        removeOrMark({ storage: this.#storage, storageKey: key, entry: content, now });
      }
      left += this.#storage.list({ storageKey: key, namespace }).length;
    }
    if (left === 0) this.#release(entry);
  }

  #release(entry: StorageEntry): void {
    const object = decodeEntry(entry) as Namespace;
    const finalizers = object.spec.finalizers ?? [];
    const rest = finalizers.filter((name) => name !== kubernetesFinalizer);
    const { name, revision } = entry;
    if (rest.length === 0 && (object.metadata.finalizers ?? []).length === 0) {
      this.#storage.delete({ storageKey, namespace: "", name, revision });
    } else if (rest.length < finalizers.length) {
      object.spec = rest.length === 0 ? {} : { finalizers: rest };
      rewrite({ storage: this.#storage, storageKey, entry, object });
    }
  }

  #storageKeys(): ReadonlySet<string> {
    return new Set(
      this.#catalog
        .list()
        .filter((resource) => resource.namespaced && resource.review === undefined)
        .map((resource) => resource.storageKey),
    );
  }
}
