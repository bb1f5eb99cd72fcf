import type { JSONSchemaProps } from "../../apis/apiextensions.k8s.io/v1/schema.js";
import {
  additionalPropertiesOf,
  entries,
  itemsOf,
  propertiesOf,
  schemaOf,
  schemasOf,
  text,
} from "./props.js";

/**
 * The first keyword that a structural schema cannot hold at all, in a sentence; undefined when there is none.
 *
 * Follows schema.NewStructural of apiextensions-apiserver.
 */
export function conversionError(props: JSONSchemaProps): string | undefined {
  const keyword = unsupportedKeyword(props);
  if (keyword !== undefined) return `OpenAPIV3Schema '${keyword}' is not supported`;
  if (props["x-kubernetes-preserve-unknown-fields"] === false) {
    return "internal error: 'x-kubernetes-preserve-unknown-fields' must be true or undefined";
  }
  if (Array.isArray(props.items) && props.items.length > 0) {
    return "OpenAPIV3Schema 'items' must be a schema, but is an array";
  }
  for (const schema of below(props)) {
    const error = conversionError(schema);
    if (error !== undefined) return error;
  }
  return undefined;
}

function unsupportedKeyword(props: JSONSchemaProps): string | undefined {
  if (text(props.id) !== "") return "id";
  if (text(props.$schema) !== "") return "schema";
  if (text(props.$ref) !== "") return "$ref";
  if (entries(props.patternProperties).length > 0) return "patternProperties";
  if (entries(props.dependencies).length > 0) return "dependencies";
  if (props.additionalItems !== undefined && props.additionalItems !== null)
    return "additionalItems";
  return entries(props.definitions).length > 0 ? "definitions" : undefined;
}

function below(props: JSONSchemaProps): readonly JSONSchemaProps[] {
  const single = [schemaOf(props.not), itemsOf(props), additionalPropertiesOf(props)];
  return [
    ...single.filter((schema) => schema !== undefined),
    ...schemasOf(props.allOf),
    ...schemasOf(props.anyOf),
    ...schemasOf(props.oneOf),
    ...propertiesOf(props).map(([, property]) => property),
  ];
}
