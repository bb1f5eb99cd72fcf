import type { JSONSchemaProps, ValidationRule } from "../../apis/apiextensions.k8s.io/v1/schema.js";

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
  return Array.isArray(list) ? list.map((item) => schemaOf(item) ?? {}) : [];
}

/** Name and value of the members of an object. */
export function entries(value: unknown): readonly [string, JSONSchemaProps][] {
  if (!isRecord(value)) return [];
  return Object.entries(value).map(([name, props]) => [name, schemaOf(props) ?? {}]);
}

/** The rules of a schema. */
export function rulesOf(props: JSONSchemaProps): readonly ValidationRule[] {
  const rules: unknown = props["x-kubernetes-validations"];
  return Array.isArray(rules) ? rules.filter(isRecord).map((rule) => ({ rule: "", ...rule })) : [];
}

/** A list of strings. */
export function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

/** A string; `""` for anything else. */
export function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** A schema, or undefined for anything else. */
export function schemaOf(value: unknown): JSONSchemaProps | undefined {
  return isRecord(value) ? value : undefined;
}

/** What a Go struct does not tell from an absent member. */
export function isZero(value: unknown): boolean {
  if (value === undefined || value === null || value === "" || value === false) return true;
  return Array.isArray(value) && value.length === 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
