import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import type { ApiType, Member, TypesById } from "../model/index.js";
import { type Rule, tagOf } from "./rules.js";
import { describe, type Shape } from "./shape.js";

/** What is known while plans are made. */
export interface Context {
  readonly types: TypesById;
  /** The types that declare members by themselves; those of inline objects have none. */
  readonly ownerOf: ReadonlyMap<Member, ApiType>;
  /** Of relative imports: `js`. */
  readonly importExtension: string;
  readonly report: (diagnostic: Diagnostic) => void;
  /** Whether a schema checks the values of a type: what the type says by itself is said there. */
  readonly bySchema: (type: ApiType) => boolean;
  /** Whether it does so where the plan is for. */
  readonly isBySchema?: boolean;
}

/** A rule and the values that it is about. */
export interface RuleInput {
  readonly context: Context;
  readonly rule: Rule;
  readonly shape: Shape;
}

/** Reports a rule that is about other values; nothing comes of it. */
export function wrongType(input: RuleInput & { readonly wanted: string }): undefined {
  const { context, rule, shape, wanted } = input;
  const names = { tag: tagOf(rule), wanted, type: describe(shape) };
  context.report(diagnostic("tag/type", names, { span: rule.span }));
  return undefined;
}

export function wrongValue(input: {
  readonly context: Context;
  readonly rule: Rule;
  readonly problem: string;
  readonly hint?: string | undefined;
}): undefined {
  const { context, rule, problem, hint } = input;
  context.report(diagnostic("tag/value", { tag: tagOf(rule), problem }, { span: rule.span, hint }));
  return undefined;
}

/** Reports a rule in a chain in which it has no meaning. */
export function misplaced(input: {
  readonly context: Context;
  readonly rule: Rule;
  readonly place: string;
  readonly hint?: string | undefined;
}): undefined {
  const { context, rule, place, hint } = input;
  context.report(
    diagnostic("tag/misplaced", { tag: tagOf(rule), place }, { span: rule.span, hint }),
  );
  return undefined;
}

export function conflict(input: {
  readonly context: Context;
  readonly rule: Rule;
  readonly other: Rule;
  /** Default: where the other one stands. */
  readonly hint?: string;
}): undefined {
  const { context, rule, other, hint = `it stands in line ${other.span.line}` } = input;
  const names = { tag: rule.text, other: other.text };
  context.report(diagnostic("tag/conflict", names, { span: rule.span, hint }));
  return undefined;
}

export function needs(input: {
  readonly context: Context;
  readonly rule: Rule;
  readonly other: string;
  readonly hint?: string | undefined;
}): undefined {
  const { context, rule, other, hint } = input;
  context.report(diagnostic("tag/needs", { tag: rule.text, other }, { span: rule.span, hint }));
  return undefined;
}
