import {
  allMembers,
  type BuiltinName,
  type Member,
  resolveAliases,
  type TypeExpression,
  type TypesById,
} from "../model/index.js";

/** What a rule needs to know of the values of a type; null and aliases are left out. */
export type Shape =
  | { readonly kind: "string" }
  | { readonly kind: "integer"; readonly bits: 32 | 64 }
  | { readonly kind: "number" }
  | { readonly kind: "boolean" }
  /** Literals that are no strings among them. */
  | { readonly kind: "literals" }
  | { readonly kind: "list"; readonly element: TypeExpression }
  | { readonly kind: "tuple" }
  | { readonly kind: "map"; readonly value: TypeExpression }
  | { readonly kind: "object"; readonly members: readonly Member[] }
  | { readonly kind: "union" }
  | { readonly kind: "builtin"; readonly name: BuiltinName };

export function isNullable(input: {
  readonly types: TypesById;
  readonly type: TypeExpression;
}): boolean {
  return resolveAliases(input.types, input.type).kind === "nullable";
}

export function shapeOf(input: {
  readonly types: TypesById;
  readonly type: TypeExpression;
}): Shape {
  const { types } = input;
  const type = resolveAliases(types, input.type);
  switch (type.kind) {
    case "nullable":
      return shapeOf({ types, type: type.type });
    case "string":
    case "boolean":
    case "number":
    case "tuple":
    case "union":
      return { kind: type.kind };
    case "enum":
      return {
        kind: type.values.every((value) => typeof value === "string") ? "string" : "literals",
      };
    case "array":
      return { kind: "list", element: type.element };
    case "map":
      return { kind: "map", value: type.value };
    case "object":
      return { kind: "object", members: type.members };
    case "reference": {
      const declared = types.get(type.id);
      return { kind: "object", members: declared === undefined ? [] : allMembers(types, declared) };
    }
    case "builtin":
      return builtinShape(type.name);
  }
}

/** `a string`, for messages. */
export function describe(shape: Shape): string {
  switch (shape.kind) {
    case "integer":
    case "object":
      return `an ${shape.kind}`;
    case "literals":
      return "a union of literals";
    case "builtin":
      return `${/^[AEIO]/.test(shape.name) ? "an" : "a"} ${shape.name}`;
    default:
      return `a ${shape.kind}`;
  }
}

function builtinShape(name: BuiltinName): Shape {
  switch (name) {
    case "int32":
      return { kind: "integer", bits: 32 };
    case "integer":
    case "int64":
      return { kind: "integer", bits: 64 };
    case "float":
    case "double":
      return { kind: "number" };
    default:
      return { kind: "builtin", name };
  }
}
