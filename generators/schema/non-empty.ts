import type { ConstraintValues } from "../model/index.js";
import type { JSONSchemaProps } from "./schema.js";

/**
 * What `+k8s:required` asks for besides that the member is there: that it is not empty, unless the place sets a least size of
 * its own. Types of packages that are written as strings, such as Time, are never empty.
 */
export function nonEmpty(input: {
  readonly schema: JSONSchemaProps;
  /** What other tags of the place say. */
  readonly given: ConstraintValues;
}): JSONSchemaProps | undefined {
  const { schema, given } = input;
  switch (schema.type) {
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
