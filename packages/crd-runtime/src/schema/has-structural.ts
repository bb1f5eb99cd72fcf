import type { Structural } from "./structural.js";

/** Whether a test holds for a schema, or for one below it. */
export function hasStructural(schema: Structural, test: (schema: Structural) => boolean): boolean {
  const { additionalProperties, items, properties } = schema;
  if (test(schema)) return true;
  if (items !== undefined && hasStructural(items, test)) return true;
  if (typeof additionalProperties === "object" && hasStructural(additionalProperties, test)) {
    return true;
  }
  for (const property of properties.values()) {
    if (hasStructural(property, test)) return true;
  }
  return false;
}
