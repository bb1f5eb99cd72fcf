import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import { resolveAliases, type Tag, type TypeExpression, type TypesById } from "../model/index.js";
import { type Keyword, type KeywordProblem, keywordsOf } from "./keywords.js";

/** Sizes and limits of which the first cannot be above the second. */
const ranges = [
  ["minimum", "maximum"],
  ["minLength", "maxLength"],
  ["minItems", "maxItems"],
  ["minProperties", "maxProperties"],
] as const;

/** What is wrong with the `+k8s:validation:` tags of a type or member. */
export function keywordProblems(input: {
  readonly types: TypesById;
  readonly tags: readonly Tag[];
  readonly type: TypeExpression;
}): readonly Diagnostic[] {
  const { keywords, problems } = keywordsOf(input.tags);
  return [
    ...problems,
    ...keywords.flatMap((keyword) => kindProblem({ ...input, keyword }) ?? []),
    ...[...byPlace(keywords).values()].flatMap((one) => [
      ...rangeProblems(one),
      ...ruleProblems(one),
    ]),
  ].map(({ tag, problem, hint }) =>
    diagnostic(
      "openapi/validation-tag",
      { tag: `+${tag.name}`, problem },
      { span: tag.span, hint },
    ),
  );
}

function byPlace(keywords: readonly Keyword[]): ReadonlyMap<string, readonly Keyword[]> {
  const places = new Map<string, Keyword[]>();
  for (const keyword of keywords) {
    const place = keyword.path.join(":");
    places.set(place, [...(places.get(place) ?? []), keyword]);
  }
  return places;
}

function rangeProblems(keywords: readonly Keyword[]): readonly KeywordProblem[] {
  const limitOf = (name: string) => keywords.find(({ key }) => key === name)?.value;
  return ranges.flatMap(([least, most]) => {
    const [low, high] = [limitOf(least), limitOf(most)];
    const tag = keywords.find(({ key }) => key === least)?.tag;
    return typeof low === "number" && typeof high === "number" && low > high && tag !== undefined
      ? [{ tag, problem: `it is above '${most}', which is ${high}` }]
      : [];
  });
}

/** Rules are numbered from 0 without gaps; each has a rule and a message, or an expression that makes one. */
function ruleProblems(keywords: readonly Keyword[]): readonly KeywordProblem[] {
  const rules = new Map<number, Keyword[]>();
  for (const keyword of keywords) {
    if (keyword.rule === undefined) continue;
    rules.set(keyword.rule, [...(rules.get(keyword.rule) ?? []), keyword]);
  }
  const numbers = [...rules.keys()].sort((left, right) => left - right);
  return numbers.flatMap((number, index): readonly KeywordProblem[] => {
    const parts = rules.get(number) ?? [];
    const [first] = parts;
    if (first === undefined) return [];
    const has = (name: string): boolean => parts.some(({ key }) => key === name);
    const { tag } = first;
    if (number !== index)
      return [{ tag, problem: `rules are numbered from 0 on: this is cel[${index}]` }];
    if (!has("rule")) return [{ tag, problem: `cel[${number}] has no rule` }];
    if (has("message") === has("messageExpression"))
      return [
        { tag, problem: `cel[${number}] needs a message or a messageExpression, and not both` },
      ];
    return [];
  });
}

/** A keyword for values of another kind than its place has. */
function kindProblem(input: {
  readonly types: TypesById;
  readonly type: TypeExpression;
  readonly keyword: Keyword;
}): KeywordProblem | undefined {
  const { types, keyword } = input;
  const { path, of, tag } = keyword;
  let type: TypeExpression | undefined = input.type;
  for (const step of path) {
    const outer = withoutNull({ types, type });
    const next = innerType({ outer, step });
    // Members of interfaces are where the tag cannot see them go wrong: the schema says them anyway.
    if (next === undefined && step.startsWith("properties:")) return undefined;
    if (next === undefined) return { tag, problem: `there are no ${step} where it stands` };
    type = next;
  }
  const kind = kindOf(withoutNull({ types, type }));
  return of === undefined || kind === undefined || kind === of
    ? undefined
    : { tag, problem: `it is for values of type ${of}, and this is of type ${kind}` };
}

function withoutNull(input: {
  readonly types: TypesById;
  readonly type: TypeExpression;
}): TypeExpression {
  const { types } = input;
  const type = resolveAliases(types, input.type);
  return type.kind === "nullable" ? resolveAliases(types, type.type) : type;
}

function innerType(input: {
  readonly outer: TypeExpression;
  readonly step: string;
}): TypeExpression | undefined {
  const { outer, step } = input;
  if (step === "items") return outer.kind === "array" ? outer.element : undefined;
  if (step === "additionalProperties") return outer.kind === "map" ? outer.value : undefined;
  const name = step.slice("properties:".length);
  return outer.kind === "object" ? outer.members.find((one) => one.name === name)?.type : undefined;
}

const stringBuiltins: ReadonlySet<string> = new Set(["Time", "MicroTime", "Duration", "Bytes"]);
const anyBuiltins: ReadonlySet<string> = new Set(["Quantity", "IntOrString", "JSON"]);
const numberBuiltins: ReadonlySet<string> = new Set([
  "integer",
  "int32",
  "int64",
  "float",
  "double",
]);

/** The kind of a type's values in JSON; undefined where there are several. */
function kindOf(
  type: TypeExpression,
): "string" | "boolean" | "number" | "array" | "object" | undefined {
  switch (type.kind) {
    case "string":
    case "boolean":
    case "number":
    case "array":
    case "object":
      return type.kind;
    case "tuple":
      return "array";
    case "map":
    case "reference":
      return "object";
    case "enum": {
      const [value] = type.values;
      if (typeof value === "string") return "string";
      return typeof value === "number" ? "number" : "boolean";
    }
    case "builtin":
      if (anyBuiltins.has(type.name)) return undefined;
      if (stringBuiltins.has(type.name)) return "string";
      return numberBuiltins.has(type.name) ? "number" : "object";
    case "nullable":
      return kindOf(type.type);
    case "union":
      return type.form === "discriminated" ? "object" : undefined;
  }
}
