import { isJsonObject, type JsonValue } from "../model/index.js";
import type { CompiledSchemas } from "./compiled-schemas.js";
import { facets, isSame, itemSchema, type JsonObject, memberOf, type Schema } from "./schema.js";
import { numbersFor, textsByName, textsFor, type Wanted } from "./texts.js";

/** Alternatives of one value that are tried, and combinations of branches of one object. */
const mostTries = 200;
const mostBranches = 32;
/** Texts of one pattern that are tried. */
const mostMatching = 3;

/** How much is shown of what may be left out: what has an example or a default, or nothing. */
export type Fullness = "least" | "shown";

/** Values that schemas accept, made without chance: what tags say, or else the plainest value that there is. */
export class SampleValues {
  readonly #fullness: Fullness;
  readonly #compiled: CompiledSchemas;
  readonly #withExample = new Map<Schema, boolean>();
  readonly #matching = new Map<Schema, Map<string, readonly string[]>>();

  constructor(input: { readonly fullness: Fullness; readonly compiled: CompiledSchemas }) {
    this.#fullness = input.fullness;
    this.#compiled = input.compiled;
  }

  /** A value that the schema accepts, or where none is found, one that comes near. */
  valueOf(schema: Schema, name?: string): JsonValue {
    const wanted = { schema, name };
    return firstOf(this.alternatives(wanted)) ?? firstOf(this.#candidates(wanted)) ?? null;
  }

  /** Values that the schema accepts, the best first. */
  *alternatives(wanted: Wanted): Iterable<JsonValue> {
    let tries = 0;
    for (const value of this.#candidates(wanted)) {
      if (tries++ > mostTries) return;
      if (this.accepts(wanted.schema, value)) yield value;
    }
  }

  /** Whether the types, limits and logic of a schema take a value; rules are not run. */
  accepts(schema: Schema, value: JsonValue): boolean {
    return this.#compiled.of(schema).valueErrors({ object: value }).length === 0;
  }

  /** Texts that the schema accepts and a pattern besides, the best first. */
  matching(input: { readonly schema: Schema; readonly pattern: string }): readonly string[] {
    const { schema, pattern } = input;
    const ofSchema = this.#matching.get(schema) ?? new Map<string, readonly string[]>();
    this.#matching.set(schema, ofSchema);
    const known = ofSchema.get(pattern);
    if (known !== undefined) return known;
    const narrowed = { ...schema, allOf: [...(schema.allOf ?? []), { pattern }] };
    const texts: string[] = [];
    for (const value of this.alternatives({ schema: narrowed, name: undefined })) {
      if (typeof value === "string") texts.push(value);
      if (texts.length === mostMatching) break;
    }
    ofSchema.set(pattern, texts);
    return texts;
  }

  /** Members of an object that have a place in a sample although they may be left out. */
  isShown(schema: Schema): boolean {
    return (
      this.#fullness === "shown" &&
      ((schema.default !== undefined && schema.default !== null) || this.#hasExample(schema))
    );
  }

  #hasExample(schema: Schema): boolean {
    const known = this.#withExample.get(schema);
    if (known !== undefined) return known;
    const { properties = {}, additionalProperties } = schema;
    const item = itemSchema(schema);
    const below = [
      ...Object.values(properties),
      ...(item === undefined ? [] : [item]),
      ...(typeof additionalProperties === "object" ? [additionalProperties] : []),
    ];
    const has = schema.example !== undefined || below.some((one) => this.#hasExample(one));
    this.#withExample.set(schema, has);
    return has;
  }

  *#candidates(wanted: Wanted): Iterable<JsonValue> {
    const { schema } = wanted;
    const given = facets(schema);
    for (const { example } of given) if (example !== undefined) yield example;
    const { default: value, type } = schema;
    if (value !== undefined && value !== null && !isJsonObject(value)) yield value;
    for (const { enum: values = [] } of given) yield* values.filter((one) => one !== null);
    if (schema["x-kubernetes-int-or-string"] === true) {
      yield* textsByName(wanted.name);
      yield* numbersFor(wanted);
      yield* textsFor(wanted);
    }
    switch (type) {
      case "string":
        yield* textsFor(wanted);
        return;
      case "integer":
      case "number":
        yield* numbersFor(wanted);
        return;
      case "boolean":
        yield* [true, false];
        return;
      case "array":
        yield* this.#lists(wanted);
        return;
      case "object":
        yield* this.#objects(schema);
        return;
      default:
        yield* [{}, "example", 1, true, []];
    }
  }

  *#lists(wanted: Wanted): Iterable<readonly JsonValue[]> {
    const { schema } = wanted;
    const least = Number(schema.minItems ?? 0);
    for (const length of [Math.max(1, least), least, least + 1]) {
      yield this.#listOf({ ...wanted, length });
    }
  }

