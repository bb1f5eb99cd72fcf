import type { JSONSchemaProps } from "../apis/apiextensions.k8s.io/v1/schema.js";
import { type FieldError, invalid } from "./field-error.js";
import { conversionError } from "./openapi/conversion-error.js";
import { type CheckDefault, defaultErrors } from "./openapi/default-errors.js";
import { openAPIErrors } from "./openapi/schema-errors.js";
import { structuralErrors } from "./openapi/structural-errors.js";
import type { Structural } from "./structural.js";
import { structuralOf } from "./structural-of.js";

/** A structural schema, or what keeps a schema from being one. */
export type StructuralResult =
  | { readonly structural: Structural; readonly errors?: undefined }
  | { readonly structural?: undefined; readonly errors: readonly FieldError[] };

/** Checks of the rules of a schema, which need CEL. */
export interface RuleChecks {
  /** Errors of the expressions of a schema whose structure and defaults are fine. */
  checkSchema?(input: {
    readonly schema: Structural;
    readonly path: string;
    /** Paths of schemas that have other errors, in them or below: their expressions are not looked at. */
    readonly faulty: ReadonlySet<string>;
  }): readonly FieldError[];
  /** Errors of the rules of a default. */
  readonly checkDefault?: CheckDefault;
  /** `patternError` that remembers what it has said: many schemas have the same patterns. */
  readonly checkPattern?: (source: string) => string | undefined;
}

/** A schema to check. */
export interface SchemaErrorsInput {
  readonly props: JSONSchemaProps;
  readonly path: string;
  readonly rules?: RuleChecks | undefined;
}

const defaultPath = "openAPIV3Schema";

/**
 * The structural schema of an OpenAPI schema, or everything that the server would find wrong with it.
 *
 * @example
 * const { structural, errors } = structuralFrom({ type: "object", properties: { spec: {} } });
 * // openAPIV3Schema.properties[spec].type: Required value: must not be empty for specified object fields
 */
export function structuralFrom(props: JSONSchemaProps): StructuralResult {
  const errors = schemaErrors({ props, path: defaultPath });
  return errors.length > 0 ? { errors } : { structural: structuralOf(props) };
}

/**
 * What the server finds wrong with a schema of a definition: structure first, then defaults, then forbidden keywords and
 * combinations, then rules when `rules` can check them.
 *
 * Follows validateCustomResourceDefinitionValidation of apiextensions-apiserver.
 */
export function schemaErrors({ props, path, rules }: SchemaErrorsInput): readonly FieldError[] {
  const unconverted = conversionError(props);
  const schema = structuralOf(props);
  const structure =
    unconverted === undefined ? structureErrors({ props, schema, path, rules }) : [];
  const { errors: dialect, faulty } = openAPIErrors({ props, path });
  if (unconverted !== undefined) {
    return dialect.length > 0
      ? dialect
      : [invalid({ field: path, value: "", detail: unconverted })];
  }
  if (structure.length > 0) return [...structure, ...dialect];
  return [...dialect, ...(rules?.checkSchema?.({ schema, path, faulty }) ?? [])];
}

function structureErrors(
  input: SchemaErrorsInput & { readonly schema: Structural },
): readonly FieldError[] {
  const { props, schema, path, rules } = input;
  const errors = structuralErrors({ props, path, checkPattern: rules?.checkPattern });
  if (errors.length > 0) return errors;
  return defaultErrors({ schema, path, checkRules: rules?.checkDefault });
}
