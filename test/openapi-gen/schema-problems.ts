import type { Document } from "./document.js";

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === "string";
const isNumber: Check = (value) => typeof value === "number";
const isSize: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const isFlag: Check = (value) => typeof value === "boolean";
const isTexts: Check = (value) =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every(isText) &&
  new Set(value).size === value.length;
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The keywords of OpenAPI 3.0's Schema Object that have no schemas in them. */
const keywords: Readonly<Record<string, Check>> = {
  title: isText,
  multipleOf: isNumber,
  maximum: isNumber,
  exclusiveMaximum: isFlag,
  minimum: isNumber,
  exclusiveMinimum: isFlag,
  maxLength: isSize,
  minLength: isSize,
  pattern: isText,
  maxItems: isSize,
  minItems: isSize,
  uniqueItems: isFlag,
  maxProperties: isSize,
  minProperties: isSize,
  required: isTexts,
  enum: (value) => Array.isArray(value) && value.length > 0,
  type: (value) =>
    ["array", "boolean", "integer", "number", "object", "string"].includes(String(value)),
  description: isText,
  format: isText,
  default: (value) => value !== undefined,
  nullable: isFlag,
  discriminator: (value) =>
    isObject(value) && isText(value["propertyName"]) && isObject(value["mapping"]),
  example: () => true,
  externalDocs: (value) => isObject(value) && isText(value["url"]),
};

/** Where a document is not what OpenAPI 3.0 says, or does not resolve by itself. */
export function schemaProblems(document: Document): readonly string[] {
  const { schemas } = document.components;
  const problems: string[] = [];
  const visit = (schema: unknown, path: string): void => {
    if (!isObject(schema)) {
      problems.push(`${path}: no schema`);
      return;
    }
    const reference = schema["$ref"];
    if (reference !== undefined) {
      const [, name] = /^#\/components\/schemas\/([\w.-]+)$/.exec(String(reference)) ?? [];
      if (name === undefined || !Object.hasOwn(schemas, name))
        problems.push(`${path}: ${reference}`);
      if (Object.keys(schema).length > 1) problems.push(`${path}: keywords beside $ref`);
      return;
    }
    for (const [key, value] of Object.entries(schema)) {
      const at = `${path}/${key}`;
      if (key.startsWith("x-")) continue;
      if (key === "properties" && isObject(value)) {
        for (const [name, property] of Object.entries(value)) visit(property, `${at}/${name}`);
      } else if (key === "items" || key === "additionalProperties" || key === "not") {
        visit(value, at);
      } else if (["allOf", "anyOf", "oneOf"].includes(key) && Array.isArray(value)) {
        for (const [index, one] of value.entries()) visit(one, `${at}/${index}`);
      } else if (keywords[key]?.(value) !== true) {
        problems.push(`${at}: ${JSON.stringify(value)}`);
      }
    }
    if (schema["type"] === "array" && schema["items"] === undefined)
      problems.push(`${path}: no items`);
  };
  for (const [name, schema] of Object.entries(schemas)) {
    if (!/^[\w.-]+$/.test(name)) problems.push(`${name}: no name of a component`);
    visit(schema, name);
  }
  if (!document.openapi.startsWith("3.0.")) problems.push("openapi");
  if (document.info.title === "" || document.info.version === "") problems.push("info");
  return problems;
}
