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
 * The structural schema of a struct, for server-side apply and strategic merge: its types and how its lists and maps merge. A
 * struct that holds itself gives a schema that does.
 */
export function structuralOfType(type: GoStruct): Structural {
  return structural(type, new Map());
}

type Made = Map<GoStruct, Structural>;

function structural(type: GoType, made: Made): Structural {
  switch (type.type) {
    case "any":
      return { ...plain, preserveUnknownFields: true };
    case "lazy":
      return structural(type.of(), made);
    case "struct":
      return ofStruct(type, made);
    case "list":
      return {
        ...plain,
        type: "array",
        items: structural(type.of, made),
        listType: type.list?.type ?? "atomic",
        listMapKeys: type.list?.type === "map" ? type.list.keys : [],
      };
    case "map":
      return { ...plain, type: "object", additionalProperties: structural(type.of, made) };
    case "oneOf": {
      const [first] = type.of;
      // What may be a scalar too is deduced from the value.
      return first?.type === "lazy" ? { ...plain, preserveUnknownFields: true } : plain;
    }
    default:
      return { ...plain, type: types[type.type] };
  }
}

function ofStruct(type: GoStruct, made: Made): Structural {
  const known = made.get(type);
  if (known !== undefined) return known;
  const properties = new Map<string, Structural>();
  const schema: Structural = {
    ...plain,
    type: "object",
    description: type.description,
    properties,
    mapType: type.atomic === true ? "atomic" : undefined,
    value: { ...noValidation, required: requiredNames(type.members) },
  };
  made.set(type, schema);
  for (const [name, member] of type.members) {
    const { description } = member;
    const property = structural(member.type, made);
    properties.set(name, description === undefined ? property : { ...property, description });
  }
  return schema;
}

function requiredNames(members: ReadonlyMap<string, GoMember>): readonly string[] {
  return [...members].filter(([, member]) => member.required).map(([name]) => name);
}
