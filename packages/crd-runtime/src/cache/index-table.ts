import type { DeepReadonly, KubernetesObject } from "../meta/index.js";
import { IndexError, type IndexFunc } from "./indexer.js";

/**
 * One index: which keys have which value. The values of each key are kept, so that an object that was mutated, or an
 * index function that answers differently the second time, leaves no stale entry.
 */
export class IndexTable<T extends KubernetesObject> {
  readonly name: string;
  readonly compute: IndexFunc<T>;
  readonly #keysByValue = new Map<string, Set<string>>();
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

  set(input: { readonly key: string; readonly values: readonly string[] }): void {
    const { key, values } = input;
    const old = this.#valuesByKey.get(key) ?? [];
    // Most updates change no value.
    if (old.length === values.length && old.every((value, at) => value === values[at])) return;
    this.#unlink({ key, values: old });
    if (values.length === 0) this.#valuesByKey.delete(key);
    else this.#valuesByKey.set(key, values);
    for (const value of values) {
      const keys = this.#keysByValue.get(value);
      if (keys === undefined) this.#keysByValue.set(value, new Set([key]));
      else keys.add(key);
    }
  }

  delete(key: string): void {
    this.#unlink({ key, values: this.#valuesByKey.get(key) ?? [] });
    this.#valuesByKey.delete(key);
  }

  keys(value: string): ReadonlySet<string> {
    return this.#keysByValue.get(value) ?? new Set();
  }

  values(): string[] {
    return [...this.#keysByValue.keys()];
  }

  /** Empty sets go, or short-lived values would stay for ever. */
  #unlink(input: { readonly key: string; readonly values: readonly string[] }): void {
    for (const value of input.values) {
      const keys = this.#keysByValue.get(value);
      keys?.delete(input.key);
      if (keys?.size === 0) this.#keysByValue.delete(value);
    }
  }
}
