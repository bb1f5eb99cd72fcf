import { type FormatCheck, stringFormat } from "../formats/index.js";
import type {
  NestedValueValidation,
  SchemaType,
  Structural,
  ValueValidation,
} from "../structural.js";
import { EnumValues } from "./enum-values.js";
import { NumberLimits } from "./number-limits.js";
import { Pattern } from "./pattern.js";

/** What a schema says about a value, ready for checking: the tree that go-openapi's validators make of a schema. */
export interface SchemaNode {
  /** Empty: any. */
  readonly types: readonly SchemaType[];
  readonly nullable: boolean;
  /** As far as the server knows it for the type. */
  readonly format: string;
  readonly formatCheck: FormatCheck | undefined;
  readonly maxLength: number | undefined;
  readonly minLength: number | undefined;
  readonly pattern: Pattern | undefined;
  readonly limits: NumberLimits | undefined;
  readonly maxItems: number | undefined;
  readonly minItems: number | undefined;
  readonly maxProperties: number | undefined;
  readonly minProperties: number | undefined;
  readonly required: readonly string[];
  readonly enumValues: EnumValues | undefined;
  readonly properties: ReadonlyMap<string, SchemaNode>;
  /** False: no other members. */
  readonly additionalProperties: SchemaNode | false | undefined;
  readonly items: SchemaNode | undefined;
  readonly logic: Logic | undefined;
  readonly listMapKeys: readonly string[];
}

/** The logic keywords of a schema. */
export interface Logic {
  readonly anyOf: readonly SchemaNode[];
  readonly oneOf: readonly SchemaNode[];
  readonly allOf: readonly SchemaNode[];
  readonly not: SchemaNode | undefined;
}

/** Makes the tree of a structural schema. */
export function nodeOf(schema: Structural): SchemaNode {
  const { additionalProperties, items } = schema;
  return {
    ...common(schema.value, typesOf(schema)),
    nullable: schema.nullable,
    properties: mapValues(schema.properties, nodeOf),
    additionalProperties:
      typeof additionalProperties === "object"
        ? nodeOf(additionalProperties)
        : additionalProperties === false
          ? false
          : undefined,
    items: items === undefined ? undefined : nodeOf(items),
    listMapKeys: schema.listType === "map" ? schema.listMapKeys : [],
  };
}

function nestedNodeOf(schema: NestedValueValidation): SchemaNode {
  const { additionalProperties, items } = schema;
  return {
    ...common(schema, schema.type === undefined ? [] : [schema.type]),
    nullable: false,
    properties: mapValues(schema.properties, nestedNodeOf),
    additionalProperties:
      additionalProperties === undefined ? undefined : nestedNodeOf(additionalProperties),
    items: items === undefined ? undefined : nestedNodeOf(items),
    listMapKeys: [],
  };
}

type Common = Omit<
  SchemaNode,
  "additionalProperties" | "items" | "listMapKeys" | "nullable" | "properties"
>;

function common(value: ValueValidation, types: readonly SchemaType[]): Common {
  const format = knownFormat(value.format ?? "", types);
  return {
    types,
    format,
    formatCheck: stringFormat(format),
    maxLength: value.maxLength,
    minLength: value.minLength,
    pattern: value.pattern === undefined ? undefined : new Pattern(value.pattern),
    limits: NumberLimits.of({ value, types, format }),
    maxItems: value.maxItems,
    minItems: value.minItems,
    maxProperties: value.maxProperties,
    minProperties: value.minProperties,
    required: value.required,
    enumValues: value.enum === undefined ? undefined : new EnumValues(value.enum),
    logic: logicOf(value),
  };
}

function logicOf({ anyOf, oneOf, allOf, not }: ValueValidation): Logic | undefined {
  if (anyOf.length + oneOf.length + allOf.length === 0 && not === undefined) return undefined;
  return {
    anyOf: anyOf.map(nestedNodeOf),
    oneOf: oneOf.map(nestedNodeOf),
    allOf: allOf.map(nestedNodeOf),
    not: not === undefined ? undefined : nestedNodeOf(not),
  };
}

function typesOf({ intOrString, type }: Structural): readonly SchemaType[] {
  if (intOrString) return ["integer", "string"];
  return type === undefined ? [] : [type];
}

/** The format, where the server knows it for the type; `""` elsewhere. */
function knownFormat(format: string, types: readonly SchemaType[]): string {
  const type = types.length === 1 ? types[0] : undefined;
  switch (type) {
    case undefined:
    case "string":
      return stringFormat(format) === undefined ? "" : format;
    case "integer":
      return format === "int32" || format === "int64" ? format : "";
    case "number":
      return format === "float" || format === "double" ? format : "";
    default:
      return "";
  }
}

function mapValues<V, W>(map: ReadonlyMap<string, V>, change: (value: V) => W): ReadonlyMap<string, W> {
  return new Map([...map].map(([name, value]) => [name, change(value)]));
}
