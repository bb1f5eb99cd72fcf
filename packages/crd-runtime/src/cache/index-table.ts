import type { DeepReadonly, KubernetesObject } from "../meta/index.js";
import { IndexError, type IndexFunc } from "./indexer.js";

/**
 * One index: which objects have which value. The values of each key are kept, so that an object that was mutated, or an
 * index function that answers differently the second time, leaves no stale entry.
 */
export class IndexTable<T extends KubernetesObject> {
  readonly name: string;
  readonly compute: IndexFunc<T>;
  readonly #objectsByValue = new Map<string, Map<string, DeepReadonly<T>>>();
  readonly #valuesByKey = new Map<string, readonly string[]>();

  constructor(input: { readonly name: string; readonly compute: IndexFunc<T> }) {
    this.name = input.name;
    this.compute = input.compute;
  }

  /**
   * The values of an object, not yet in the index.
   *
   * @throws IndexError when the index function fails
   */
  valuesOf(input: { readonly key: string; readonly object: DeepReadonly<T> }): readonly string[] {
    try {
      return this.compute(input.object);
    } catch (cause) {
      throw new IndexError(`index ${JSON.stringify(this.name)} failed for ${input.key}`, { cause });
    }
  }

  set(input: {
    readonly key: string;
    readonly object: DeepReadonly<T>;
    readonly values: readonly string[];
  }): void {
    const { key, object, values } = input;
    const old = this.#valuesByKey.get(key);
    // Most updates change no value.
    if (old === undefined || !areEqual(old, values)) {
      this.delete(key);
      if (values.length > 0) this.#valuesByKey.set(key, values);
    }
    for (const value of values) {
      const objects = this.#objectsByValue.get(value);
      if (objects === undefined) this.#objectsByValue.set(value, new Map([[key, object]]));
      else objects.set(key, object);
    }
  }

  /** Empty maps go, or short-lived values would stay for ever. */
  delete(key: string): void {
    for (const value of this.#valuesByKey.get(key) ?? []) {
      const objects = this.#objectsByValue.get(value);
      objects?.delete(key);
      if (objects?.size === 0) this.#objectsByValue.delete(value);
    }
    this.#valuesByKey.delete(key);
  }

  /** The objects of a value by their keys. */
  objects(value: string): ReadonlyMap<string, DeepReadonly<T>> {
    return this.#objectsByValue.get(value) ?? new Map();
  }

  values(): string[] {
    return [...this.#objectsByValue.keys()];
  }
}

function areEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, at) => value === b[at]);
}
