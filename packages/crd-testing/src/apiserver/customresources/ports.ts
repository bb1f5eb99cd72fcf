import type { ApiResource } from "../resources/resource.js";
import type { StoredDefinition } from "./definition.js";

/** A definition was written, or is gone. */
export interface DefinitionChange {
  readonly name: string;
  /** Undefined: it is gone. */
  readonly definition: StoredDefinition | undefined;
}

/** What the controllers of definitions ask of storage. Nothing waits, so that all is done before the next request. */
export interface DefinitionStorage {
  /** All definitions, in the order of their names. */
  list(): readonly StoredDefinition[];
  get(name: string): StoredDefinition | undefined;
  /**
   * Writes status and finalizers of a definition as the server does (manager `kube-apiserver`, subresource `status`), and
   * removes it when it is being deleted and no finalizer is left. Watchers see the event; a write that changes nothing makes
   * none.
   */
  updateStatus(definition: StoredDefinition): void;
  /** Called after each write of a definition. Returns the function that ends it. */
  onChange(callback: (change: DefinitionChange) => void): () => void;
}

/** What the controllers ask of the storage of custom resources. */
export interface InstanceStorage {
  /** Deletes all objects as DELETE of each would: those with finalizers are marked only. */
  deleteAll(resource: ApiResource): void;
  /** How many objects there are. */
  count(resource: ApiResource): number;
  /** Called after each write of an object. Returns the function that ends it. */
  onChange(resource: ApiResource, callback: () => void): () => void;
}
