import { type GroupResource, namespaceTerminating, notFound } from "../status/index.js";
import type { Storage } from "../storage/index.js";

const namespaces = { group: "", resource: "namespaces" };

/** Lets objects be made in namespaces that are there and stay; the admission plugin NamespaceLifecycle. */
export class StoredNamespaces {
  readonly #storage: Storage;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /** @throws StatusError 404 when there is no such namespace, 403 when it is going away */
  check(input: {
    readonly namespace: string;
    readonly verb: "create";
    readonly resource: GroupResource;
    readonly name: string;
  }): void {
    const { namespace, resource, name } = input;
    const entry = this.#storage.get({ storageKey: "namespaces", namespace: "", name: namespace });
    if (entry === undefined) throw notFound({ resource: namespaces, name: namespace });
    if (entry.fields["status.phase"] === "Terminating") {
      throw namespaceTerminating({ resource, name, namespace });
    }
  }
}
