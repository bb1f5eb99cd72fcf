import type { JSONSchemaProps } from "crd-runtime/apiextensions/v1";
import type { Structural } from "crd-runtime/schema";

const types = ["array", "boolean", "integer", "number", "object", "string"] as const;
const listTypes = ["atomic", "map", "set"] as const;
const mapTypes = ["atomic", "granular"] as const;

/** The structural schema of a schema that is known to be one; without validations of values. */
export function structural(props: JSONSchemaProps): Structural {
  const { items, additionalProperties, properties = {} } = props;
  return {
    type: types.find((type) => type === props.type),
    title: undefined,
    description: undefined,
    ...(props.default === undefined ? {} : { default: props.default }),
    nullable: props.nullable === true,
    properties: new Map(
      Object.entries(properties).map(([name, schema]) => [name, structural(schema)]),
    ),
    additionalProperties:
      additionalProperties === undefined || additionalProperties === false
        ? undefined
        : additionalProperties === true || structural(additionalProperties),
    items: items === undefined || Array.isArray(items) ? undefined : structural(items),
    preserveUnknownFields: props["x-kubernetes-preserve-unknown-fields"] === true,
    embeddedResource: props["x-kubernetes-embedded-resource"] === true,
    intOrString: props["x-kubernetes-int-or-string"] === true,
    listType: listTypes.find((type) => type === props["x-kubernetes-list-type"]),
    listMapKeys: props["x-kubernetes-list-map-keys"] ?? [],
    mapType: mapTypes.find((type) => type === props["x-kubernetes-map-type"]),
    validations: [],
    value: {
      format: props.format,
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
    },
  };
}
