import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import {
  isJsonObject,
  type JsonValue,
  readExactJson,
  scanValue,
  type Tag,
  withoutPath,
} from "../model/index.js";
import type { Marked } from "./markers.js";
import { withFormats, withPresence } from "./presence-tag.js";
import { rawSchemaProblem, unknownKey } from "./raw-schema-keys.js";
import { insideOf, type JSONSchemaProps } from "./schema.js";

type JsonObject = { readonly [key: string]: JsonValue };

const names = {
  merge: "crd-project:schema",
  replace: "crd-project:schema:replace",
  bare: "crd-project:bareIntOrString",
  andEnum: "crd-project:andEnum",
  presence: "crd-project:presence",
  formats: "crd-project:formats",
  description: "crd-project:description",
} as const;

const known: ReadonlySet<string> = new Set(Object.values(names));
const holdsJson: ReadonlySet<string> = new Set([names.merge, names.replace, names.description]);

interface RawTag {
  readonly tag: Tag;
  readonly name: string;
  readonly path: readonly ("items" | "additionalProperties")[];
  /** What it holds, where that is JSON. */
  readonly json: JsonValue;
}

/** The schema that takes the place of the one of a type or member; undefined where no tag gives one. */
export function replacementOf(tags: readonly Tag[]): Marked | undefined {
  const raw = rawTags(tags).find(({ name, path }) => name === names.replace && path.length === 0);
  return raw === undefined ? undefined : replaced({}, raw);
}

/** In the order in which they apply: `+crd-project:schema=` changes what all others have made. */
const order: readonly string[] = [
  names.replace,
  names.bare,
  names.andEnum,
  names.presence,
  names.formats,
  names.description,
  names.merge,
];

/** Adds what the tags of this project say, which no marker of controller-gen can; of each kind those that stand further in first. */
export function withRawSchema(input: {
  readonly schema: JSONSchemaProps;
  readonly tags: readonly Tag[];
}): Marked {
  const raw = rawTags(input.tags);
  if (raw.length === 0) return { schema: input.schema, problems: [] };
  const problems: Diagnostic[] = [];
  const schema = raw
    .toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
    .reduce((current, one) => {
      const applied = inside({ schema: current, raw: one, path: one.path });
      problems.push(...applied.problems);
      return applied.schema;
    }, input.schema);
  return { schema, problems };
}

function rawTags(tags: readonly Tag[]): readonly RawTag[] {
  return tags.flatMap((tag) => {
    if (!tag.name.startsWith("crd-project:")) return [];
    const { name, path } = withoutPath(tag.name);
    if (!known.has(name)) return [];
    if (!holdsJson.has(name)) return [{ tag, name, path, json: null }];
    return tag.value === undefined ? [] : [{ tag, name, path, json: readExactJson(tag.value) }];
  });
}

function inside(input: {
  readonly schema: JSONSchemaProps;
  readonly raw: RawTag;
  readonly path: RawTag["path"];
}): Marked {
  const { schema, raw, path } = input;
  const [step, ...rest] = path;
  if (step === undefined) return apply(schema, raw);
  const within = insideOf({ schema, step });
  if (within === undefined) {
    const problem = `the schema has no ${step}`;
    return { schema, problems: [problemOf(raw.tag, { problem })] };
  }
  const applied = inside({ schema: within, raw, path: rest });
  return { schema: { ...schema, [step]: applied.schema }, problems: applied.problems };
}

function apply(schema: JSONSchemaProps, raw: RawTag): Marked {
  switch (raw.name) {
    case names.description: {
      const { description: _, ...rest } = schema;
      const { json } = raw;
      return {
        schema: typeof json === "string" && json !== "" ? { ...rest, description: json } : rest,
        problems: [],
      };
    }
    case names.replace:
      return replaced(schema, raw);
    case names.presence:
      return withPresence({ schema, tag: raw.tag });
    case names.formats:
      return withFormats({ schema, tag: raw.tag });
    case names.andEnum:
      return withBothEnums({ schema, tag: raw.tag });
    case names.bare:
      return withoutAnyOf({ schema, tag: raw.tag });
    default:
      return checked({ schema, raw, make: (json) => mergeSchema(schema, json) });
  }
}

