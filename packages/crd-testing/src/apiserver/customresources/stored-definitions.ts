import { stringifyJSON } from "crd-runtime";
import { equalJson } from "../json.js";
import { CollectionFollower } from "../lifecycle/collection-follower.js";
import { DecodedEntries } from "../lifecycle/decoded-entries.js";
import type { ApiObject } from "../object.js";
import type { ApiResource } from "../resources/resource.js";
import type { Storage, StorageEntry } from "../storage/index.js";
import type { FieldManagers } from "../verbs/field-managers.js";
import type { StoredDefinition } from "./definition.js";
import type { DefinitionChange, DefinitionStorage } from "./ports.js";

/** How the server's own writes are named in managedFields. */
const manager = "kube-apiserver";
const encoder = new TextEncoder();

/** The definitions in the storage. */
export class StoredDefinitions implements DefinitionStorage {
  readonly #storage: Storage;
  readonly #resource: ApiResource;
  readonly #managers: FieldManagers;
  readonly #decoded = new DecodedEntries();
  /** The last own write, which need not be decoded. */
  #written: { readonly revision: number; readonly object: ApiObject } | undefined;
  /** Those that are known without their managedFields. */
  readonly #installed = new WeakMap<StorageEntry, StoredDefinition>();
  #expected: StoredDefinition | undefined;

  constructor(input: {
    readonly storage: Storage;
    /** The resource of definitions itself. */
    readonly resource: ApiResource;
    readonly managers: FieldManagers;
  }) {
    this.#storage = input.storage;
    this.#resource = input.resource;
    this.#managers = input.managers;
  }

  list(): readonly StoredDefinition[] {
    const { storageKey } = this.#resource;
    return this.#storage.list({ storageKey }).map((entry) => this.#definition(entry));
  }

  get(name: string): StoredDefinition | undefined {
    const entry = this.#entry(name);
    return entry === undefined ? undefined : this.#definition(entry);
  }

  /**
   * The next write makes this definition, with managedFields: it need not be read for the controllers. Its resourceVersion is
   * set.
   */
  expect(definition: StoredDefinition): void {
    definition.metadata.resourceVersion = String(this.#storage.revision + 1);
    this.#expected = definition;
  }

  updateStatus(definition: StoredDefinition): void {
    const name = definition.metadata.name ?? "";
    const entry = this.#entry(name);
    // Gone or changed meanwhile: there is an event of that, too.
    if (entry === undefined) return;
    if (String(entry.revision) !== definition.metadata.resourceVersion) return;
    if (equalJson(this.#definition(entry), definition)) return;
    const live = this.#decoded.of(entry);
    const { storageKey, fields, epoch } = this.#resource;
    const key = { storageKey, namespace: "", name, revision: entry.revision };
    const { deletionTimestamp, finalizers = [] } = definition.metadata;
    if (deletionTimestamp !== undefined && finalizers.length === 0) {
      this.#storage.delete(key);
      return;
    }
    // A definition is an object with more to say of its members.
    const object = definition as unknown as ApiObject;
    const subresource = "status";
    const managed = this.#managers
      .of(this.#resource)
      .update({ live, object, manager, subresource });
    this.#storage.update({
      ...key,
      encode: (revision) => {
        const metadata = { ...managed.metadata, resourceVersion: String(revision) };
        const stored = { ...managed, metadata };
        this.#written = { revision, object: stored };
        return {
          value: encoder.encode(stringifyJSON(stored)),
          labels: metadata.labels,
          fields: fields.of(stored),
          epoch,
        };
      },
    });
  }

  onChange(callback: (change: DefinitionChange) => void): () => void {
    const known = new Set(this.list().map((definition) => definition.metadata.name ?? ""));
    const tell = (name: string): void => {
      const definition = this.get(name);
      if (definition === undefined) known.delete(name);
      else known.add(name);
      callback({ name, definition });
    };
    const follower = new CollectionFollower({
      storage: this.#storage,
      storageKey: this.#resource.storageKey,
      onEvent: ({ entry, previous }) => tell((entry ?? previous)?.name ?? ""),
      onReset: () => {
        const present = this.list().map((definition) => definition.metadata.name ?? "");
        for (const name of new Set([...known, ...present])) tell(name);
      },
    });
    return () => follower.stop();
  }

  #entry(name: string): StorageEntry | undefined {
    const { storageKey } = this.#resource;
    return this.#storage.get({ storageKey, namespace: "", name });
  }

  #definition(entry: StorageEntry): StoredDefinition {
    const expected = this.#expected;
    if (expected?.metadata.name === entry.name) {
      this.#expected = undefined;
      const { resourceVersion } = expected.metadata;
      if (resourceVersion === String(entry.revision)) this.#installed.set(entry, expected);
    }
    const installed = this.#installed.get(entry);
    if (installed !== undefined) return installed;
    const written = this.#written;
    if (written?.revision === entry.revision) {
      this.#decoded.add(entry, written.object);
      this.#written = undefined;
    }
    // Decoded and completed by its strategy when it was written.
    return this.#decoded.of(entry) as unknown as StoredDefinition;
  }
}
