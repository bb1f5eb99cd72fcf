import {
  type CelCompiler,
  compileRules,
  type RuleErrors,
  type Structural,
  validateRules,
} from "crd-runtime/schema";

/** The CEL rules of a schema, compiled. */
export interface RuleValidator {
  /**
   * Violations of the rules. With `oldObject`, rules that compare with it are checked too, and violations by values that have
   * not changed are warnings.
   */
  validate(input: { readonly object: unknown; readonly oldObject?: unknown }): RuleErrors;
}

/** Compiles the CEL rules of a schema; called once for a schema that has some, when the first object is validated. */
export type RuleCompiler = (schema: Structural) => RuleValidator;

/** Compiles rules with a CEL implementation: `celCompiler()` of `crd-runtime/cel`. */
export function ruleCompiler(cel: CelCompiler): RuleCompiler {
  return (schema) => {
    const { rules } = compileRules({ schema, cel });
    return { validate: (input) => validateRules({ ...input, rules }) };
  };
}
