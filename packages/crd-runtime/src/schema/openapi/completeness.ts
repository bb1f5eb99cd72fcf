import type { JSONSchemaProps } from "../../apis/apiextensions.k8s.io/v1/schema.js";
import { type FieldError, required } from "../field-error.js";
import { itemsOf, propertiesOf, propertyOf, schemaOf, schemasOf } from "./props.js";

interface Pair {
  /** What restricts values, below a logic keyword. */
  readonly nested: JSONSchemaProps;
  readonly nestedPath: string;
  /** What must define the same values. */
  readonly schema: JSONSchemaProps | undefined;
  readonly path: string;
}

/**
 * Members and elements that are restricted below allOf, anyOf, oneOf or not, and are not defined outside of them.
 *
 * Follows schema.validateStructuralCompleteness of apiextensions-apiserver, which looks at the root's logic alone.
 */
export function completenessErrors(input: {
  readonly props: JSONSchemaProps;
  readonly path: string;
}): readonly FieldError[] {
  const { props, path } = input;
  return logicErrors({ nested: props, nestedPath: path, schema: props, path });
}

function logicErrors({ nested, nestedPath, schema, path }: Pair): readonly FieldError[] {
  const errors: FieldError[] = [];
  const not = schemaOf(nested.not);
  if (not !== undefined) {
    errors.push(...nestedErrors({ nested: not, nestedPath: `${nestedPath}.not`, schema, path }));
  }
  for (const keyword of ["allOf", "anyOf", "oneOf"] as const) {
    schemasOf(nested[keyword]).forEach((item, index) => {
      const at = `${nestedPath}.${keyword}[${index}]`;
      errors.push(...nestedErrors({ nested: item, nestedPath: at, schema, path }));
    });
  }
  return errors;
}

function nestedErrors({ nested, nestedPath, schema, path }: Pair): readonly FieldError[] {
  if (schema === undefined) return [required(path, `because it is defined in ${nestedPath}`)];
  const errors = [...logicErrors({ nested, nestedPath, schema, path })];
  const items = itemsOf(nested);
  if (items !== undefined) {
    errors.push(
      ...nestedErrors({
        nested: items,
        nestedPath: `${nestedPath}.items`,
        schema: itemsOf(schema),
        path: `${path}.items`,
      }),
    );
  }
  for (const [name, property] of propertiesOf(nested)) {
    errors.push(
      ...nestedErrors({
        nested: property,
        nestedPath: `${nestedPath}.properties[${name}]`,
        schema: propertyOf(schema, name),
        path: `${path}.properties[${name}]`,
      }),
    );
  }
  return errors;
}
