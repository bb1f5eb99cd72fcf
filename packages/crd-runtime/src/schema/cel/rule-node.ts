import type { ValidationRule } from "../../apis/apiextensions.k8s.io/v1/schema.js";
import type { Structural } from "../structural.js";
import type { CelProgram } from "./cel-compiler.js";

/** A rule, ready to run. */
export interface CompiledRule {
  readonly rule: ValidationRule;
  /** Or the error that it is instead, because it cannot be compiled. */
  readonly program: CelProgram | string;
  /** Makes the message when the rule does not hold. */
  readonly message: CelProgram | undefined;
  /** Where an error is shown, below the value that the rule is on; undefined for the value itself. */
  readonly fieldPath: string | undefined;
}

/** The rules of a schema node and of the nodes below it; nodes without rules are left out. */
export interface RuleNode {
  readonly schema: Structural;
  readonly rules: readonly CompiledRule[];
  readonly properties: ReadonlyMap<string, RuleNode>;
  readonly additionalProperties: RuleNode | undefined;
  readonly items: RuleNode | undefined;
}
