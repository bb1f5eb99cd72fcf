import type { JSONSchemaProps } from "../apis/apiextensions.k8s.io/v1/schema.js";
import {
  additionalPropertiesOf,
  itemsOf,
  none,
  propertiesOf,
  rulesOf,
  schemaOf,
  schemasOf,
  text,
  texts,
} from "./openapi/props.js";
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
const noProperties: ReadonlyMap<string, never> = new Map<string, never>();
const listTypes: ReadonlySet<string> = new Set(["atomic", "map", "set"]);
const mapTypes: ReadonlySet<string> = new Set(["atomic", "granular"]);

/**
 * The structural schema of an OpenAPI schema, without any check: for schemas that are known to be valid, such as those of
 * definitions that a server serves. What a structural schema cannot hold is left out. `structuralFrom` checks, too.
 *
 * Follows schema.NewStructural of apiextensions-apiserver.
 */
export function structuralOf(props: JSONSchemaProps): Structural {
  return structural({ props, nested: structuralOf });
}

/** `structuralOf` that remembers: for whoever looks at parts of a schema, too, or at many schemas that have parts in common. */
export class Structurals {
  readonly #known = new WeakMap<JSONSchemaProps, Structural>();

  /** The structural schema of an OpenAPI schema that nobody changes. */
  of(props: JSONSchemaProps): Structural {
    const known = this.#known.get(props);
    if (known !== undefined) return known;
    const made = structural({ props, nested: (below) => this.of(below) });
    this.#known.set(props, made);
    return made;
  }
}

function structural(input: {
  readonly props: JSONSchemaProps;
  readonly nested: (props: JSONSchemaProps) => Structural;
}): Structural {
  const { props, nested } = input;
  const additional = additionalPropertiesOf(props);
  const items = itemsOf(props);
  return {
    type: typeOf(props),
    title: nonEmpty(props.title),
    description: nonEmpty(props.description),
    default: hasDefault(props) ? props.default : undefined,
    nullable: props.nullable === true,
    properties: mapped(props, nested),
    additionalProperties:
      additional === undefined ? flag(props.additionalProperties) : nested(additional),
    items: items === undefined ? undefined : nested(items),
    preserveUnknownFields: props["x-kubernetes-preserve-unknown-fields"] === true,
    embeddedResource: props["x-kubernetes-embedded-resource"] === true,
    intOrString: props["x-kubernetes-int-or-string"] === true,
    listType: oneOf(props["x-kubernetes-list-type"], listTypes),
    listMapKeys: texts(props["x-kubernetes-list-map-keys"]),
    mapType: oneOf(props["x-kubernetes-map-type"], mapTypes),
    validations: rulesOf(props),
    value: valueValidation(props),
  };
}

/** Whether a schema has a default; null is none, as in the server. */
export function hasDefault(props: JSONSchemaProps): boolean {
  return props.default !== undefined && props.default !== null;
}

function nestedValueValidation(props: JSONSchemaProps): NestedValueValidation {
  const additional = additionalPropertiesOf(props);
  const items = itemsOf(props);
  return {
    ...valueValidation(props),
    type: typeOf(props),
    properties: mapped(props, nestedValueValidation),
    additionalProperties: additional === undefined ? undefined : nestedValueValidation(additional),
    items: items === undefined ? undefined : nestedValueValidation(items),
    validations: rulesOf(props),
  };
}

/** Most schemas say nothing of values but their type: they share one. */
function valueValidation(props: JSONSchemaProps): ValueValidation {
  const saysMore = Object.keys(props).some((key) => Object.hasOwn(noValidation, key));
  return saysMore ? validationIn(props) : noValidation;
}

function validationIn(props: JSONSchemaProps): ValueValidation {
  const not = schemaOf(props.not);
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
    required: texts(props.required),
    enum: Array.isArray(props.enum) && props.enum.length > 0 ? props.enum : undefined,
    allOf: nestedIn(props.allOf),
    anyOf: nestedIn(props.anyOf),
    oneOf: nestedIn(props.oneOf),
    not: not === undefined ? undefined : nestedValueValidation(not),
  };
}

const noValidation = validationIn({});

function nestedIn(list: unknown): readonly NestedValueValidation[] {
  const schemas = schemasOf(list);
  return schemas.length === 0 ? none : schemas.map(nestedValueValidation);
}

function typeOf({ type }: JSONSchemaProps): SchemaType | undefined {
  return isType(type) ? type : undefined;
}

function isType(type: string | undefined): type is SchemaType {
  return type !== undefined && types.has(type);
}

function mapped<T>(
  props: JSONSchemaProps,
  make: (props: JSONSchemaProps) => T,
): ReadonlyMap<string, T> {
  const properties = propertiesOf(props);
  if (properties.length === 0) return noProperties;
  return new Map(properties.map(([name, property]) => [name, make(property)]));
}

function flag(value: unknown): boolean | undefined {
  return typeof value === "boolean" ? value : undefined;
}

function nonEmpty(value: unknown): string | undefined {
  return text(value) === "" ? undefined : text(value);
}

/** A number; bigint where it was parsed exactly. */
function numeric(value: unknown): number | undefined {
  return typeof value === "number" || typeof value === "bigint" ? Number(value) : undefined;
}

function oneOf<T extends string>(value: T | undefined, known: ReadonlySet<string>): T | undefined {
  return value !== undefined && known.has(value) ? value : undefined;
}
