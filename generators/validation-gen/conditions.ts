import { bare, type Condition, isCondition, readCondition, wrapped } from "./condition.js";
import { type Context, misplaced } from "./context.js";
import { byCondition } from "./group-rules.js";
import { isListRule, type ListRules } from "./lists.js";
import type { CheckPlan, PresenceRulePlan } from "./plan.js";
import { type Rule, tagOf } from "./rules.js";
import type { Use, UseInput } from "./use-place.js";

interface Input extends UseInput {
  readonly list: ListRules | undefined;
  readonly useOf: (input: UseInput) => Use;
}

/** What is checked under conditions: `+k8s:ifEnabled(Option)=`, `+k8s:alpha=` and their like. List rules and enums look at them themselves. */
export function conditionalUse(input: Input): Pick<Use, "rules" | "update" | "checks"> {
  const rules = input.rules.filter((rule) => isCondition(rule) && !readsConditions(bare(rule)));
  const uses = byCondition(rules).flatMap((rules) => oneUse({ ...input, rules }) ?? []);
  return {
    rules: uses.flatMap(({ rules }) => rules),
    update: uses.flatMap(({ update }) => update),
    checks: uses.flatMap(({ checks }) => checks),
  };
}

/** `+k8s:immutable`, whatever stands in front of it. */
export function immutableCheck(input: {
  readonly context: Context;
  readonly rule: Rule;
}): CheckPlan | undefined {
  const { rule } = input;
  if (rule.name === "immutable") return { kind: "function", name: "immutable" };
  const { chained } = rule;
  // What is wrong with it was reported where the rule itself was read.
  const context: Context = { ...input.context, report: () => undefined };
  const condition = chained && readCondition({ context, rule });
  const inner = condition && immutableCheck({ context, rule: chained });
  return inner && wrapped({ condition, checks: [inner] })[0];
}

/** Rules behind the same condition. */
function oneUse(input: Input): Pick<Use, "rules" | "update" | "checks"> | undefined {
  const { context, type, place, list, useOf } = input;
  const [condition] = input.rules.map((rule) => readCondition({ context, rule }));
  const rules = input.rules.flatMap((rule) =>
    rule.chained === undefined || isRefused({ ...input, rule }) ? [] : [rule.chained],
  );
  if (condition === undefined || rules.length === 0) return undefined;
  const use = useOf({ context, type, rules, place, list, descend: false });
  const { presence } = use;
  const own =
    presence === undefined
      ? []
      : [{ presence, enabled: [], disabled: [], stability: undefined } as const];
  return {
    rules: [...own, ...use.rules].map((one) => addedTo({ rule: one, condition })),
    update: wrapped({ condition, checks: use.update }),
    checks: wrapped({ condition, checks: use.checks }),
  };
}

function readsConditions(rule: Rule): boolean {
  return isListRule(rule) || rule.name === "enum";
}

/** Rules that say what a value is, not what is wrong with it. */
function isRefused(input: Input & { readonly rule: Rule }): boolean {
  const { context, rule } = input;
  const { chained } = rule;
  if (chained === undefined) return false;
  const isEffective = rule.name !== "alpha" || chained.name !== "optional";
  if (chained.name !== "opaqueType" && isEffective) return false;
  const hint = "it always holds";
  misplaced({ context, rule: chained, place: `behind '${tagOf(rule)}'`, hint });
  return true;
}

function addedTo(input: {
  readonly rule: PresenceRulePlan;
  readonly condition: Condition;
}): PresenceRulePlan {
  const { rule, condition } = input;
  if (condition.kind === "level") return { ...rule, stability: condition.stability };
  const { name, option } = condition;
  return name === "ifEnabled"
    ? { ...rule, enabled: [option, ...rule.enabled] }
    : { ...rule, disabled: [option, ...rule.disabled] };
}
