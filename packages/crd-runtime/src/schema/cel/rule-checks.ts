import type { RuleChecks } from "../structural-from.js";
import { patternError } from "../value/pattern.js";
import type { CelCompiler } from "./cel-compiler.js";
import { compileRules } from "./compile-rules.js";
import { validateRules } from "./validate-rules.js";

/** Patterns that are remembered. */
const maxPatterns = 1_000;

/**
 * The checks of rules that `schemaErrors` and `validateCustomResourceDefinition` leave to others: whether expressions compile,
 * and whether defaults keep the rules on them. They remember the patterns that they have seen: make them once for many schemas.
 */
export function ruleChecks(cel: CelCompiler): RuleChecks {
  const patterns = new Map<string, string | undefined>();
  return {
    checkPattern: (source) => {
      const known = patterns.get(source);
      if (known !== undefined || patterns.has(source)) return known;
      const error = patternError(source);
      if (patterns.size >= maxPatterns) patterns.clear();
      patterns.set(source, error);
      return error;
    },
    checkSchema: ({ schema, path, faulty }) => compileRules({ schema, path, cel, faulty }).errors,
    checkDefault: ({ schema, value, path }) => {
      const as = schema.embeddedResource ? "resource" : "value";
      const { rules } = compileRules({ schema, cel, as });
      const asUpdate = { rules, object: value, oldObject: value, path, ratcheting: "off" } as const;
      const { errors } = validateRules(asUpdate);
      // Rules with an optional oldSelf may differ on a create.
      return errors.length > 0 ? errors : validateRules({ rules, object: value, path }).errors;
    },
  };
}