  /** A list of so many items, or as many as can be made. */
  #listOf(input: Wanted & { readonly length: number }): readonly JsonValue[] {
    const items: JsonValue[] = [];
    while (items.length < Math.min(input.length, mostTries)) {
      const item = this.nextItem({ ...input, items });
      if (item === undefined) break;
      items.push(item);
    }
    return items;
  }

  /** One more item for a list; undefined where there is none. */
  nextItem(input: Wanted & { readonly items: readonly JsonValue[] }): JsonValue | undefined {
    const { schema, name, items } = input;
    const item = itemSchema(schema);
    if (item === undefined) return undefined;
    switch (schema["x-kubernetes-list-type"]) {
      case "set":
        return firstOf(
          filtered(this.alternatives({ schema: item, name }), (one) =>
            items.every((other) => !isSame(one, other)),
          ),
        );
      case "map":
        return this.#keyed({ item, items, keys: schema["x-kubernetes-list-map-keys"] ?? [] });
      default:
        return this.valueOf(item, name);
    }
  }

  /** An item whose keys are not together those of another one. */
  #keyed(input: {
    readonly item: Schema;
    readonly items: readonly JsonValue[];
    readonly keys: readonly string[];
  }): JsonValue | undefined {
    const { item, items, keys } = input;
    const value = this.valueOf(item);
    const isTaken = (one: JsonValue): boolean =>
      items.some((other) => keys.every((key) => isSame(memberOf(one, key), memberOf(other, key))));
    if (!isJsonObject(value) || !isTaken(value)) return value;
    for (const key of keys) {
      const schema = item.properties?.[key];
      if (schema === undefined) continue;
      for (const other of this.alternatives({ schema, name: key })) {
        const changed = { ...value, [key]: other };
        if (!isTaken(changed) && this.accepts(item, changed)) return changed;
      }
    }
    return undefined;
  }

  *#objects(schema: Schema): Iterable<JsonObject> {
    for (const branches of branchesOf(schema)) yield this.#object({ schema, branches });
    yield {};
  }

  #object(input: { readonly schema: Schema; readonly branches: readonly Schema[] }): JsonObject {
    const { schema, branches } = input;
    const { properties = {}, additionalProperties, default: given } = schema;
    const required = new Set([schema, ...branches].flatMap((one) => one.required ?? []));
    const members: Record<string, JsonValue> = { ...embedded(schema) };
    for (const [name, property] of Object.entries(properties)) {
      const value = memberOf(given, name);
      if (value !== undefined) members[name] = value;
      else if (required.has(name) || this.isShown(property)) {
        if (members[name] !== undefined) continue;
        members[name] = this.valueOf(overlaid({ property, name, branches }), name);
      }
    }
    const least = Number(schema.minProperties ?? 0);
    for (const [name, property] of Object.entries(properties)) {
      if (Object.keys(members).length >= least) break;
      members[name] ??= this.valueOf(property, name);
    }
    if (typeof additionalProperties === "object") {
      Object.assign(members, isJsonObject(given) ? given : {});
      for (let number = 1; Object.keys(members).length < Math.max(1, least); number++) {
        members[number === 1 ? "example" : `example-${number}`] =
          this.valueOf(additionalProperties);
      }
    }
    return members;
  }
}

/** What an object of a kind of its own needs. */
function embedded(schema: Schema): JsonObject {
  return schema["x-kubernetes-embedded-resource"] === true
    ? { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "example" } }
    : {};
}

/** What branches say of a member of the object, besides. */
function overlaid(input: {
  readonly property: Schema;
  readonly name: string;
  readonly branches: readonly Schema[];
}): Schema {
  const { property, name, branches } = input;
  const more = branches.flatMap(({ properties = {} }) =>
    Object.hasOwn(properties, name) && properties[name] !== undefined ? [properties[name]] : [],
  );
  return more.length === 0
    ? property
    : { ...property, allOf: [...(property.allOf ?? []), ...more] };
}

/** One after another the ways to take a branch of each anyOf and oneOf; allOf is in all of them. */
function* branchesOf(schema: Schema): Iterable<readonly Schema[]> {
  let ways: readonly (readonly Schema[])[] = [[]];
  const cross = (more: readonly (readonly Schema[])[]): void => {
    ways = ways.flatMap((way) => more.map((one) => [...way, ...one])).slice(0, mostBranches);
  };
  for (const part of schema.allOf ?? []) {
    cross([...branchesOf(part)].map((branches) => [part, ...branches]));
  }
  for (const options of [schema.anyOf ?? [], schema.oneOf ?? []]) {
    if (options.length === 0) continue;
    cross(
      options.flatMap((option) => [...branchesOf(option)].map((branches) => [option, ...branches])),
    );
  }
  yield* ways;
}

function* filtered<T>(values: Iterable<T>, isWanted: (value: T) => boolean): Iterable<T> {
  for (const value of values) if (isWanted(value)) yield value;
}

function firstOf<T>(values: Iterable<T>): T | undefined {
  for (const value of values) return value;
  return undefined;
}
