import type { ConstraintValues } from "../model/index.js";
import { resolveAliases, type TypeExpression, type TypesById } from "../model/index.js";
import type { JSONSchemaProps } from "./schema.js";

/** Types of crd-runtime that are structs of packages in Go, whatever they are written as. */
const structs: ReadonlySet<string> = new Set([
  "Duration",
  "IntOrString",
  "JSON",
  "MicroTime",
  "Quantity",
  "Time",
]);

/**
 * What `+k8s:required` asks for besides that the member is there: that it is not empty, unless the place sets a least size of
 * its own. Structs of packages, such as Time, get the least number of members in controller-gen, which strings do not look at.
 *
 * Follows K8sRequired of controller-gen.
 */
export function nonEmpty(input: {
  readonly schema: JSONSchemaProps;
  /** What other tags of the place say. */
  readonly given: ConstraintValues;
  readonly isStruct: boolean;
}): JSONSchemaProps | undefined {
  const { schema, given, isStruct } = input;
  switch (isStruct ? "object" : schema.type) {
    case "string":
      return given.minLength === undefined ? { minLength: 1 } : undefined;
    case "array":
      return given.minItems === undefined ? { minItems: 1 } : undefined;
    case "object":
      return given.minProperties === undefined ? { minProperties: 1 } : undefined;
    default:
      return undefined;
  }
}

/** Whether a type is a struct of a package in Go, under whatever names and with null or without. */
export function isStructOfPackage(input: {
  readonly types: TypesById;
  readonly expression: TypeExpression;
}): boolean {
  const { types } = input;
  const expression = resolveAliases(types, input.expression);
  if (expression.kind === "nullable") {
    return isStructOfPackage({ types, expression: expression.type });
  }
  return expression.kind === "builtin" && structs.has(expression.name);
}
