import type { DefinitionInput } from "crd-runtime/schema";
import { exactJson, isJsonObject, type JsonValue } from "../model/index.js";

/** `apiextensions.k8s.io/v1` CustomResourceDefinition. */
export type CustomResourceDefinition = DefinitionInput["definition"];

export type DefinitionVersion = CustomResourceDefinition["spec"]["versions"][number];

/** JSONSchemaProps. */
export type Schema = NonNullable<NonNullable<DefinitionVersion["schema"]>["openAPIV3Schema"]>;

export type JsonObject = { readonly [key: string]: JsonValue };

/** The schema of a member; that of any value where the schema does not say. */
export function memberSchema(schema: Schema | undefined, name: string): Schema | undefined {
  const { properties = {}, additionalProperties } = schema ?? {};
  if (Object.hasOwn(properties, name)) return properties[name];
  return typeof additionalProperties === "object" ? additionalProperties : undefined;
}

/** The schema of the items of a list. */
export function itemSchema(schema: Schema | undefined): Schema | undefined {
  const items = schema?.items;
  return Array.isArray(items) ? items[0] : items;
}

/** A schema and all that it says of the same value in allOf, anyOf and oneOf. */
export function facets(schema: Schema): readonly Schema[] {
  const { allOf = [], anyOf = [], oneOf = [] } = schema;
  return [schema, ...[...allOf, ...anyOf, ...oneOf].flatMap(facets)];
}

/** Whether two JSON values are the same. */
export function isSame(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  return left === right || exactJson(left) === exactJson(right);
}

/** A member of an object's own. */
export function memberOf(value: JsonValue | undefined, name: string): JsonValue | undefined {
  return isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}
