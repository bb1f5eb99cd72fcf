import { readArguments } from "./arguments.js";
import { bare, conditionKey, isCondition, readConditional } from "./condition.js";
import { type Context, conflict } from "./context.js";
import type { Rule } from "./rules.js";

const names: ReadonlySet<string> = new Set([
  "unionMember",
  "unionDiscriminator",
  "zeroOrOneOfMember",
  "dependentRequired",
  "dependentForbidden",
]);

/** Of which several rules make one check. */
const shared: ReadonlySet<string> = new Set(["unionMember", "zeroOrOneOfMember"]);

/** Rules behind which another value is meant. */
const containers: ReadonlySet<string> = new Set(["item", "subfield", "eachVal"]);

/** Whether a rule is about several members of an object. */
export function isGroupRule(rule: Rule): boolean {
  return names.has(rule.name);
}

/** Whether a rule is about members together, whatever stands in front of it. */
export function endsInGroup(rule: Rule): boolean {
  return isGroupRule(lastOf(rule));
}

/**
 * The options in front of a group rule brought in front of all: `+k8s:item(...)=+k8s:ifEnabled(X)=+k8s:unionMember` is
 * `+k8s:ifEnabled(X)=+k8s:item(...)=+k8s:unionMember`, so that rules of one group are known by standing behind the same.
 */
export function hoisted(rule: Rule): Rule {
  if (rule.chained === undefined || !endsInGroup(rule)) return rule;
  const chained = hoisted(rule.chained);
  const isOption = chained.name === "ifEnabled" || chained.name === "ifDisabled";
  if (!containers.has(rule.name) || !isOption || chained.chained === undefined) {
    return { ...rule, chained };
  }
  const behind = hoisted({ ...rule, outermost: false, chained: chained.chained });
  return { ...chained, text: rule.text, outermost: rule.outermost, chained: behind };
}

/** Reports members of one group that stand behind other conditions than its first one. */
export function reportMixed(input: {
  readonly context: Context;
  readonly rules: readonly Rule[];
}): void {
  // What is wrong with a condition is reported where it is read.
  const context: Context = { ...input.context, report: () => undefined };
  const first = new Map<string, { readonly rule: Rule; readonly key: string }>();
  for (const rule of input.rules) {
    if (!shared.has(lastOf(rule).name)) continue;
    const found = readConditional({ context, rule });
    if (found === undefined) continue;
    const key = conditionKey(found.conditions);
    const group = groupOf(rule);
    const before = first.get(group);
    if (before === undefined) first.set(group, { rule, key });
    else if (before.key !== key) {
      const hint = `write the same in front of all that belong together, as in line ${before.rule.span.line}`;
      conflict({ context: input.context, rule, other: before.rule, hint });
    }
  }
}

/** What the members of one group have in common. */
function groupOf(rule: Rule): string {
  const inner = bare(rule);
  const union = readArguments(inner).named.get("union") ?? "";
  if (inner.chained === undefined) return `${inner.name} ${union}`;
  return `${inner.name} ${groupOf(inner.chained)}`;
}

function lastOf(rule: Rule): Rule {
  return rule.chained === undefined ? rule : lastOf(rule.chained);
}

/** Rules that make one check with others behind the same condition, in lists; every other one alone. */
export function byCondition(rules: readonly Rule[]): readonly (readonly Rule[])[] {
  const grouped = new Map<string, Rule[]>();
  const lists: Rule[][] = [];
  for (const rule of rules) {
    // The release of a level tells nothing apart.
    const key =
      isCondition(rule) && endsInGroup(rule)
        ? `${rule.name} ${readArguments(rule).positional}`
        : undefined;
    const known = key === undefined ? undefined : grouped.get(key);
    if (known !== undefined) {
      known.push(rule);
      continue;
    }
    const list = [rule];
    lists.push(list);
    if (key !== undefined) grouped.set(key, list);
  }
  return lists;
}
