import type { JSONSchemaProps } from "crd-runtime/apiextensions/v1";
import type {
  NestedValueValidation,
  SchemaType,
  Structural,
  ValueValidation,
} from "crd-runtime/schema";

/** The structural schema of a schema that is one. */
export function structural(schema: JSONSchemaProps): Structural {
  const { additionalProperties, items } = schema;
  return {
    type: schema.type as SchemaType | undefined,
    title: undefined,
    description: undefined,
    ...("default" in schema ? { default: schema.default } : {}),
    nullable: schema.nullable ?? false,
    properties: members(schema.properties, structural),
    additionalProperties:
      typeof additionalProperties === "object"
        ? structural(additionalProperties)
        : additionalProperties || undefined,
    items: items === undefined || Array.isArray(items) ? undefined : structural(items),
    preserveUnknownFields: schema["x-kubernetes-preserve-unknown-fields"] ?? false,
    embeddedResource: schema["x-kubernetes-embedded-resource"] ?? false,
    intOrString: schema["x-kubernetes-int-or-string"] ?? false,
    listType: schema["x-kubernetes-list-type"],
    listMapKeys: schema["x-kubernetes-list-map-keys"] ?? [],
    mapType: schema["x-kubernetes-map-type"],
    validations: schema["x-kubernetes-validations"] ?? [],
    value: valueValidation(schema),
  };
}

function members<T>(
  properties: Readonly<Record<string, JSONSchemaProps>> | undefined,
  convert: (schema: JSONSchemaProps) => T,
): ReadonlyMap<string, T> {
  return new Map(Object.entries(properties ?? {}).map(([name, schema]) => [name, convert(schema)]));
}

function valueValidation(schema: JSONSchemaProps): ValueValidation {
  return {
    format: schema.format,
    maximum: schema.maximum,
    exclusiveMaximum: schema.exclusiveMaximum ?? false,
    minimum: schema.minimum,
    exclusiveMinimum: schema.exclusiveMinimum ?? false,
    maxLength: schema.maxLength,
    minLength: schema.minLength,
    pattern: schema.pattern,
    maxItems: schema.maxItems,
    minItems: schema.minItems,
    multipleOf: schema.multipleOf,
    maxProperties: schema.maxProperties,
    minProperties: schema.minProperties,
    required: schema.required ?? [],
    enum: schema.enum,
    allOf: (schema.allOf ?? []).map(nested),
    anyOf: (schema.anyOf ?? []).map(nested),
    oneOf: (schema.oneOf ?? []).map(nested),
    not: schema.not === undefined ? undefined : nested(schema.not),
  };
}

function nested(schema: JSONSchemaProps): NestedValueValidation {
  const { additionalProperties, items } = schema;
  return {
    ...valueValidation(schema),
    type: schema.type as SchemaType | undefined,
    properties: members(schema.properties, nested),
    additionalProperties:
      typeof additionalProperties === "object" ? nested(additionalProperties) : undefined,
    items: items === undefined || Array.isArray(items) ? undefined : nested(items),
    validations: schema["x-kubernetes-validations"] ?? [],
  };
}

/** A value with the defaults of its schema. */
export function defaulted(schema: Structural, value: unknown): unknown {
  if (value === undefined) return schema.default;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const filled = new Map<string, unknown>(Object.entries(value));
  for (const [name, member] of schema.properties) {
    const found = defaulted(member, filled.get(name));
    if (found !== undefined) filled.set(name, found);
  }
  return Object.fromEntries(filled);
}
