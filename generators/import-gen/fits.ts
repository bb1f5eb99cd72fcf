import { isJsonObject, type JsonValue } from "../model/index.js";
import { type Schema, textAt } from "./schema.js";

/** Whether a value is of the type that a schema has. */
export function isOfType(value: JsonValue, schema: Schema): boolean {
  if (schema["x-kubernetes-int-or-string"] === true) {
    return typeof value === "string" || Number.isInteger(value);
  }
  const type = textAt(schema, "type");
  switch (type) {
    case "string":
    case "boolean":
    case "number":
      return typeof value === type;
    case "integer":
      return Number.isInteger(value) || typeof value === "bigint";
    case "array":
      return Array.isArray(value);
    case "object":
      return isJsonObject(value);
    default:
      return true;
  }
}

/** Whether a value and all in it are of the types that a schema says. */
export function fitsSchema(value: JsonValue, schema: Schema): boolean {
  if (value === null) return schema["nullable"] === true;
  if (!isOfType(value, schema)) return false;
  const { enum: values, items, properties, additionalProperties } = schema;
  if (Array.isArray(values) && typeof value !== "object") return values.includes(value);
  if (Array.isArray(value)) {
    return !isJsonObject(items) || value.every((one: JsonValue) => fitsSchema(one, items));
  }
  if (!isJsonObject(value)) return true;
  return Object.entries(value).every(([name, one]) => {
    const own = isJsonObject(properties) ? properties[name] : undefined;
    if (isJsonObject(own)) return fitsSchema(one, own);
    return !isJsonObject(additionalProperties) || fitsSchema(one, additionalProperties);
  });
}
