import { equalJson } from "../../schema/json.js";
import { noSuchOverload } from "../errors.js";
import { equal } from "../values/equality.js";
import { CelMap } from "../values/map.js";
import type { CelValue } from "../values/value.js";
import type { Field } from "./declaration.js";

/** A JSON object. */
export type Json = Readonly<Record<string, unknown>>;

/** An object whose members the schema names: null members are unset, members that it does not name cannot be seen. */
export class JsonObject extends CelMap {
  readonly #json: Json;
  /** By the name that expressions use. */
  readonly #fields: ReadonlyMap<string, Field>;

  constructor(input: { readonly json: Json; readonly fields: ReadonlyMap<string, Field> }) {
    super();
    this.#json = input.json;
    this.#fields = input.fields;
  }

  override get size(): number {
    return Object.keys(this.#json).length;
  }

  override find(key: CelValue): CelValue | undefined {
    if (typeof key !== "string") throw noSuchOverload();
    // Words of CEL are names of members, too: `self.namespace` is `self.__namespace__`.
    const field = this.#fields.get(key) ?? this.#fields.get(`__${key}__`);
    if (field === undefined || !Object.hasOwn(this.#json, field.name)) return undefined;
    const json = this.#json[field.name];
    return json === null || json === undefined ? undefined : field.declaration.read(json);
  }

  override keys(): readonly CelValue[] {
    const keys: string[] = [];
    for (const [key, { name }] of this.#fields) {
      if (Object.hasOwn(this.#json, name)) keys.push(key);
    }
    return keys;
  }

  /** Members that the schema does not name are compared as JSON, where both have them. */
  override equals(other: CelValue): boolean {
    if (!(other instanceof CelMap) || this.size !== other.size) return false;
    const named = new Set<string>();
    for (const [key, { name }] of this.#fields) {
      named.add(name);
      const [own, others] = [this.find(key), other.find(key)];
      if (own === undefined || others === undefined) {
        if (own !== others) return false;
      } else if (!equal(own, others)) return false;
    }
    if (!(other instanceof JsonObject))
      return [...Object.keys(this.#json)].every((name) => named.has(name));
    return Object.keys(this.#json).every(
      (name) =>
        named.has(name) ||
        !Object.hasOwn(other.#json, name) ||
        equalJson(this.#json[name], other.#json[name]),
    );
  }
}

/** A map: an object whose members have one schema. */
export class JsonMap extends CelMap {
  readonly #json: Json;
  readonly #read: (json: unknown) => CelValue;

  constructor(input: { readonly json: Json; readonly read: (json: unknown) => CelValue }) {
    super();
    this.#json = input.json;
    this.#read = input.read;
  }

  override get size(): number {
    return Object.keys(this.#json).length;
  }

  override find(key: CelValue): CelValue | undefined {
    if (typeof key !== "string") throw noSuchOverload();
    return Object.hasOwn(this.#json, key) ? this.#read(this.#json[key]) : undefined;
  }

  override keys(): readonly CelValue[] {
    return Object.keys(this.#json);
  }
}