/** The enum of the type and that of the tag, which both hold. */
function withBothEnums(input: { readonly schema: JSONSchemaProps; readonly tag: Tag }): Marked {
  const { schema, tag } = input;
  const { enum: own, allOf = [], ...rest } = schema;
  const scanned = scanValue({ text: tag.value ?? "", at: 0 }, "list");
  const values: readonly JsonValue[] =
    scanned.ok && Array.isArray(scanned.value) ? scanned.value : [];
  if (own === undefined) {
    const problem = "the type has no enum beside which it could hold";
    const hint = "write '+kubebuilder:validation:Enum=', or make the type a union of literals";
    return { schema, problems: [problemOf(tag, { problem, hint })] };
  }
  return { schema: { ...rest, allOf: [...allOf, { enum: own }, { enum: values }] }, problems: [] };
}

function withoutAnyOf(input: { readonly schema: JSONSchemaProps; readonly tag: Tag }): Marked {
  const { anyOf: _, ...rest } = input.schema;
  return rest["x-kubernetes-int-or-string"] === true
    ? { schema: rest, problems: [] }
    : {
        schema: input.schema,
        problems: [problemOf(input.tag, { problem: "it is for IntOrString and Quantity" })],
      };
}

function replaced(schema: JSONSchemaProps, raw: RawTag): Marked {
  return checked({ schema, raw, make: (json) => json });
}

function checked(input: {
  readonly schema: JSONSchemaProps;
  readonly raw: RawTag;
  readonly make: (json: JsonObject) => JsonObject;
}): Marked {
  const { schema, raw, make } = input;
  const { json, tag } = raw;
  if (!isJsonObject(json)) return { schema, problems: [] };
  const problem = rawSchemaProblem(json);
  if (problem !== undefined) return { schema, problems: [problemOf(tag, problem)] };
  const unknown = unknownKey(json);
  // The types of its keys have been compared with those of JSONSchemaProps.
  return {
    schema: make(json) as JSONSchemaProps,
    problems: unknown === undefined ? [] : [unusedKey(tag, unknown)],
  };
}

/** Keys whose value is a schema, or schemas by their names. */
const schemas: ReadonlySet<string> = new Set(["items", "additionalProperties"]);

/**
 * Keys given take the place of keys made, and null takes them away. Below `properties`, `items` and `additionalProperties` it
 * is the same again, property by property.
 */
function mergeSchema(made: JsonObject | JSONSchemaProps, given: JsonObject): JsonObject {
  const merged = new Map<string, JsonValue>(Object.entries(made as JsonObject));
  for (const [key, value] of Object.entries(given)) {
    const before = merged.get(key);
    if (value === null) merged.delete(key);
    else if (schemas.has(key) && isJsonObject(before) && isJsonObject(value)) {
      merged.set(key, mergeSchema(before, value));
    } else if (key === "properties" && isJsonObject(value)) {
      merged.set(key, mergeProperties(isJsonObject(before) ? before : {}, value));
    } else merged.set(key, value);
  }
  return Object.fromEntries(merged);
}

function mergeProperties(made: JsonObject, given: JsonObject): JsonObject {
  const merged = new Map(Object.entries(made));
  for (const [name, value] of Object.entries(given)) {
    const before = merged.get(name);
    if (value === null) merged.delete(name);
    else if (isJsonObject(value)) {
      merged.set(name, mergeSchema(isJsonObject(before) ? before : {}, value));
    }
  }
  return Object.fromEntries(merged);
}

function unusedKey(
  tag: Tag,
  { problem, hint }: { readonly problem: string; readonly hint?: string | undefined },
): Diagnostic {
  const parameters = { tag: `a part of +${tag.name}`, problem };
  return diagnostic("crd/marker-unused", parameters, { span: tag.span, hint });
}

function problemOf(
  tag: Tag,
  { problem, hint }: { readonly problem: string; readonly hint?: string | undefined },
): Diagnostic {
  return diagnostic("crd/marker", { tag: `+${tag.name}`, problem }, { span: tag.span, hint });
}
