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

/**
 * What a schema says about a value, ready for checking: the tree that go-openapi's validators make of a schema. It grows as
 * it is walked, as most values have few of the members that they might have.
 */
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
  readonly logic: Logic | undefined;
  readonly below: NodesBelow;
}

/** What a schema says about members and items. */
export interface NodesBelow {
  property(name: string): SchemaNode | undefined;
  /** False: no other members. */
  readonly additionalProperties: SchemaNode | false | undefined;
  readonly items: SchemaNode | undefined;
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
  return {
    ...common({ value: schema.value, types: typesOf(schema, reading), reading }),
    nullable: schema.nullable,
    below: new Below({ schema, nodeOf: (child) => nodeOf(child, reading) }),
  };
}

function nestedNodeOf(schema: NestedValueValidation, reading: Reading): SchemaNode {
  const { type } = schema;
  return {
    ...common({ value: schema, types: type === undefined ? [] : [type], reading }),
    nullable: false,
    below: new Below({ schema, nodeOf: (child) => nestedNodeOf(child, reading) }),
  };
}

interface Parent<S> {
  readonly properties: ReadonlyMap<string, S>;
  readonly additionalProperties: S | boolean | undefined;
  readonly items: S | undefined;
}

/** Nodes that are made when they are first asked for. */
class Below<S extends object> implements NodesBelow {
  readonly #schema: Parent<S>;
  readonly #nodeOf: (schema: S) => SchemaNode;
  #properties: Map<string, SchemaNode> | undefined;
  #additionalProperties: SchemaNode | undefined;
  #items: SchemaNode | undefined;

  constructor(input: { readonly schema: Parent<S>; readonly nodeOf: (schema: S) => SchemaNode }) {
    this.#schema = input.schema;
    this.#nodeOf = input.nodeOf;
  }

  property(name: string): SchemaNode | undefined {
    const known = this.#properties?.get(name);
    if (known !== undefined) return known;
    const schema = this.#schema.properties.get(name);
    if (schema === undefined) return undefined;
    const node = this.#nodeOf(schema);
    this.#properties ??= new Map();
    this.#properties.set(name, node);
    return node;
  }

  get additionalProperties(): SchemaNode | false | undefined {
    const schema = this.#schema.additionalProperties;
    if (typeof schema !== "object") return schema === false ? false : undefined;
    this.#additionalProperties ??= this.#nodeOf(schema);
    return this.#additionalProperties;
  }

  get items(): SchemaNode | undefined {
    const schema = this.#schema.items;
    if (schema !== undefined) this.#items ??= this.#nodeOf(schema);
    return this.#items;
  }
}

function common(input: {
  readonly value: ValueValidation;
  readonly types: readonly SchemaType[];
  readonly reading: Reading;
}): Omit<SchemaNode, "below" | "nullable"> {
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
