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

/** The schemas in a schema for which a test holds, and those that they are in: all that a walk to them has to visit. */
export function structuralsOnTheWay(
  schema: Structural,
  test: (schema: Structural) => boolean,
): ReadonlySet<Structural> {
  const found = new Set<Structural>();
  const visit = (at: Structural): boolean => {
    const { additionalProperties, items } = at;
    let holds = test(at);
    if (items !== undefined && visit(items)) holds = true;
    if (typeof additionalProperties === "object" && visit(additionalProperties)) holds = true;
    for (const property of at.properties.values()) {
      if (visit(property)) holds = true;
    }
    if (holds) found.add(at);
    return holds;
  };
  visit(schema);
  return found;
}
