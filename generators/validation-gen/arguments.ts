import { scanArguments } from "../model/index.js";
import type { Rule } from "./rules.js";

/** What stands in the parentheses of a rule. */
export interface RuleArguments {
  /** `("sibling")`; "" where there are only names. */
  readonly positional: string;
  readonly named: ReadonlyMap<string, string>;
}

/** Reads `union: "name", memberName: "member"` or `"sibling"`, of which the model has made sure. */
export function readArguments(rule: Rule): RuleArguments {
  const scanned = scanArguments(rule.parentheses ?? "");
  const all = scanned.ok ? scanned.arguments : [];
  const named = all.flatMap(({ name, value }) =>
    name === undefined ? [] : [[name, String(value)] as const],
  );
  const positional = all.find(({ name }) => name === undefined)?.value ?? "";
  return { positional: String(positional), named: new Map(named) };
}
