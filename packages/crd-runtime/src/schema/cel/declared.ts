import type { Structural } from "../structural.js";
import { escapeName } from "./escape-name.js";
import { withResourceMembers } from "./resource-members.js";

/** The schema that values have their type in expressions from. */
export interface Declared {
  readonly schema: Structural;
  readonly as: "resource" | "value";
}

/** From a schema to one in it: to that of a property, or to `items` or `additionalProperties`. */
export type Step = "element" | { readonly property: string };

/** The values of a schema within another; undefined where expressions cannot see them. Follows SchemaDeclType. */
export function declaredAlone(schema: Structural): Declared | undefined {
  return isSeen(schema)
    ? { schema, as: schema.embeddedResource ? "resource" : "value" }
    : undefined;
}

/** The members or elements of declared values; undefined where expressions see none. */
export function declaredBelow(declared: Declared, step: Step): Declared | undefined {
  const { schema, as } = declared;
  if (schema.intOrString) return undefined;
  if (step === "element") {
    const element = elementOf(schema);
    return element === undefined ? undefined : declaredAlone(element);
  }
  if (schema.type !== "object" || elementOf(schema) !== undefined || isUnnamed(step)) {
    return undefined;
  }
  const { properties } = as === "resource" ? withResourceMembers(schema) : schema;
  const property = properties.get(step.property);
  return property === undefined ? undefined : declaredAlone(property);
}

/** Whether a step leads to a property whose name expressions cannot use. */
export function isUnnamed(step: Step): boolean {
  return step !== "element" && escapeName(step.property) === undefined;
}

/** Whether values have a type in expressions: a list or a map has none when its elements have none. */
export function isSeen(schema: Structural): boolean {
  if (schema.intOrString) return true;
  const element = elementOf(schema);
  if (element !== undefined) return isSeen(element);
  return schema.type !== undefined && schema.type !== "array";
}

function elementOf({ type, items, additionalProperties }: Structural): Structural | undefined {
  if (type === "array") return items;
  return type === "object" && typeof additionalProperties === "object"
    ? additionalProperties
    : undefined;
}
