import type { SchemaType, Structural, ValueValidation } from "crd-runtime/schema";
import type { GoMember, GoStruct, GoType } from "./go-type.js";

const noValidation: ValueValidation = {
  format: undefined,
  maximum: undefined,
  exclusiveMaximum: false,
  minimum: undefined,
  exclusiveMinimum: false,
  maxLength: undefined,
  minLength: undefined,
  pattern: undefined,
  maxItems: undefined,
  minItems: undefined,
  multipleOf: undefined,
  maxProperties: undefined,
  minProperties: undefined,
  required: [],
  enum: undefined,
  allOf: [],
  anyOf: [],
  oneOf: [],
  not: undefined,
};

const plain: Structural = {
  type: undefined,
  title: undefined,
  description: undefined,
  nullable: false,
  properties: new Map(),
  additionalProperties: undefined,
  items: undefined,
  preserveUnknownFields: false,
  embeddedResource: false,
  intOrString: false,
  listType: undefined,
  listMapKeys: [],
  mapType: undefined,
  validations: [],
  value: noValidation,
};

const types: Readonly<Record<string, SchemaType>> = {
  boolean: "boolean",
  bytes: "string",
  float64: "number",
  int32: "integer",
  int64: "integer",
  microTime: "string",
  string: "string",
  time: "string",
};

/**
 * The structural schema of a struct, for server-side apply and strategic merge: its types and how its lists and maps merge.
 * Where a struct holds itself the schema ends: the one that does, JSONSchemaProps, is in an atomic list, which merges as one.
 */
export function structuralOfType(type: GoStruct): Structural {
  return ofStruct(type);
}

function structural(type: GoType): Structural {
  switch (type.type) {
    case "any":
      return { ...plain, preserveUnknownFields: true };
    case "lazy":
      return { ...plain, type: "object", preserveUnknownFields: true };
    case "struct":
      return ofStruct(type);
    case "list":
      return {
        ...plain,
        type: "array",
        items: structural(type.of),
        listType: type.list?.type ?? "atomic",
        listMapKeys: type.list?.type === "map" ? type.list.keys : [],
      };
    case "map":
      return { ...plain, type: "object", additionalProperties: structural(type.of) };
    case "oneOf": {
      const [first] = type.of;
      // What may be a scalar too is deduced from the value.
      return first?.type === "lazy" ? { ...plain, preserveUnknownFields: true } : plain;
    }
    default:
      return { ...plain, type: types[type.type] };
  }
}

function ofStruct(type: GoStruct): Structural {
  const properties = new Map<string, Structural>();
  for (const [name, member] of type.members) {
    const { description } = member;
    const property = structural(member.type);
    properties.set(name, description === undefined ? property : { ...property, description });
  }
  return {
    ...plain,
    type: "object",
    description: type.description,
    properties,
    mapType: type.atomic === true ? "atomic" : undefined,
    value: { ...noValidation, required: requiredNames(type.members) },
  };
}

function requiredNames(members: ReadonlyMap<string, GoMember>): readonly string[] {
  return [...members].filter(([, member]) => member.required).map(([name]) => name);
}
