import { quoted } from "../render/index.js";
import { readArguments } from "./arguments.js";
import { type Context, misplaced, wrongValue } from "./context.js";
import type { CheckPlan, Stability, StatementPlan } from "./plan.js";
import { type Rule, tagOf } from "./rules.js";

/** When a rule holds, and what becomes of its errors. */
export type Condition =
  | { readonly kind: "option"; readonly name: "ifEnabled" | "ifDisabled"; readonly option: string }
  | { readonly kind: "level"; readonly stability: Stability };

/** A rule, and what stands in front of it. */
export interface Conditional {
  readonly rule: Rule;
  readonly conditions: readonly Condition[];
}

const names: ReadonlySet<string> = new Set(["alpha", "beta", "ifEnabled", "ifDisabled"]);

/** Whether a rule is a condition of the one behind it. */
export function isCondition({ name, chained }: Rule): boolean {
  return chained !== undefined && names.has(name);
}

/** The rule behind all conditions. */
export function bare(rule: Rule): Rule {
  return isCondition(rule) && rule.chained !== undefined ? bare(rule.chained) : rule;
}

/** Takes a rule apart; undefined where a condition is wrong, which is reported. */
export function readConditional(input: {
  readonly context: Context;
  readonly rule: Rule;
}): Conditional | undefined {
  const { context, rule } = input;
  const { chained } = rule;
  if (!isCondition(rule) || chained === undefined) return { rule, conditions: [] };
  const condition = readCondition(input);
  const inner = readConditional({ context, rule: chained });
  return condition && inner && { ...inner, conditions: [condition, ...inner.conditions] };
}

/** One condition; undefined for rules that are none, and where it is wrong, which is reported. */
export function readCondition(input: {
  readonly context: Context;
  readonly rule: Rule;
}): Condition | undefined {
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

/** What tells conditions apart. */
export function conditionKey(conditions: readonly Condition[]): string {
  return JSON.stringify(conditions);
}

/** Checks under a condition. */
export function wrapped(input: {
  readonly condition: Condition;
  readonly checks: readonly CheckPlan[];
}): readonly CheckPlan[] {
  const { condition, checks } = input;
  if (checks.length === 0) return [];
  if (condition.kind === "level") return [{ kind: "wrap", name: condition.stability, checks }];
  const properties = [{ key: "option", kind: "text", text: quoted(condition.option) }] as const;
  return [{ kind: "with", name: condition.name, properties, checks }];
}

/** Checks under conditions, the first of them outermost. */
export function wrappedInAll(input: {
  readonly conditions: readonly Condition[];
  readonly checks: readonly CheckPlan[];
}): readonly CheckPlan[] {
  return input.conditions.reduceRight<readonly CheckPlan[]>(
    (checks, condition) => wrapped({ condition, checks }),
    input.checks,
  );
}

/** A statement about several members under conditions. */
export function wrappedStatement(input: {
  readonly conditions: readonly Condition[];
  readonly statement: StatementPlan;
}): StatementPlan {
  const { conditions, statement } = input;
  if (conditions.length === 0) return statement;
  const checks = wrappedInAll({
    conditions,
    checks: [{ kind: "inline", statements: [statement] }],
  });
  return { kind: "value", checks };
}

function hasRelease(input: { readonly context: Context; readonly rule: Rule }): boolean {
  const { rule } = input;
  if (rule.parentheses === undefined) return true;
  const since = readArguments(rule).named.get("since");
  if (since !== undefined && /^\d+\.\d+$/.test(since)) return true;
  const hint = `write '${tagOf(rule)}(since: "1.36")'`;
  return wrongValue({ ...input, problem: `'(${rule.parentheses})'`, hint }) ?? false;
}
