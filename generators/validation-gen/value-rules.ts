import { didYouMean } from "../diagnostics/index.js";
import { quoted } from "../render/index.js";
import { type Context, conflict, type RuleInput, wrongType, wrongValue } from "./context.js";
import type { CheckPlan } from "./plan.js";
import { type Rule, scalarOf, tagOf, textOf } from "./rules.js";

/** Formats of validation-gen. */
const formats = [
  "k8s-extended-resource-name",
  "k8s-label-key",
  "k8s-label-value",
  "k8s-long-name",
  "k8s-long-name-caseless",
  "k8s-path-segment-name",
  "k8s-prefixed-label-key",
  "k8s-resource-fully-qualified-name",
  "k8s-resource-pool-name",
  "k8s-short-name",
  "k8s-uuid",
] as const;

/** Rules with a number, and the values that they are about. */
const limits = new Map<string, "string" | "integer" | "list" | "map">([
  ["minLength", "string"],
  ["maxLength", "string"],
  ["maxBytes", "string"],
  ["minimum", "integer"],
  ["maximum", "integer"],
  ["minItems", "list"],
  ["maxItems", "list"],
  ["minProperties", "map"],
  ["maxProperties", "map"],
]);

const wanted = { string: "strings", integer: "integers", list: "lists", map: "maps" } as const;

/** The largest number of entries that validation-gen takes. */
const mostProperties = 100_000;

/** The check of a rule about the value alone; undefined for any other rule, and for one that was reported. */
export function valueCheck(input: RuleInput): CheckPlan | undefined {
  const { rule } = input;
  if (limits.has(rule.name)) return limitCheck(input);
  switch (rule.name) {
    case "format":
      return formatCheck(input);
    case "neq":
      return neqCheck(input);
    case "monotonic":
      return input.shape.kind === "integer"
        ? { kind: "function", name: "monotonic" }
        : wrongType({ ...input, wanted: "integers" });
    default:
      return undefined;
  }
}

/** Bounds of which no value is between. */
export function reportBounds(input: {
  readonly context: Context;
  readonly rules: readonly Rule[];
}): void {
  const { context, rules } = input;
  for (const [least, most] of [
    ["minLength", "maxLength"],
    ["minLength", "maxBytes"],
    ["minimum", "maximum"],
    ["minItems", "maxItems"],
    ["minProperties", "maxProperties"],
  ]) {
    const low = rules.find(({ name }) => name === least);
    const high = rules.find(({ name }) => name === most);
    if (low !== undefined && high !== undefined && Number(low.value) > Number(high.value)) {
      const [other, rule] = low.span.line < high.span.line ? [low, high] : [high, low];
      conflict({ context, rule, other });
    }
  }
}

function limitCheck(input: RuleInput): CheckPlan | undefined {
  const { rule, shape } = input;
  const about = limits.get(rule.name);
  if (about === undefined || shape.kind !== about) {
    return wrongType({ ...input, wanted: about === undefined ? "" : wanted[about] });
  }
  const limit = Number(rule.value);
  const problem = limitProblem({ ...input, limit });
  return problem === undefined
    ? { kind: "function", name: rule.name, arguments: [String(limit)] }
    : wrongValue({ ...input, problem });
}

function limitProblem(input: RuleInput & { readonly limit: number }): string | undefined {
  const { limit, shape } = input;
  if (shape.kind === "integer") {
    const isInt32 = limit >= -(2 ** 31) && limit <= 2 ** 31 - 1;
    return shape.bits === 32 && !isInt32 ? `${limit} is no int32` : undefined;
  }
  if (!Number.isSafeInteger(limit) || limit < 0) return "it is negative or too large";
  return shape.kind === "map" && limit > mostProperties
    ? `it is more than ${mostProperties}`
    : undefined;
}

function formatCheck(input: RuleInput): CheckPlan | undefined {
  const { rule, shape } = input;
  if (shape.kind !== "string") return wrongType({ ...input, wanted: "strings" });
  const name = textOf(rule);
  if (formats.some((one) => one === name)) {
    return { kind: "function", name: "format", arguments: [quoted(name)] };
  }
  const hint =
    didYouMean({ word: name, candidates: formats }) ?? `the formats are ${formats.join(", ")}`;
  return wrongValue({ ...input, problem: `there is no format '${name}'`, hint });
}

function neqCheck(input: RuleInput): CheckPlan | undefined {
  const { rule, shape } = input;
  const { kind } = shape;
  if (kind !== "string" && kind !== "integer" && kind !== "boolean") {
    return wrongType({ ...input, wanted: "strings, integers and booleans" });
  }
  const value = scalarOf(rule);
  const fits = kind === "integer" ? Number.isInteger(value) : typeof value === kind;
  if (!fits) {
    const text = rule.value ?? "";
    const hint = kind === "string" ? `write '${tagOf(rule)}="${text}"'` : undefined;
    return wrongValue({ ...input, problem: `'${text}' is no ${kind}`, hint });
  }
  const problem = typeof value === "number" ? limitProblem({ ...input, limit: value }) : undefined;
  if (problem !== undefined) return wrongValue({ ...input, problem });
  const code = typeof value === "string" ? quoted(value) : String(value);
  return { kind: "function", name: "neq", arguments: [code] };
}
