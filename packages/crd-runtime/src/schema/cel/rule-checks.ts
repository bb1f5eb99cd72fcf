import type { RuleChecks } from "../structural-from.js";
import type { CelCompiler } from "./cel-compiler.js";
import { compileRules } from "./compile-rules.js";
import { validateRules } from "./validate-rules.js";

/**
 * The checks of rules that `schemaErrors` and `validateCustomResourceDefinition` leave to others: whether expressions compile,
 * and whether defaults keep the rules on them.
 */
export function ruleChecks(cel: CelCompiler): RuleChecks {
  return {
    checkSchema: ({ schema, path }) => compileRules({ schema, path, cel }).errors,
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
