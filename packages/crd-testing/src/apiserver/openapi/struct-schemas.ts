import type { GoMember, GoStruct, GoType } from "../builtin/types/go-type.js";
import type { JsonObject } from "../object.js";

const meta = "io.k8s.apimachinery.pkg.apis.meta.v1";

/** A schema of a document that is being made. */
export type Schemas = Map<string, JsonObject>;

/** A reference to a schema of the document. */
export function refTo(id: string): JsonObject {
  return { $ref: `#/components/schemas/${id}` };
}

/** Adds the schema of a struct, and of all that it holds, under their names. */
export function addStruct(type: GoStruct, schemas: Schemas): void {
  if (schemas.has(type.id)) return;
  const schema: JsonObject = {};
  schemas.set(type.id, schema);
  if (type.description !== undefined) schema["description"] = type.description;
  schema["type"] = "object";
  const required = [...type.members].filter(([, member]) => member.required);
  if (required.length > 0) schema["required"] = required.map(([name]) => name);
  const properties = [...type.members]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => [name, memberSchema(member, schemas)]);
  if (properties.length > 0) schema["properties"] = Object.fromEntries(properties);
  if (type.atomic === true) schema["x-kubernetes-map-type"] = "atomic";
}

function memberSchema(member: GoMember, schemas: Schemas): JsonObject {
  const { type, description } = member;
  const own = description === undefined ? {} : { description };
  if (type.type !== "struct") {
    const schema = typeSchema(type, schemas);
    // What is always written has its zero value as default, where that is a scalar.
    const isScalar = schema["type"] === "string" && schema["format"] === undefined;
    const zero = member.empty === "write" && isScalar ? { default: "" } : {};
    return "$ref" in schema ? { ...own, allOf: [schema] } : { ...own, ...schema, ...zero };
  }
  addStruct(type, schemas);

  return { ...own, ...(member.pointer ? {} : { default: {} }), allOf: [refTo(type.id)] };
}

function typeSchema(type: GoType, schemas: Schemas): JsonObject {
  switch (type.type) {
    case "string":
      return { type: "string" };
    case "boolean":
      return { type: "boolean" };
    case "bytes":
      return { type: "string", format: "byte" };
    case "int32":
    case "int64":
      return { type: "integer", format: type.type };
    case "float64":
      return { type: "number", format: "double" };
    case "time":
    case "microTime": {
      const id = `${meta}.${type.type === "time" ? "Time" : "MicroTime"}`;
      schemas.set(id, { type: "string", format: "date-time" });
      return refTo(id);
    }
    case "any":
      schemas.set(type.id, type.id.startsWith(meta) ? { type: "object" } : {});
      return refTo(type.id);
    case "oneOf":
      schemas.set(type.id, {});
      return refTo(type.id);
    case "map":
      return {
        type: "object",
        additionalProperties:
          type.of.type === "string"
            ? typeSchema(type.of, schemas)
            : elementSchema(type.of, schemas),
      };
    case "list":
      return {
        type: "array",
        items: elementSchema(type.of, schemas),
        ...(type.list?.type === "map" ? { "x-kubernetes-list-map-keys": type.list.keys } : {}),
        "x-kubernetes-list-type": type.list?.type ?? "atomic",
      };
    case "lazy":
      return typeSchema(type.of(), schemas);
    case "struct":
      addStruct(type, schemas);
      return refTo(type.id);
  }
}

function elementSchema(type: GoType, schemas: Schemas): JsonObject {
  const schema = typeSchema(type, schemas);
  if (type.type === "struct") return { default: {}, allOf: [schema] };
  return type.type === "string" ? { ...schema, default: "" } : schema;
}
