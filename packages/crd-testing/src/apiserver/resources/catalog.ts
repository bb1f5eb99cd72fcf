import { compareGroups, compareVersions } from "./order.js";
import type { ApiResource, ResourceCatalog } from "./resource.js";

/** The resources that are served: the built-in ones, and those of definitions, which come and go. */
export class Catalog implements ResourceCatalog {
  readonly #builtin: readonly ApiResource[];
  /** Name of a definition to what is served for it. */
  readonly #custom = new Map<string, readonly ApiResource[]>();
  readonly #byPath = new Map<string, ApiResource>();
  readonly #callbacks = new Set<() => void>();
  #sorted: readonly ApiResource[] | undefined;

  constructor(builtin: readonly ApiResource[]) {
    this.#builtin = builtin;
    for (const resource of builtin) this.#byPath.set(pathOf(resource), resource);
  }

  find(reference: {
    readonly group: string;
    readonly version: string;
    readonly resource: string;
  }): ApiResource | undefined {
    return this.#byPath.get(pathOf(reference));
  }

  list(): readonly ApiResource[] {
    this.#sorted ??= [...this.#builtin, ...[...this.#custom.values()].flat()].sort(
      (a, b) =>
        compareGroups(a.group, b.group) ||
        compareVersions(a.version, b.version) ||
        compareNames(a.resource, b.resource),
    );
    return this.#sorted;
  }

  onChange(callback: () => void): () => void {
    // A function of its own, so that the same callback may be registered twice.
    const entry = (): void => callback();
    this.#callbacks.add(entry);
    return () => void this.#callbacks.delete(entry);
  }

  /** Serves these resources for a definition, and no others; none when the list is empty. */
  replace(input: {
    /** Name of the definition. */
    readonly definition: string;
    readonly resources: readonly ApiResource[];
  }): void {
    const { definition, resources } = input;
    const before = this.#custom.get(definition) ?? [];
    if (sameElements(before, resources)) return;
    for (const resource of before) this.#byPath.delete(pathOf(resource));
    for (const resource of resources) this.#byPath.set(pathOf(resource), resource);
    if (resources.length === 0) this.#custom.delete(definition);
    else this.#custom.set(definition, resources);
    this.#sorted = undefined;
    for (const callback of [...this.#callbacks]) callback();
  }
}

function pathOf(reference: {
  readonly group: string;
  readonly version: string;
  readonly resource: string;
}): string {
  return `${reference.group}/${reference.version}/${reference.resource}`;
}

function sameElements(a: readonly ApiResource[], b: readonly ApiResource[]): boolean {
  return a.length === b.length && a.every((element, index) => element === b[index]);
}

function compareNames(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
