import { correction, diagnostic } from "../diagnostics/index.js";
import { type Context, wrongValue } from "./context.js";
import { type Rule, tagOf } from "./rules.js";

/** What stands in the parentheses of a rule. */
export interface RuleArguments {
  /** `("sibling")`; "" where there are only names. */
  readonly positional: string;
  readonly named: ReadonlyMap<string, string>;
}

/** Reads `union: "name", memberName: "member"` or `"sibling"`; undefined where it was reported. */
export function readArguments(input: {
  readonly context: Context;
  readonly rule: Rule;
  /** Names that there may be. */
  readonly allowed: readonly string[];
  /** Whether the one argument has no name. */
  readonly positional: boolean;
}): RuleArguments | undefined {
  const { context, rule, allowed } = input;
  const text = rule.parentheses ?? "";
  const named = new Map<string, string>();
  let positional = "";
  const argument = /\s*(?:([A-Za-z]\w*)\s*:\s*)?(?:"([^"\\]*)"|`([^`]*)`|([\w.-]+))\s*(?:,|$)/y;
  while (argument.lastIndex < text.length) {
    const [, name, quotes, ticks, bare] = argument.exec(text) ?? [];
    const value = quotes ?? ticks ?? bare;
    const unnamed = name === undefined;
    if (value === undefined || unnamed !== input.positional || (unnamed && positional !== "")) {
      return wrongValue({ context, rule, problem: `'(${text})' cannot be read` });
    }
    if (unnamed) {
      positional = value;
    } else if (!allowed.includes(name)) {
      const advice = correction({ word: name, candidates: allowed });
      const names = { tag: tagOf(rule), argument: name };
      context.report(diagnostic("tag/argument", names, { span: rule.span, hint: advice?.hint }));
      return undefined;
    } else if (named.has(name)) {
      const names = { tag: `${tagOf(rule)}(${name})` };
      context.report(diagnostic("tag/repeated", names, { span: rule.span }));
      return undefined;
    } else {
      named.set(name, value);
    }
  }
  return { positional, named };
}
