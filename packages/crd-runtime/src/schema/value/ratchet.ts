import { equalJson, isObject, type JsonMembers } from "../json.js";
import type { Structural } from "../structural.js";
import { goJson } from "../text/go.js";

/**
 * A value and what it was before the update, followed down the schema as far as the two belong together: members by name,
 * elements of lists of type map by their keys, elements of other lists not at all.
 *
 * Follows common.CorrelatedObject of apiserver.
 */
export class Correlation {
  readonly #value: unknown;
  readonly #old: unknown;
  readonly #schema: Structural;
  #equal: boolean | undefined;
  #byKey: ReadonlyMap<string, unknown> | undefined;

  constructor(input: {
    readonly value: unknown;
    readonly old: unknown;
    readonly schema: Structural;
  }) {
    this.#value = input.value;
    this.#old = input.old;
    this.#schema = input.schema;
  }

  /** The value as it was. */
  get old(): unknown {
    return this.#old;
  }

  /** A member of an object that was there before. */
  key(name: string): Correlation | undefined {
    const value = this.#value;
    const old = this.#old;
    if (!isObject(value) || !isObject(old)) return undefined;
    if (!Object.hasOwn(value, name) || !Object.hasOwn(old, name)) return undefined;
    const { additionalProperties, properties } = this.#schema;
    const schema = properties.get(name) ?? additionalProperties;
    if (typeof schema !== "object") return undefined;
    return new Correlation({ value: value[name], old: old[name], schema });
  }

  /** An element of a list of type map that was there before, at any place. */
  index(index: number): Correlation | undefined {
    const { items } = this.#schema;
    if (items === undefined || !Array.isArray(this.#value)) return undefined;
    const value: unknown = this.#value[index];
    const old = this.#oldElement(value);
    return old === undefined ? undefined : new Correlation({ value, old, schema: items });
  }

  /** Whether nothing has changed; the order of a list of type map does not count. */
  equal(): boolean {
    this.#equal ??= this.#compare();
    return this.#equal;
  }

  #compare(): boolean {
    const value = this.#value;
    const old = this.#old;
    if (Array.isArray(value) && Array.isArray(old)) {
      if (value.length !== old.length) return false;
      if (this.#schema.listType !== "map") return equalJson(value, old);
      return value.every((_, index) => this.index(index)?.equal() === true);
    }
    if (isObject(value) && isObject(old)) {
      const names = Object.keys(value);
      if (names.length !== Object.keys(old).length) return false;
      return names.every((name) => this.key(name)?.equal() === true);
    }
    return equalJson(value, old);
  }

  #oldElement(value: unknown): unknown {
    const { listMapKeys, listType } = this.#schema;
    if (listType !== "map" || !Array.isArray(this.#old) || !isObject(value)) return undefined;
    this.#byKey ??= elementsByKey(this.#old, listMapKeys);
    const key = compositeKey(value, listMapKeys);
    return key === undefined ? undefined : this.#byKey.get(key);
  }
}

/** The first of several elements with the same key counts. */
function elementsByKey(
  elements: readonly unknown[],
  names: readonly string[],
): ReadonlyMap<string, unknown> {
  const byKey = new Map<string, unknown>();
  for (const element of elements) {
    if (!isObject(element)) continue;
    const key = compositeKey(element, names);
    if (key !== undefined && !byKey.has(key)) byKey.set(key, element);
  }
  return byKey;
}

/** Undefined where a key is absent or no scalar. */
function compositeKey(element: JsonMembers, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const values: unknown[] = [];
  for (const name of names) {
    const value = Object.hasOwn(element, name) ? element[name] : undefined;
    if (value === undefined || value === null || typeof value === "object") return undefined;
    values.push(value);
  }
  return goJson(values);
}
