import { builtins, type TypeExpression } from "../model/index.js";
import { type Declarations, lookUp } from "./declarations.js";

/**
 * How a value is copied: as it is, as fresh arrays and maps of values, or by a function. The same
 * three that `ExactMembers` of crd-runtime finds in the TypeScript type, with its limit of depth.
 */
export type Shape = "value" | "container" | "nested";

const maxDepth = 5;

export function shapeOf(input: {
  readonly type: TypeExpression;
  readonly declarations: Declarations;
  readonly depth?: number;
}): Shape {
  const { type, declarations, depth = 0 } = input;
  switch (type.kind) {
    case "string":
    case "boolean":
    case "number":
    case "enum":
      return "value";
    case "builtin":
      return builtins[type.name].copy === "value" ? "value" : "nested";
    case "nullable":
      return shapeOf({ type: type.type, declarations, depth });
    case "reference": {
      const { declaration } = lookUp({ declarations, id: type.id }).type;
      if (declaration.kind === "interface") return "nested";
      return shapeOf({ type: declaration.type, declarations, depth });
    }
    case "array":
      return inContainer({ type: type.element, declarations, depth });
    case "map":
      return inContainer({ type: type.value, declarations, depth });
    case "object":
      return "nested";
    case "union":
      if (type.form === "discriminated") return "nested";
      if (type.form === "orBoolean") return shapeOf({ type: type.type, declarations, depth });
      return inContainer({ type: type.type, declarations, depth });
  }
}

function inContainer(input: {
  readonly type: TypeExpression;
  readonly declarations: Declarations;
  readonly depth: number;
}): Shape {
  const { type, declarations, depth } = input;
  if (depth === maxDepth) return "nested";
  const inside = shapeOf({ type, declarations, depth: depth + 1 });
  return inside === "nested" ? "nested" : "container";
}
