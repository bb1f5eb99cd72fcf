import { didYouMean } from "../diagnostics/index.js";
import { isJsonObject, type JsonValue } from "../model/index.js";
import { largest } from "./size.js";

/** What is wrong with a schema in JSON. */
export interface RawSchemaProblem {
  readonly problem: string;
  readonly hint?: string | undefined;
}

type Shape =
  | "any"
  | "boolean"
  | "number"
  | "string"
  | "strings"
  | "values"
  | "object"
  | "objects"
  | "schema"
  | "schemaOrBoolean"
  | "schemas"
  | "schemasByName";

/** The keys of JSONSchemaProps that a CustomResourceDefinition can have. */
const shapes: Readonly<Record<string, Shape>> = {
  additionalProperties: "schemaOrBoolean",
  allOf: "schemas",
  anyOf: "schemas",
  default: "any",
  description: "string",
  enum: "values",
  example: "any",
  exclusiveMaximum: "boolean",
  exclusiveMinimum: "boolean",
  externalDocs: "object",
  format: "string",
  items: "schema",
  maxItems: "number",
  maxLength: "number",
  maxProperties: "number",
  maximum: "number",
  minItems: "number",
  minLength: "number",
  minProperties: "number",
  minimum: "number",
  multipleOf: "number",
  not: "schema",
  nullable: "boolean",
  oneOf: "schemas",
  pattern: "string",
  properties: "schemasByName",
  required: "strings",
  title: "string",
  type: "string",
  uniqueItems: "boolean",
  "x-kubernetes-embedded-resource": "boolean",
  "x-kubernetes-int-or-string": "boolean",
  "x-kubernetes-list-map-keys": "strings",
  "x-kubernetes-list-type": "string",
  "x-kubernetes-map-type": "string",
  "x-kubernetes-preserve-unknown-fields": "boolean",
  "x-kubernetes-validations": "objects",
};

/** Names the first key whose value has another type than in JSONSchemaProps; null stands for no key. */
export function rawSchemaProblem(
  schema: { readonly [key: string]: JsonValue },
  path = "",
): RawSchemaProblem | undefined {
  if (path.split(".").length > largest.depth) return { problem: "it is nested too deeply" };
  for (const [key, value] of Object.entries(schema)) {
    const at = path === "" ? key : `${path}.${key}`;
    const shape = Object.hasOwn(shapes, key) ? shapes[key] : undefined;
    const found =
      shape === undefined || value === null ? undefined : valueProblem({ at, shape, value });
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The first key that JSONSchemaProps does not have, which the API server leaves out. */
export function unknownKey(schema: {
  readonly [key: string]: JsonValue;
}): RawSchemaProblem | undefined {
  for (const [key, value] of Object.entries(schema)) {
    const shape = Object.hasOwn(shapes, key) ? shapes[key] : undefined;
    if (shape === undefined) {
      const hint = didYouMean({ word: key, candidates: Object.keys(shapes) });
      return { problem: `the API server knows no key '${key}'`, hint };
    }
    const found = schemasIn({ shape, value })
      .map(unknownKey)
      .find((one) => one !== undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

function schemasIn(input: {
  readonly shape: Shape;
  readonly value: JsonValue;
}): readonly { readonly [key: string]: JsonValue }[] {
  const { shape, value } = input;
  if (shape === "schema" || shape === "schemaOrBoolean") return isJsonObject(value) ? [value] : [];
  if (shape === "schemasByName") {
    return isJsonObject(value) ? Object.values(value).filter((one) => isJsonObject(one)) : [];
  }
  const list: readonly JsonValue[] = shape === "schemas" && Array.isArray(value) ? value : [];
  return list.filter((one) => isJsonObject(one));
}

function valueProblem(input: {
  readonly at: string;
  readonly shape: Shape;
  readonly value: JsonValue;
}): RawSchemaProblem | undefined {
  const { at, shape, value } = input;
  if (shape === "any") return undefined;
  if (shape === "boolean" || shape === "number" || shape === "string") {
    return typeof value === shape || (shape === "number" && isInteger(value))
      ? undefined
      : { problem: `'${at}' is a ${shape}` };
  }
  if (shape === "object") return isJsonObject(value) ? undefined : noObject(at);
  if (shape === "schemaOrBoolean" && typeof value === "boolean") return undefined;
  if (shape === "schema" || shape === "schemaOrBoolean") {
    return isJsonObject(value) ? rawSchemaProblem(value, at) : noObject(at);
  }
  if (shape === "schemasByName") {
    return isJsonObject(value) ? first(Object.entries(value), at) : noObject(at);
  }
  if (!Array.isArray(value)) return { problem: `'${at}' is a list` };
  const list: readonly JsonValue[] = value;
  if (shape === "values") return undefined;
  if (shape === "strings") {
    const isText = list.every((one) => typeof one === "string");
    return isText ? undefined : { problem: `'${at}' is a list of strings` };
  }
  if (!list.every((one) => isJsonObject(one))) return { problem: `'${at}' is a list of objects` };
  return shape === "schemas"
    ? first(
        list.map((one, index) => [String(index), one]),
        at,
      )
    : undefined;
}

/** An integer that was read exactly, since a number would change it. */
function isInteger(value: unknown): boolean {
  return typeof value === "bigint";
}

function first(
  entries: readonly (readonly [string, JsonValue])[],
  path: string,
): RawSchemaProblem | undefined {
  for (const [name, schema] of entries) {
    const at = `${path}.${name}`;
    if (schema === null) continue;
    const found = isJsonObject(schema) ? rawSchemaProblem(schema, at) : noObject(at);
    if (found !== undefined) return found;
  }
  return undefined;
}

function noObject(at: string): RawSchemaProblem {
  return { problem: `'${at}' is an object` };
}
