import type { JSONSchemaProps, ValidationRule } from "../../apis/apiextensions.k8s.io/v1/schema.js";

/** Most lists of most schemas: one is enough for all of them. */
export const none: readonly never[] = [];

// Readers of a schema that a client sent: what has the wrong type counts as absent. The server refuses it before it validates.

/** The schemas of the members. */
export function propertiesOf({
  properties,
}: JSONSchemaProps): readonly [string, JSONSchemaProps][] {
  return entries(properties);
}

/** The schema of a member. */
export function propertyOf(props: JSONSchemaProps, name: string): JSONSchemaProps | undefined {
  const { properties } = props;
  return isRecord(properties) && Object.hasOwn(properties, name)
    ? schemaOf(properties[name])
    : undefined;
}

/** The schema of the elements, when there is one for all. */
export function itemsOf({ items }: JSONSchemaProps): JSONSchemaProps | undefined {
  return schemaOf(items);
}

/** The schema of further members. */
export function additionalPropertiesOf(props: JSONSchemaProps): JSONSchemaProps | undefined {
  return schemaOf(props.additionalProperties);
}

/** The schemas of allOf, anyOf or oneOf. */
export function schemasOf(list: unknown): readonly JSONSchemaProps[] {
  return Array.isArray(list) ? list.map((item) => schemaOf(item) ?? {}) : none;
}

/** Name and value of the members of an object. */
export function entries(value: unknown): readonly [string, JSONSchemaProps][] {
  if (!isRecord(value)) return none;
  return Object.keys(value).map((name) => [name, schemaOf(value[name]) ?? {}]);
}

/** The rules of a schema. */
export function rulesOf(props: JSONSchemaProps): readonly ValidationRule[] {
  const rules: unknown = props["x-kubernetes-validations"];
  return Array.isArray(rules)
    ? rules.filter(isRecord).map((rule) => ({ rule: "", ...rule }))
    : none;
}

/** A list of strings. */
export function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : none;
}

/** A string; `""` for anything else. */
export function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** A schema, or undefined for anything else. */
export function schemaOf(value: unknown): JSONSchemaProps | undefined {
  return isRecord(value) ? value : undefined;
}

const flags: ReadonlySet<string> = new Set([
  "exclusiveMaximum",
  "exclusiveMinimum",
  "nullable",
  "uniqueItems",
  "x-kubernetes-embedded-resource",
  "x-kubernetes-int-or-string",
]);
const plainTexts: ReadonlySet<string> = new Set([
  "$schema",
  "description",
  "format",
  "id",
  "pattern",
  "title",
  "type",
]);
const copiedLists: ReadonlySet<string> = new Set(["allOf", "anyOf", "enum", "oneOf"]);

/** Whether a member of the server's type JSONSchemaProps has a value that counts. Empty lists and objects do. */
export function isSet(name: string, value: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (flags.has(name)) return value === true;
  return !plainTexts.has(name) || value !== "";
}

/** Whether a member is there after the conversion to a structural schema, which copies some lists element by element. */
export function isSetInStructural(name: string, value: unknown): boolean {
  return (
    isSet(name, value) && !(copiedLists.has(name) && Array.isArray(value) && value.length === 0)
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
