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
 * its own. In controller-gen structs of packages, such as Time, and named types of numbers and booleans get the least number of
 * members, at which other values than objects do not look.
 *
 * Follows K8sRequired of controller-gen.
 */
export function nonEmpty(input: {
  readonly schema: JSONSchemaProps;
  /** What other tags of the place say. */
  readonly given: ConstraintValues;
  /** Whether the type is a struct of a package in Go. */
  readonly isStruct: boolean;
  /** Whether the type has a name. */
  readonly isNamed: boolean;
}): JSONSchemaProps | undefined {
  const { schema, given, isStruct, isNamed } = input;
  const isObject = isStruct || (isNamed && schema.type !== "string" && schema.type !== "array");
  switch (isObject ? "object" : schema.type) {
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
