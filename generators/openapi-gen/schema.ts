import { isJsonObject, type JsonValue } from "../model/index.js";

/** A schema object of OpenAPI v3.0, or a reference to one. */
export type Schema = { readonly [key: string]: JsonValue };

/** A reference to a schema of the same document. */
export function refTo(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` };
}

/** The schema with further keywords. Beside a `$ref` nothing is read, so that one moves into `allOf`, as in kube-openapi. */
export function withFacts(input: { readonly schema: Schema; readonly facts: Schema }): Schema {
  const { schema, facts } = input;
  if (Object.keys(facts).length === 0) return schema;
  // What is there is not said again: a reference has one type, and no other beside it.
  if (schema["$ref"] === undefined || facts["type"] !== undefined) {
    const { $ref: _, ...rest } = schema;
    return { ...rest, ...facts };
  }
  return { allOf: [schema], ...facts };
}

/** The schema with null allowed beside what it allows; among values of an enum it has to be one of them. */
export function nullable(schema: Schema): Schema {
  const values = schema["enum"];
  const facts = {
    ...(Array.isArray(values) && !values.includes(null) && { enum: [...values, null] }),
    nullable: true,
  };
  return withFacts({ schema, facts });
}

/** The schema of a union of literals, in source order. */
export function enumSchema(values: readonly (string | number | boolean)[]): Schema {
  const types = new Set(
    values.map((value) => (Number.isInteger(value) ? "integer" : typeof value)),
  );
  // Whole numbers and fractions; other mixtures are no API types.
  const [type = "string"] = types.size === 1 ? types : ["number"];
  return { type, enum: values };
}

/** Objects as one, as of an interface and what it extends: of properties of one name the last counts. */
export function mergedObjects(schemas: readonly Schema[]): Schema {
  const entries = schemas.flatMap((schema) => Object.entries(schema));
  const { description: _, ...rest } = Object.fromEntries(entries);
  const properties = schemas.flatMap(({ properties: own }) =>
    isJsonObject(own) ? Object.entries(own) : [],
  );
  const required = schemas.flatMap(({ required: own }) => own ?? []);
  return {
    ...rest,
    ...(properties.length > 0 && { properties: Object.fromEntries(properties) }),
    ...(required.length > 0 && { required: [...new Set(required)] }),
  };
}

/** The value with the keys of all objects in it sorted, as Go writes maps. */
export function sortedKeys(value: JsonValue): JsonValue {
  if (typeof value !== "object" || value === null) return value;
  if (isList(value)) return value.map(sortedKeys);
  return Object.fromEntries(
    Object.entries(value)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, inner]) => [key, sortedKeys(inner)]),
  );
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
