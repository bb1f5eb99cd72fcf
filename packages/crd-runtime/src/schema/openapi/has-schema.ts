import type { JSONSchemaProps } from "../../apis/apiextensions.k8s.io/v1/schema.js";
import { additionalPropertiesOf, itemsOf, propertiesOf, schemaOf, schemasOf } from "./props.js";

/** Whether a test holds for a schema or one below it. */
export function hasSchema(
  props: JSONSchemaProps,
  test: (props: JSONSchemaProps) => boolean,
): boolean {
  return test(props) || below(props).some((schema) => hasSchema(schema, test));
}

function below(props: JSONSchemaProps): readonly JSONSchemaProps[] {
  const single = [itemsOf(props), additionalPropertiesOf(props), schemaOf(props.not)];
  return [
    ...single.filter((schema) => schema !== undefined),
    ...schemasOf(props.items),
    ...schemasOf(props.allOf),
    ...schemasOf(props.anyOf),
    ...schemasOf(props.oneOf),
    ...propertiesOf(props).map(([, property]) => property),
  ];
}
