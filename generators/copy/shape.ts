import { builtins, type TypeExpression, type TypesById, typeById } from "../model/index.js";

/**
 * How a value is copied: as it is, as fresh arrays and maps of values, or by a function. The same
 * three that `ExactMembers` of crd-runtime finds in the TypeScript type, with its limit of depth.
 */
export type Shape = "value" | "container" | "nested";

const maxDepth = 5;

export function shapeOf(input: {
  readonly type: TypeExpression;
  readonly types: TypesById;
  readonly depth?: number;
}): Shape {
  const { type, types, depth = 0 } = input;
  switch (type.kind) {
    case "string":
    case "boolean":
    case "number":
    case "enum":
      return "value";
    case "builtin":
      return builtins[type.name].copy === "value" ? "value" : "nested";
    case "nullable":
      return shapeOf({ type: type.type, types, depth });
    case "reference": {
      const { declaration } = typeById(types, type.id);
      if (declaration.kind === "interface") return "nested";
      return shapeOf({ type: declaration.type, types, depth });
    }
    case "array":
      return inContainer({ type: type.element, types, depth });
    case "tuple":
      return type.elements.some(
        (element) => inContainer({ type: element, types, depth }) === "nested",
      )
        ? "nested"
        : "container";
    case "map":
      return inContainer({ type: type.value, types, depth });
    case "object":
      return "nested";
    case "union":
      if (type.form === "discriminated") return "nested";
      if (type.form === "orBoolean") return shapeOf({ type: type.type, types, depth });
      return inContainer({ type: type.type, types, depth });
  }
}

function inContainer(input: {
  readonly type: TypeExpression;
  readonly types: TypesById;
  readonly depth: number;
}): Shape {
  const { type, types, depth } = input;
  if (depth === maxDepth) return "nested";
  const inside = shapeOf({ type, types, depth: depth + 1 });
  return inside === "nested" ? "nested" : "container";
}
