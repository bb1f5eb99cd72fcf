import type { JSONSchemaProps } from "./schema.js";

/** The schema of a union of literals, in source order. */
export function enumSchema(values: readonly (string | number | boolean)[]): JSONSchemaProps {
  const kinds = new Set(
    values.map((value) => (Number.isInteger(value) ? "integer" : typeof value)),
  );
  return { ...kindSchema(kinds), enum: values };
}

/** The schema of literals of which there may be more. */
export function openEnumSchema(values: readonly (string | number | boolean)[]): JSONSchemaProps {
  const { enum: _, ...schema } = enumSchema(values);
  return schema;
}

function kindSchema(kinds: ReadonlySet<string>): JSONSchemaProps {
  const [first, second] = [...kinds].sort();
  if (second === undefined) {
    if (first === "string" || first === "boolean" || first === "integer" || first === "number") {
      return { type: first };
    }
  } else if (kinds.size === 2 && first === "integer" && second === "number") {
    return { type: "number" };
  }
  throw new Error(`no type covers the literals ${[...kinds].join(", ")}`);
}

/** The schema with null allowed beside what it allows. */
export function nullableSchema(schema: JSONSchemaProps): JSONSchemaProps {
  const { enum: values, ...rest } = schema;
  if (values === undefined) return { ...schema, nullable: true };
  // The API server refuses null where there is an enum, even one with null in it; branches of allOf it skips for null.
  return { ...rest, nullable: true, allOf: [...(schema.allOf ?? []), { enum: values }] };
}
