import type { JSONSchemaProps, ValidationRule } from "../apis/apiextensions.k8s.io/v1/schema.js";
import type {
  NestedValueValidation,
  SchemaType,
  Structural,
  ValueValidation,
} from "./structural.js";

const types: ReadonlySet<string> = new Set<SchemaType>([
  "array",
  "boolean",
  "integer",
  "number",
  "object",
  "string",
]);
const listTypes: ReadonlySet<string> = new Set(["atomic", "map", "set"]);
const mapTypes: ReadonlySet<string> = new Set(["atomic", "granular"]);

/**
 * The structural schema of an OpenAPI schema, without any check: for schemas that are known to be valid, such as those of
 * definitions that a server serves. What a structural schema cannot hold is left out. `structuralFrom` checks, too.
 *
 * Follows schema.NewStructural of apiextensions-apiserver.
 */
export function structuralOf(props: JSONSchemaProps): Structural {
  const { additionalProperties, items } = props;
  return {
    type: typeOf(props),
    title: props.title,
    description: props.description,
    ...(hasDefault(props) ? { default: props.default } : {}),
    nullable: props.nullable === true,
    properties: mapped(props.properties, structuralOf),
    additionalProperties:
      isSchema(additionalProperties) && typeof additionalProperties === "object"
        ? structuralOf(additionalProperties)
        : typeof additionalProperties === "boolean"
          ? additionalProperties
          : undefined,
    items: isSchema(items) ? structuralOf(items) : undefined,
    preserveUnknownFields: props["x-kubernetes-preserve-unknown-fields"] === true,
    embeddedResource: props["x-kubernetes-embedded-resource"] === true,
    intOrString: props["x-kubernetes-int-or-string"] === true,
    listType: oneOf(props["x-kubernetes-list-type"], listTypes),
    listMapKeys: list(props["x-kubernetes-list-map-keys"]),
    mapType: oneOf(props["x-kubernetes-map-type"], mapTypes),
    validations: rules(props),
    value: valueValidation(props),
  };
}

/** Whether a schema has a default; null is none, as in the server. */
export function hasDefault(props: JSONSchemaProps): boolean {
  return props.default !== undefined && props.default !== null;
}

function nestedValueValidation(props: JSONSchemaProps): NestedValueValidation {
  const { additionalProperties, items } = props;
  return {
    ...valueValidation(props),
    type: typeOf(props),
    properties: mapped(props.properties, nestedValueValidation),
    additionalProperties:
      isSchema(additionalProperties) && typeof additionalProperties === "object"
        ? nestedValueValidation(additionalProperties)
        : undefined,
    items: isSchema(items) ? nestedValueValidation(items) : undefined,
    validations: rules(props),
  };
}

function valueValidation(props: JSONSchemaProps): ValueValidation {
  return {
    format: nonEmpty(props.format),
    maximum: numeric(props.maximum),
    exclusiveMaximum: props.exclusiveMaximum === true,
    minimum: numeric(props.minimum),
    exclusiveMinimum: props.exclusiveMinimum === true,
    maxLength: numeric(props.maxLength),
    minLength: numeric(props.minLength),
    pattern: nonEmpty(props.pattern),
    maxItems: numeric(props.maxItems),
    minItems: numeric(props.minItems),
    multipleOf: numeric(props.multipleOf),
    maxProperties: numeric(props.maxProperties),
    minProperties: numeric(props.minProperties),
    required: list(props.required),
    enum: list(props.enum).length > 0 ? props.enum : undefined,
    allOf: list(props.allOf).map(nestedValueValidation),
    anyOf: list(props.anyOf).map(nestedValueValidation),
    oneOf: list(props.oneOf).map(nestedValueValidation),
    not: isSchema(props.not) ? nestedValueValidation(props.not) : undefined,
  };
}

function typeOf({ type }: JSONSchemaProps): SchemaType | undefined {
  return isType(type) ? type : undefined;
}

function isType(type: string | undefined): type is SchemaType {
  return type !== undefined && types.has(type);
}

function rules(props: JSONSchemaProps): readonly ValidationRule[] {
  return list(props["x-kubernetes-validations"]);
}

function mapped<T>(
  properties: Readonly<Record<string, JSONSchemaProps>> | undefined,
  make: (props: JSONSchemaProps) => T,
): ReadonlyMap<string, T> {
  if (!isSchema(properties)) return new Map();
  return new Map(
    Object.entries(properties)
      .filter(([, props]) => isSchema(props))
      .map(([name, props]) => [name, make(props)]),
  );
}

/** An object at all: what a client sends may be anything. */
function isSchema<T>(value: T | readonly T[] | undefined): value is T & object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function list<T>(value: readonly T[] | undefined): readonly T[] {
  return Array.isArray(value) ? value : [];
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === "" ? undefined : text;
}

function numeric(value: bigint | number | undefined): number | undefined {
  return value === undefined || value === null ? undefined : Number(value);
}

function oneOf<T extends string>(value: T | undefined, known: ReadonlySet<string>): T | undefined {
  return value !== undefined && known.has(value) ? value : undefined;
}
