import type { TypeSyntax } from "../syntax.js";

/** A type as messages name it; objects without their members. */
export function typeText(type: TypeSyntax): string {
  switch (type.kind) {
    case "keyword":
      return type.name;
    case "name":
      return type.arguments.length === 0
        ? type.name
        : `${type.name}<${type.arguments.map(typeText).join(", ")}>`;
    case "literal":
      return JSON.stringify(type.value);
    case "array":
      return type.element.kind === "union"
        ? `(${typeText(type.element)})[]`
        : `${typeText(type.element)}[]`;
    case "tuple":
      return `[${type.elements.map(typeText).join(", ")}]`;
    case "object":
      return "{ ... }";
    case "union":
      return type.types.map(typeText).join(" | ");
    case "unsupported":
      return type.text;
  }
}
