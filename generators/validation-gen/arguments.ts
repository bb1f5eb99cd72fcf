import { correction, diagnostic } from "../diagnostics/index.js";
import { scanArguments } from "../model/index.js";
import type { Context } from "./context.js";
import { type Rule, tagOf } from "./rules.js";

/** What stands in the parentheses of a rule. */
export interface RuleArguments {
  /** `("sibling")`; "" where there are only names. */
  readonly positional: string;
  readonly named: ReadonlyMap<string, string>;
  /** The same as they are written: a string is in quotes, or a bare word. */
  readonly values: ReadonlyMap<string, boolean | number | string>;
}

/** Reads `union: "name", memberName: "member"` or `"sibling"`, of which the model has made sure. */
export function readArguments(rule: Rule): RuleArguments {
  const scanned = scanArguments(rule.parentheses ?? "");
  const all = scanned.ok ? scanned.arguments : [];
  const written = all.flatMap(({ name, value }) =>
    name === undefined ? [] : [[name, value] as const],
  );
  const named = written.map(([name, value]) => [name, String(value)] as const);
  const positional = all.find(({ name }) => name === undefined)?.value ?? "";
  return { positional: String(positional), named: new Map(named), values: new Map(written) };
}

/** Whether a rule has names in its parentheses that it has elsewhere, or that are members of nothing here; the first is reported. */
export function hasOtherNames(input: {
  readonly context: Context;
  readonly rule: Rule;
  readonly allowed: readonly string[];
}): boolean {
  const { context, rule, allowed } = input;
  const other = [...readArguments(rule).named.keys()].find((name) => !allowed.includes(name));
  if (other === undefined) return false;
  const advice = correction({ word: other, candidates: allowed });
  const names = { tag: tagOf(rule), argument: other };
  context.report(diagnostic("tag/argument", names, { span: rule.span, hint: advice?.hint }));
  return true;
}
