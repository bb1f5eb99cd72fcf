import { isJsonObject, type JsonValue } from "../model/index.js";

/** One node of an OpenAPI v3 schema, as it stands in a CustomResourceDefinition: keywords and their values. */
export type Schema = { readonly [keyword: string]: JsonValue };

/** Keywords whose values are data, in which null is a value. */
const data: ReadonlySet<string> = new Set(["default", "example", "enum"]);
const schemaMaps: ReadonlySet<string> = new Set(["properties", "patternProperties", "definitions"]);

/** A schema without keywords that are null: to Kubernetes they are absent. A property that is null has a schema without any. */
export function schemaWithoutNulls(schema: Schema): Schema {
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([, value]) => value !== null)
      .map(([keyword, value]) => [keyword, data.has(keyword) ? value : part(keyword, value)]),
  );
}

function part(keyword: string, value: JsonValue): JsonValue {
  if (schemaMaps.has(keyword) && isJsonObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, schemaOrOther(one ?? {})]),
    );
  }
  if (Array.isArray(value)) return value.map(schemaOrOther);
  return schemaOrOther(value);
}

function schemaOrOther(value: JsonValue): JsonValue {
  return isJsonObject(value) ? schemaWithoutNulls(value) : value;
}

/** The schema below a keyword, where there is one. */
export function schemaAt(schema: Schema, keyword: string): Schema | undefined {
  const value = schema[keyword];
  return isJsonObject(value) ? value : undefined;
}

/** Properties with their schemas, in source order. */
export function propertiesOf(schema: Schema): readonly (readonly [string, Schema])[] {
  return Object.entries(schemaAt(schema, "properties") ?? {}).map(([name, value]) => [
    name,
    isJsonObject(value) ? value : {},
  ]);
}

/** The text of a keyword, where it is one. */
export function textAt(schema: Schema, keyword: string): string | undefined {
  const value = schema[keyword];
  return typeof value === "string" ? value : undefined;
}

/** The strings of a keyword that is a list of strings; undefined for anything else. */
export function textsAt(schema: Schema, keyword: string): readonly string[] | undefined {
  const value = schema[keyword];
  if (!Array.isArray(value)) return undefined;
  const texts = value.filter((one): one is string => typeof one === "string");
  return texts.length === value.length ? texts : undefined;
}

/** Whether the schema is that of an object with properties. */
export function isStruct(schema: Schema): boolean {
  if (textAt(schema, "type") !== "object") return false;
  // Objects can have thousands of properties, and are asked often.
  for (const _ in schemaAt(schema, "properties")) return true;
  return false;
}

/** The schema without some of its keywords. */
export function without(schema: Schema, keywords: ReadonlySet<string>): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => !keywords.has(keyword)));
}

/** The keywords of JSONSchemaProps that a CustomResourceDefinition can have. */
const known: ReadonlySet<string> = new Set([
  "additionalProperties",
  "allOf",
  "anyOf",
  "default",
  "description",
  "enum",
  "example",
  "exclusiveMaximum",
  "exclusiveMinimum",
  "externalDocs",
  "format",
  "items",
  "maxItems",
  "maxLength",
  "maxProperties",
  "maximum",
  "minItems",
  "minLength",
  "minProperties",
  "minimum",
  "multipleOf",
  "not",
  "nullable",
  "oneOf",
  "pattern",
  "properties",
  "required",
  "title",
  "type",
  "uniqueItems",
  "x-kubernetes-embedded-resource",
  "x-kubernetes-int-or-string",
  "x-kubernetes-list-map-keys",
  "x-kubernetes-list-type",
  "x-kubernetes-map-type",
  "x-kubernetes-preserve-unknown-fields",
  "x-kubernetes-validations",
]);

/** The schema without keywords that Kubernetes does not have, and drops. */
export function withoutUnknown(schema: Schema): Schema {
  let changed = false;
  const entries = Object.entries(schema).flatMap(([keyword, value]) => {
    if (!known.has(keyword)) {
      changed = true;
      return [];
    }
    const next = data.has(keyword) ? value : knownPart(keyword, value);
    changed ||= next !== value;
    return [[keyword, next] as const];
  });
  return changed ? Object.fromEntries(entries) : schema;
}

function knownPart(keyword: string, value: JsonValue): JsonValue {
  if (keyword === "properties" && isJsonObject(value)) {
    const entries = Object.entries(value).map(([name, one]): readonly [string, JsonValue] => [
      name,
      isJsonObject(one) ? withoutUnknown(one) : one,
    ]);
    return entries.some(([name, one]) => one !== value[name]) ? Object.fromEntries(entries) : value;
  }
  if (keyword === "items" || keyword === "additionalProperties" || keyword === "not") {
    return isJsonObject(value) ? withoutUnknown(value) : value;
  }
  if (Array.isArray(value) && ["allOf", "anyOf", "oneOf"].includes(keyword)) {
    const list: readonly JsonValue[] = value;
    const parts = list.map((one) => (isJsonObject(one) ? withoutUnknown(one) : one));
    return parts.some((one, index) => one !== list[index]) ? parts : value;
  }
  return value;
}
