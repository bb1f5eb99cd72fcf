import type { SourceSpan } from "../diagnostics/index.js";
import { findTag, plainValue, scanScalar, splitTag, type Tag } from "../model/index.js";

/** A tag that says what a value may be. */
export interface Rule {
  /** Without `k8s:`: `minLength`. */
  readonly name: string;
  /** As it is written: `+k8s:minLength=1`. */
  readonly text: string;
  readonly value: string | undefined;
  /** Inside `(...)`. */
  readonly parentheses: string | undefined;
  /** The rule in `+k8s:eachVal=+k8s:minLength=1`. */
  readonly chained: Rule | undefined;
  /** False for a rule that stands behind another one. */
  readonly outermost: boolean;
  readonly span: SourceSpan;
}

/** The rules among the tags of a declaration, in their order. */
export function rulesOf(tags: readonly Tag[]): readonly Rule[] {
  return tags
    .filter(({ name }) => {
      const entry = findTag(name);
      return name !== "k8s:validation-gen" && entry?.tool === "validation-gen" && entry.implemented;
    })
    .map(({ name, value, parentheses, span }) =>
      ruleOf({ name, value, parentheses, span, outermost: true }),
    );
}

/** `+k8s:minLength`. */
export function tagOf(rule: Rule): string {
  return `+k8s:${rule.name}`;
}

/** A value in quotes or without. */
export function textOf(rule: Rule): string {
  const scanned = scanScalar({ text: rule.value ?? "", at: 0 });
  return scanned.ok && typeof scanned.value === "string" ? scanned.value : "";
}

/** A string, number or boolean. */
export function scalarOf(rule: Rule): boolean | number | string | undefined {
  const scanned = scanScalar({ text: rule.value ?? "", at: 0 });
  return scanned.ok ? scanned.value : undefined;
}

function ruleOf(input: {
  readonly name: string;
  readonly value: string | undefined;
  readonly parentheses: string | undefined;
  readonly span: SourceSpan;
  readonly outermost: boolean;
}): Rule {
  const { name, value, parentheses, span, outermost } = input;
  const entry = findTag(name);
  const isChain = entry?.value.kind === "tag";
  const text = `+${name}${parentheses === undefined ? "" : `(${parentheses})`}`;
  return {
    name: name.replace(/^k8s:/, ""),
    text: value === undefined ? text : `${text}=${value}`,
    value: entry && value && plainValue({ entry, text: value }),
    parentheses,
    chained: isChain ? chainedRule({ text: value ?? "", span }) : undefined,
    outermost,
    span,
  };
}

function chainedRule(input: { readonly text: string; readonly span: SourceSpan }): Rule {
  const { name, value, parentheses } = splitTag(input.text.replace(/^\+/, ""));
  return ruleOf({
    name,
    value: value?.text,
    parentheses,
    span: input.span,
    outermost: false,
  });
}
