import type { FieldError, Structural } from "crd-runtime/schema";

/** The CEL rules of a schema, compiled. */
export interface RuleValidator {
  /**
   * Violations of the rules. With `oldObject`, rules that compare with it are checked too, and violations by values that have
   * not changed are dropped.
   */
  validate(input: {
    readonly object: unknown;
    readonly oldObject?: unknown;
  }): readonly FieldError[];
}

/** Compiles the CEL rules of a schema; called once for a schema that has some, when the first object is validated. */
export type RuleCompiler = (schema: Structural) => RuleValidator;
