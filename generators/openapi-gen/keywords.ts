import {
  isSchemaKeyword as isKeyword,
  isRulePart,
  type JsonValue,
  schemaKeywords as keywords,
  ruleParts,
  splitKeyword,
  type Tag,
  type KeywordValue as ValueKind,
} from "../model/index.js";

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

/** Reads the `+k8s:validation:` tags of a type or member. Lines of a raw text (`KEY>text`) are one. */
export function keywordsOf(tags: readonly Tag[]): {
  readonly keywords: readonly Keyword[];
  readonly problems: readonly KeywordProblem[];
} {
  const read: Keyword[] = [];
  const problems: KeywordProblem[] = [];
  for (const [tag, ...others] of groupsOf(
    tags.filter(({ name }) => name.startsWith("k8s:validation:")),
  )) {
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
    if (one === undefined) continue;
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

/** Undefined for a keyword that there is not, which has been reported where the tag stands. */
function keywordOf(tag: Tag): Keyword | KeywordProblem | undefined {
  const { path, rest } = splitKeyword(tag.name);
  const rule = /^cel\[(\d+)\]:(.*)$/.exec(rest);
  if (rule !== null) {
    const [, number = "", key = ""] = rule;
    if (!isRulePart(key)) return undefined;
    const value = readValue({ tag, kind: ruleParts[key] });
    if ("problem" in value) return value;
    if (key === "rule" && value.json === "") return { tag, problem: "the rule is empty" };
    return { path, key, rule: Number(number), value: value.json, of: undefined, tag };
  }
  if (!isKeyword(rest)) return undefined;
  const { value: kind, of } = keywords[rest];
  const value = readValue({ tag, kind });
  if ("problem" in value) return value;
  if (rest === "pattern" && typeof value.json === "string" && !isPattern(value.json)) {
    return { tag, problem: "it is no regular expression" };
  }
  return { path, key: rest, rule: undefined, value: value.json, of, tag };
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
