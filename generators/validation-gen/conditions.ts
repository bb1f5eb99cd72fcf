import { quoted } from "../render/index.js";
import { readArguments } from "./arguments.js";
import { type Context, misplaced, wrongValue } from "./context.js";
import { isGroupRule } from "./groups.js";
import { isListRule, type ListRules } from "./lists.js";
import { isModeRule } from "./modes.js";
import type { CheckPlan, PresenceRulePlan, Stability } from "./plan.js";
import { type Rule, tagOf } from "./rules.js";
import type { Use, UseInput } from "./use-place.js";

/** When a rule holds, and what becomes of its errors. */
type Condition =
  | { readonly kind: "option"; readonly name: "ifEnabled" | "ifDisabled"; readonly option: string }
  | { readonly kind: "level"; readonly stability: Stability };

interface Input extends UseInput {
  readonly list: ListRules | undefined;
  readonly useOf: (input: UseInput) => Use;
}

/** What is checked under conditions: `+k8s:ifEnabled(Option)=`, `+k8s:alpha=` and their like. */
export function conditionalUse(input: Input): Pick<Use, "rules" | "update" | "checks"> {
  const uses = input.rules.flatMap((rule) => oneUse({ ...input, rule }) ?? []);
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

function oneUse(
  input: Input & { readonly rule: Rule },
): Pick<Use, "rules" | "update" | "checks"> | undefined {
  const { context, rule, type, place, list, useOf } = input;
  const { chained } = rule;
  const condition = readCondition(input);
  if (condition === undefined || chained === undefined || isRefused(input)) return undefined;
  const use = useOf({ context, type, rules: [chained], place, list, descend: false });
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

function readCondition(
  input: Pick<Input, "context"> & { readonly rule: Rule },
): Condition | undefined {
  const { context, rule } = input;
  if (rule.name === "alpha" || rule.name === "beta") {
    const { name } = rule;
    if (!rule.outermost) {
      const hint = `write '${tagOf(rule)}=' in front of the others`;
      return misplaced({ context, rule, place: "behind another tag", hint });
    }
    return hasRelease(input) ? { kind: "level", stability: name } : undefined;
  }
  if (rule.name !== "ifEnabled" && rule.name !== "ifDisabled") return undefined;
  const { name } = rule;
  return { kind: "option", name, option: readArguments(rule).positional };
}

function hasRelease(input: Pick<Input, "context"> & { readonly rule: Rule }): boolean {
  const { rule } = input;
  if (rule.parentheses === undefined) return true;
  const since = readArguments(rule).named.get("since");
  if (since !== undefined && /^\d+\.\d+$/.test(since)) return true;
  const hint = `write '${tagOf(rule)}(since: "1.36")'`;
  return wrongValue({ ...input, problem: `'(${rule.parentheses})'`, hint }) ?? false;
}

/** Rules that say what a value is, not what is wrong with it. */
function isRefused(input: Input & { readonly rule: Rule }): boolean {
  const { context, rule } = input;
  const { chained } = rule;
  if (chained === undefined) return false;
  const isRule =
    !isGroupRule(chained) &&
    !isListRule(chained) &&
    !isModeRule(chained) &&
    chained.name !== "opaqueType" &&
    chained.name !== "enum";
  const isEffective = rule.name !== "alpha" || chained.name !== "optional";
  if (isRule && isEffective) return false;
  const hint = chained.name === "ifMode" ? "write '+k8s:ifMode(...)=' first" : "it always holds";
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

function wrapped(input: {
  readonly condition: Condition;
  readonly checks: readonly CheckPlan[];
}): readonly CheckPlan[] {
  const { condition, checks } = input;
  if (checks.length === 0) return [];
  if (condition.kind === "level") return [{ kind: "wrap", name: condition.stability, checks }];
  const properties = [{ key: "option", kind: "text", text: quoted(condition.option) }] as const;
  return [{ kind: "with", name: condition.name, properties, checks }];
}
