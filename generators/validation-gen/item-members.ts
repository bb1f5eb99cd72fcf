import type { TypeExpression, TypesById } from "../model/index.js";
import { builtinSchemas } from "../schema/index.js";
import { type Shape, shapeOf } from "./shape.js";

/**
 * What the items of a list hold, by name; undefined where they are no objects. Types of crd-runtime, such as Condition, have no
 * members in the model, and their schemas say what they hold.
 */
export function itemMembers(input: {
  readonly types: TypesById;
  readonly element: TypeExpression;
}): ReadonlyMap<string, Shape["kind"]> | undefined {
  const { types, element } = input;
  const shape = shapeOf({ types, type: element });
  if (shape.kind === "object") {
    return new Map(
      shape.members.map(({ name, type }) => [name, shapeOf({ types, type }).kind] as const),
    );
  }
  if (shape.kind !== "builtin") return undefined;
  const { properties } = builtinSchemas[shape.name];
  return (
    properties && new Map(Object.entries(properties).map(([name, one]) => [name, kindOf(one)]))
  );
}

function kindOf({ type }: { readonly type?: string | undefined }): Shape["kind"] {
  switch (type) {
    case "string":
    case "integer":
    case "boolean":
    case "number":
    case "object":
      return type;
    case "array":
      return "list";
    default:
      return "union";
  }
}
