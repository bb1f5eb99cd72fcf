import type { RestClient } from "crd-runtime";
import type { CustomResourceDefinition } from "crd-runtime/apiextensions/v1";
import { celCompiler } from "crd-runtime/cel";
import {
  causesOf,
  type RuleChecks,
  ruleChecks,
  validateCustomResourceDefinition,
} from "crd-runtime/schema";
import { causeText, definitionsPath, dryRun } from "../server.js";

/** What the API server and our checks say of a definition. */
export interface Judged {
  /** `unjudged`: the server fails, or reads no definition at all. */
  readonly verdict: "accepted" | "refused" | "unjudged";
  /** Causes that only one of them names; none where they agree. */
  readonly differences: readonly string[];
}

/** The checks of rules that crd-gen and the embedded API server make. */
export function checksOfRules(): RuleChecks {
  return ruleChecks(celCompiler());
}

/** Asks both. */
export async function judge(input: {
  readonly rest: RestClient;
  readonly rules: RuleChecks;
  readonly definition: CustomResourceDefinition;
}): Promise<Judged> {
  const { rest, rules, definition } = input;
  const { metadata, spec } = definition;
  const { name, annotations } = metadata;
  const object = {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name, ...(annotations && { annotations }) },
    spec,
  };
  const verdict = await dryRun({ rest, path: definitionsPath, object });
  const ours = texts(causesOf(validateCustomResourceDefinition({ definition, rules })));
  if ("refused" in verdict) return { verdict: "unjudged", differences: [verdict.refused] };
  const theirs = "causes" in verdict ? verdict.causes.map(comparable) : [];
  return {
    verdict: "accepted" in verdict ? "accepted" : "refused",
    differences: [
      ...without(ours, theirs).map((cause) => `only ours: ${cause}`),
      ...without(theirs, ours).map((cause) => `only the server's: ${cause}`),
    ],
  };
}

function texts(causes: readonly Parameters<typeof causeText>[0][]): readonly string[] {
  return causes.map((cause) => comparable(causeText(cause)));
}

/**
 * The words of cel-go and of Go's libraries are not compared: what is wrong with an expression, or with a default that a rule
 * cannot judge. Nor is which of several rules that cost the same are named: the server goes through members in random order.
 */
function comparable(cause: string): string {
  return cause
    .replace(/(compilation failed: ).*/s, "$1")
    .replace(
      /(\.default\b.*: FieldValueInvalid: Invalid value: ).*(?: evaluating rule: | for rule: | parse error ).*/s,
      "$1",
    )
    .replace(/.*(: contributed to estimated rule cost total exceeding)/s, "$1");
}

/** What is in one list and not in the other; a list may hold a text twice. */
function without(list: readonly string[], other: readonly string[]): readonly string[] {
  const left = [...other];
  return list.filter((text) => {
    const index = left.indexOf(text);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}
