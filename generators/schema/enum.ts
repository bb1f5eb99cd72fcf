import { compareUtf8, goJson } from "crd-runtime/schema";
import type { JSONSchemaProps } from "./schema.js";

/** The schema of a union of literals, in source order. */
export function enumSchema(values: readonly (string | number | boolean)[]): JSONSchemaProps {
  const kinds = new Set(
    values.map((value) => (Number.isInteger(value) ? "integer" : typeof value)),
  );
  return { ...kindSchema(kinds), enum: values };
}

/** The schema with its values sorted as controller-gen sorts those of `+k8s:enum`: constants in Go have no order of their own. */
export function sortedEnum(schema: JSONSchemaProps): JSONSchemaProps {
  if (schema.enum === undefined) return schema;
  const sorted = schema.enum.toSorted((a, b) => compareUtf8(goJson(a), goJson(b)));
  return { ...schema, enum: sorted };
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
