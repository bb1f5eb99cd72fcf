import { didYouMean } from "../diagnostics/index.js";
import type { JsonValue, Tag } from "../model/index.js";

const prefix = "k8s:validation:";

/** What a value has to be for a keyword: `size` is a whole number from 0 on. */
type ValueKind = "boolean" | "string" | "number" | "size" | "list";

/** Keywords of `+k8s:validation:`, and the kind of values of the API that each is about; undefined is any. */
const keywords = {
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
  Record<string, { readonly value: ValueKind; readonly of: string | undefined }>
>;

const ruleParts = {
  rule: "string",
  message: "string",
  messageExpression: "string",
  reason: "string",
  fieldPath: "string",
  optionalOldSelf: "boolean",
} as const satisfies Readonly<Record<string, ValueKind>>;

/** `items`, `additionalProperties` or `properties:NAME`. */
export type KeywordStep = string;

/** A tag of openapi-gen's that sets a keyword of the schema. */
export interface Keyword {
  readonly path: readonly KeywordStep[];
  /** `maxLength`; `rule` of `cel[0]:rule`. */
  readonly key: string;
  /** Number of the rule in CEL. */
  readonly rule: number | undefined;
  readonly value: JsonValue;
  /** The kind of values that it is about. */
  readonly of: string | undefined;
  readonly tag: Tag;
}

/** What is wrong with a tag. */
export interface KeywordProblem {
  readonly tag: Tag;
  readonly problem: string;
  readonly hint?: string | undefined;
}

function isKeyword(key: string): key is keyof typeof keywords {
  return Object.hasOwn(keywords, key);
}

function isRulePart(key: string): key is keyof typeof ruleParts {
  return Object.hasOwn(ruleParts, key);
}

/** Reads the `+k8s:validation:` tags of a type or member. Lines of a raw text (`KEY>text`) are one. */
export function keywordsOf(tags: readonly Tag[]): {
  readonly keywords: readonly Keyword[];
  readonly problems: readonly KeywordProblem[];
} {
  const read: Keyword[] = [];
  const problems: KeywordProblem[] = [];
  for (const [tag, ...others] of groupsOf(tags.filter(({ name }) => name.startsWith(prefix)))) {
    if (tag === undefined) continue;
    const isRaw = [tag, ...others].every(({ value }) => value?.startsWith(">"));
    const [second] = others;
    if (second !== undefined && !isRaw) {
      problems.push({ tag: second, problem: "it is said already" });
    }
    const text = isRaw
      ? JSON.stringify([tag, ...others].map(({ value = "" }) => value.slice(1)).join("\n"))
      : tag.value;
    const one = keywordOf({ ...tag, value: text });
    if ("problem" in one) problems.push(one);
    else read.push(one);
  }
  return { keywords: read, problems };
}

/** Tags of one name together, in source order. */
function groupsOf(tags: readonly Tag[]): Iterable<readonly Tag[]> {
  const groups = new Map<string, Tag[]>();
  for (const tag of tags) {
    const group = groups.get(tag.name) ?? [];
    group.push(tag);
    groups.set(tag.name, group);
  }
  return groups.values();
}

function keywordOf(tag: Tag): Keyword | KeywordProblem {
  const { path, rest } = splitPath(tag.name.slice(prefix.length));
  const rule = /^cel\[(\d+)\]:(.*)$/.exec(rest);
  if (rule !== null) {
    const [, number = "", key = ""] = rule;
    if (!isRulePart(key)) return unknown({ tag, key, known: Object.keys(ruleParts) });
    const value = readValue({ tag, kind: ruleParts[key] });
    if ("problem" in value) return value;
    if (key === "rule" && value.json === "") return { tag, problem: "the rule is empty" };
    return { path, key, rule: Number(number), value: value.json, of: undefined, tag };
  }
  if (!isKeyword(rest)) {
    return unknown({ tag, key: rest, known: [...Object.keys(keywords), "cel[0]:rule"] });
  }
  const { value: kind, of } = keywords[rest];
  const value = readValue({ tag, kind });
  if ("problem" in value) return value;
  if (rest === "pattern" && typeof value.json === "string" && !isPattern(value.json)) {
    return { tag, problem: "it is no regular expression" };
  }
  return { path, key: rest, rule: undefined, value: value.json, of, tag };
}

function splitPath(name: string): {
  readonly path: readonly KeywordStep[];
  readonly rest: string;
} {
  const path: KeywordStep[] = [];
  let rest = name;
  for (;;) {
    const [step] = /^(items|additionalProperties|properties:[^:]+):/.exec(rest) ?? [];
    if (step === undefined) return { path, rest };
    path.push(step.slice(0, -1));
    rest = rest.slice(step.length);
  }
}

function unknown(input: {
  readonly tag: Tag;
  readonly key: string;
  readonly known: readonly string[];
}): KeywordProblem {
  const { tag, key, known } = input;
  const hint = didYouMean({ word: key, candidates: known }) ?? `keywords: ${known.join(", ")}`;
  return { tag, problem: `there is no keyword '${key}'`, hint };
}

const wanted: Readonly<Record<ValueKind, string>> = {
  boolean: "true or false",
  string: "a string in double quotes, or '>' and the text as it is",
  number: "a number",
  size: "a whole number from 0 on",
  list: "a list in JSON",
};

function readValue(input: {
  readonly tag: Tag;
  readonly kind: ValueKind;
}): { readonly json: JsonValue } | KeywordProblem {
  const { tag, kind } = input;
  // A keyword alone is one that holds.
  if (tag.value === undefined && kind === "boolean") return { json: true };
  const json = parsed(tag.value ?? "");
  const fits =
    kind === "list"
      ? Array.isArray(json)
      : kind === "size"
        ? typeof json === "number" && Number.isSafeInteger(json) && json >= 0
        : typeof json === kind;
  return fits && json !== undefined ? { json } : { tag, problem: `its value is ${wanted[kind]}` };
}

function parsed(text: string): JsonValue | undefined {
  try {
    const json: JsonValue = JSON.parse(text);
    return json;
  } catch {
    return undefined;
  }
}

/** Whether RE2 could read it: what it has of its own is taken out, and JavaScript reads the rest. */
function isPattern(pattern: string): boolean {
  if (pattern.includes("\\Q")) return true;
  const common = pattern.replaceAll("(?P<", "(?<").replace(/\(\?[imsU-]+(:|\))/g, "(?:$1");
  try {
    new RegExp(common.replaceAll("(?:)", "").replaceAll("(?::", "(?:"));
    return true;
  } catch {
    return false;
  }
}
