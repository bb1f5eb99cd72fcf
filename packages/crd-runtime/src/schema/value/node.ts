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
}

/** The logic keywords of a schema. */
export interface Logic {
  readonly anyOf: readonly SchemaNode[];
  readonly oneOf: readonly SchemaNode[];
  readonly allOf: readonly SchemaNode[];
  readonly not: SchemaNode | undefined;
}

/**
 * How the server reads a schema: "objects" for the validation of objects, "defaults" for that of defaults in a definition,
 * which leaves out two steps: int-or-string counts for nothing without its alternatives, and a format is not fitted to the type.
 */
export type Reading = "defaults" | "objects";

/** Makes the tree of a structural schema. */
export function nodeOf(schema: Structural, reading: Reading = "objects"): SchemaNode {
  const { additionalProperties, items } = schema;
  const nested = (child: Structural): SchemaNode => nodeOf(child, reading);
  return {
    ...common({ value: schema.value, types: typesOf(schema, reading), reading }),
    nullable: schema.nullable,
    properties: mapValues(schema.properties, nested),
    additionalProperties:
      typeof additionalProperties === "object"
        ? nested(additionalProperties)
        : additionalProperties === false
          ? false
          : undefined,
    items: items === undefined ? undefined : nested(items),
  };
}

function nestedNodeOf(schema: NestedValueValidation, reading: Reading): SchemaNode {
  const { additionalProperties, items, type } = schema;
  const nested = (child: NestedValueValidation): SchemaNode => nestedNodeOf(child, reading);
  return {
    ...common({ value: schema, types: type === undefined ? [] : [type], reading }),
    nullable: false,
    properties: mapValues(schema.properties, nested),
    additionalProperties:
      additionalProperties === undefined ? undefined : nested(additionalProperties),
    items: items === undefined ? undefined : nested(items),
  };
}

type Common = Omit<SchemaNode, "additionalProperties" | "items" | "nullable" | "properties">;

function common(input: {
  readonly value: ValueValidation;
  readonly types: readonly SchemaType[];
  readonly reading: Reading;
}): Common {
  const { value, types, reading } = input;
  const given = value.format ?? "";
  const format = reading === "defaults" ? given : knownFormat(given, types);
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
    logic: logicOf(value, reading),
  };
}

function logicOf(value: ValueValidation, reading: Reading): Logic | undefined {
  const { anyOf, oneOf, allOf, not } = value;
  if (anyOf.length + oneOf.length + allOf.length === 0 && not === undefined) return undefined;
  const nested = (child: NestedValueValidation): SchemaNode => nestedNodeOf(child, reading);
  return {
    anyOf: anyOf.map(nested),
    oneOf: oneOf.map(nested),
    allOf: allOf.map(nested),
    not: not === undefined ? undefined : nested(not),
  };
}

function typesOf({ intOrString, type }: Structural, reading: Reading): readonly SchemaType[] {
  if (intOrString && reading === "objects") return ["integer", "string"];
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

function mapValues<V, W>(
  map: ReadonlyMap<string, V>,
  change: (value: V) => W,
): ReadonlyMap<string, W> {
  return new Map([...map].map(([name, value]) => [name, change(value)]));
}
