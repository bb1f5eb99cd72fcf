import { withoutNull } from "../model/index.js";
import { isEnum } from "./aliases.js";
import { bare, isCondition, readConditional, wrappedInAll } from "./condition.js";
import { misplaced, wrongType } from "./context.js";
import type { CheckPlan } from "./plan.js";
import { type Rule, tagOf } from "./rules.js";
import type { Shape } from "./shape.js";
import type { UseInput } from "./use-place.js";

/** The check of literals under the conditions of `+k8s:alpha=+k8s:enum` and its like; without them it always holds. */
export function enumChecks(
  input: UseInput & {
    readonly shape: Shape;
    /** What is in the value. */
    readonly inside: readonly CheckPlan[];
  },
): readonly CheckPlan[] {
  const { context, rules, inside } = input;
  const own = rules.filter((rule) => bare(rule).name === "enum" && isListed({ ...input, rule }));
  if (!own.some(isCondition)) return inside;
  return own
    .flatMap((rule) => readConditional({ context, rule }) ?? [])
    .flatMap(({ conditions }) => wrappedInAll({ conditions, checks: inside }));
}

/** Whether an enum rule stands where the literals are, if it has conditions; reports it. */
function isListed(input: UseInput & { readonly shape: Shape; readonly rule: Rule }): boolean {
  const { context, rule, shape, type } = input;
  if (shape.kind !== "string" || !isEnum(input)) {
    wrongType({ context, rule: bare(rule), shape, wanted: "unions of string literals" });
    return false;
  }
  if (!isCondition(rule) || withoutNull(type).kind === "enum") return true;
  const hint = "write it above the type that lists the literals";
  const place = `behind '${tagOf(rule)}' where the type has a name of its own`;
  misplaced({ context, rule: bare(rule), place, hint });
  return false;
}
