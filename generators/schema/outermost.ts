import { type TypeId, type TypesById, typeById } from "../model/index.js";
import { anyValue, type JSONSchemaProps } from "./schema.js";

/** The outermost type of a declared type, anything inside. */
export function outermost(types: TypesById, id: TypeId): JSONSchemaProps {
  const seen = new Set<TypeId>();
  let { declaration } = typeById(types, id);
  while (declaration.kind === "alias") {
    const { type } = declaration;
    if (type.kind === "array" || type.kind === "tuple") return { type: "array", items: anyValue };
    if (type.kind !== "reference") {
      const object =
        type.kind === "map" ||
        type.kind === "object" ||
        (type.kind === "union" && type.form === "discriminated");
      return object ? { type: "object", ...anyValue } : anyValue;
    }
    if (seen.has(type.id)) return anyValue;
    seen.add(type.id);
    declaration = typeById(types, type.id).declaration;
  }
  return { type: "object", ...anyValue };
}
