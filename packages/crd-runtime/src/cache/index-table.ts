import type { DeepReadonly, KubernetesObject } from "../meta/index.js";
import { GrowingMap } from "./growing-map.js";
import { IndexError, type IndexFunc } from "./indexer.js";

/**
 * One index: which objects have which value. The values of each key are kept, so that an object that was mutated, or an
 * index function that answers differently the second time, leaves no stale entry.
 */
export class IndexTable<T extends KubernetesObject> {
  readonly name: string;
  readonly compute: IndexFunc<T>;
  readonly #groups = new GrowingMap<Group<T>>();
  readonly #valuesByKey = new GrowingMap<readonly string[]>();

  constructor(input: { readonly name: string; readonly compute: IndexFunc<T> }) {
    this.name = input.name;
    this.compute = input.compute;
  }

  /**
   * The values of an object, not yet in the index.
   *
   * @throws IndexError when the index function fails, or returns something else than strings
   */
  valuesOf(input: { readonly key: string; readonly object: DeepReadonly<T> }): readonly string[] {
    const index = `index ${JSON.stringify(this.name)}`;
    let values: readonly string[];
    try {
      values = this.compute(input.object);
    } catch (cause) {
      throw new IndexError(`${index} failed for ${input.key}`, { cause });
    }
    // A string would pass for the list of its letters.
    if (Array.isArray(values) && values.every((value) => typeof value === "string")) return values;
    throw new IndexError(`${index} returned no array of strings for ${input.key}`);
  }

  set(input: {
    readonly key: string;
    readonly object: DeepReadonly<T>;
    readonly values: readonly string[];
  }): void {
    const { key, object, values } = input;
    const old = this.#valuesByKey.get(key);
    // Most updates change no value.
    const changed = old === undefined || !areEqual(old, values);
    if (changed && old !== undefined) this.delete(key);
    let kept = values;
    for (const value of values) {
      const group = this.#group(value);
      group.objects.set(key, object);
      if (values.length === 1) kept = group.alone;
    }
    if (changed && values.length > 0) this.#valuesByKey.set(key, kept);
  }

  /** Empty groups go, or short-lived values would stay for ever. */
  delete(key: string): void {
    for (const value of this.#valuesByKey.get(key) ?? []) {
      const objects = this.#groups.get(value)?.objects;
      objects?.delete(key);
      if (objects?.size === 0) this.#groups.delete(value);
    }
    this.#valuesByKey.delete(key);
  }

  /** The objects of a value by their keys; undefined when there are none. */
  objects(value: string): GrowingMap<DeepReadonly<T>> | undefined {
    return this.#groups.get(value)?.objects;
  }

  values(): string[] {
    return this.#groups.listKeys();
  }

  #group(value: string): Group<T> {
    const known = this.#groups.get(value);
    if (known !== undefined) return known;
    const group: Group<T> = { alone: [value], objects: new GrowingMap() };
    this.#groups.set(value, group);
    return group;
  }
}

/** What has one value. */
interface Group<T extends KubernetesObject> {
  /** The values of objects that have no other, kept once for all of them. */
  readonly alone: readonly string[];
  readonly objects: GrowingMap<DeepReadonly<T>>;
}

function areEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, at) => value === b[at]);
}
