import { correction, diagnostic } from "../../diagnostics/index.js";
import type { TagProblem } from "./problem.js";

const prefix = "k8s:validation:";

/** What a value has to be for a keyword: `size` is a whole number from 0 on. */
export type KeywordValue = "boolean" | "string" | "number" | "size" | "list";

/** Keywords of `+k8s:validation:`, and the kind of values of the API that each is about; undefined is any. */
export const schemaKeywords = {
  nullable: { value: "boolean", of: undefined },
  format: { value: "string", of: undefined },
  enum: { value: "list", of: undefined },
  maximum: { value: "number", of: "number" },
  minimum: { value: "number", of: "number" },
  multipleOf: { value: "number", of: "number" },
  exclusiveMaximum: { value: "boolean", of: "number" },
  exclusiveMinimum: { value: "boolean", of: "number" },
  maxLength: { value: "size", of: "string" },
  minLength: { value: "size", of: "string" },
  pattern: { value: "string", of: "string" },
  maxItems: { value: "size", of: "array" },
  minItems: { value: "size", of: "array" },
  uniqueItems: { value: "boolean", of: "array" },
  maxProperties: { value: "size", of: "object" },
  minProperties: { value: "size", of: "object" },
} as const satisfies Readonly<
  Record<string, { readonly value: KeywordValue; readonly of: string | undefined }>
>;

/** Parts of a rule in CEL, `cel[0]:rule`. */
export const ruleParts = {
  rule: "string",
  message: "string",
  messageExpression: "string",
  reason: "string",
  fieldPath: "string",
  optionalOldSelf: "boolean",
} as const satisfies Readonly<Record<string, KeywordValue>>;

/** Whether a word is a keyword of `+k8s:validation:`. */
export function isSchemaKeyword(key: string): key is keyof typeof schemaKeywords {
  return Object.hasOwn(schemaKeywords, key);
}

/** Whether a word is a part of a rule. */
export function isRulePart(key: string): key is keyof typeof ruleParts {
  return Object.hasOwn(ruleParts, key);
}

/** Takes a tag's name apart: the way into the value, and the keyword. */
export function splitKeyword(name: string): {
  readonly path: readonly string[];
  readonly rest: string;
} {
  const path: string[] = [];
  let rest = name.slice(prefix.length);
  for (;;) {
    const [step] = /^(items|additionalProperties|properties:[^:]+):/.exec(rest) ?? [];
    if (step === undefined) return { path, rest };
    path.push(step.slice(0, -1));
    rest = rest.slice(step.length);
  }
}

/** What is wrong with a name: a keyword that there is not, which the original skips in silence. */
export function unknownKeyword(name: string): TagProblem | undefined {
  const { rest } = splitKeyword(name);
  const [, part] = /^cel\[\d+\]:(.*)$/.exec(rest) ?? [];
  const key = part ?? rest;
  if (part === undefined ? isSchemaKeyword(key) : isRulePart(key)) return undefined;
  const candidates =
    part === undefined ? [...Object.keys(schemaKeywords), "cel[0]:rule"] : Object.keys(ruleParts);
  return {
    at: name.length - key.length,
    length: key.length,
    toDiagnostic: (place) => {
      const hint = `keywords: ${candidates.join(", ")}`;
      const advice = { hint, ...correction({ word: key, candidates }) };
      const parameters = { tag: `+${name}`, problem: `there is no keyword '${key}'` };
      return diagnostic("openapi/validation-tag", parameters, { ...place, ...advice });
    },
  };
}
