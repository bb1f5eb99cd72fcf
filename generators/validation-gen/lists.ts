import { didYouMean } from "../diagnostics/index.js";
import { quoted } from "../render/index.js";
import { bare, type Conditional, readConditional, wrappedInAll } from "./condition.js";
import { type Context, conflict, needs, wrongType, wrongValue } from "./context.js";
import { itemMembers } from "./item-members.js";
import type { CheckPlan, MatchPlan } from "./plan.js";
import { type Rule, textOf } from "./rules.js";
import { type Shape, shapeOf } from "./shape.js";

/** What is said of the items of a list. */
export interface ListRules {
  /** Finds the item that one was before; undefined for an atomic list. */
  readonly identity: MatchPlan | undefined;
  /** Whether keys tell items apart. */
  readonly hasKeys: boolean;
  readonly unique: readonly CheckPlan[];
}

const names: readonly string[] = ["listType", "listMapKey", "unique", "customUnique"];

export function isListRule(rule: Rule): boolean {
  return names.includes(rule.name);
}

/**
 * The list rules of a declaration; undefined where there are none, and where they were reported. Under conditions is only that
 * items are unique: which items are the same says the rule in any case, as in validation-gen.
 */
export function listRules(input: {
  readonly context: Context;
  readonly rules: readonly Rule[];
  readonly shape: Shape;
}): ListRules | undefined {
  const { context, shape } = input;
  const found = input.rules
    .filter((rule) => isListRule(bare(rule)))
    .flatMap((rule) => readConditional({ context, rule }) ?? []);
  const rules = found.map(({ rule }) => rule);
  const [first] = rules;
  if (first === undefined) return undefined;
  if (shape.kind !== "list") return wrongType({ context, rule: first, shape, wanted: "lists" });
  const type = rules.find(({ name }) => name === "listType");
  const unique = rules.find(({ name }) => name === "unique");
  const custom = rules.find(({ name }) => name === "customUnique");
  const keyRules = rules.filter(({ name }) => name === "listMapKey");
  if (type === undefined) {
    const hint = "add '+k8s:listType=atomic', '=set' or '=map'";
    return needs({ context, rule: first, other: "+k8s:listType=", hint });
  }
  if (unique !== undefined && type.value !== "atomic") {
    return conflict({ context, rule: unique, other: type });
  }
  const by = type.value === "atomic" ? unique?.value : type.value;
  const [key] = keyRules;
  if (by !== "map" && key !== undefined) {
    return needs({ context, rule: key, other: "+k8s:listType=map" });
  }
  if (by === undefined) {
    if (custom !== undefined) needs({ context, rule: custom, other: "+k8s:listType=set" });
    return { identity: undefined, hasKeys: false, unique: [] };
  }
  const keys = by === "map" ? mapKeys({ ...input, shape, by: unique ?? type, keyRules }) : [];
  if (keys === undefined) return undefined;
  const conditions = conditionsOf({ found, rules: [unique ?? type, ...keyRules] });
  const check: CheckPlan = { kind: "function", name: "unique", arguments: keys.map(quoted) };
  return {
    identity: { match: by === "map" ? "byKeys" : "byValue", keys },
    hasKeys: by === "map",
    unique: custom === undefined ? wrappedInAll({ conditions, checks: [check] }) : [],
  };
}

/** Those of the first rule that has any. */
function conditionsOf(input: {
  readonly found: readonly Conditional[];
  readonly rules: readonly Rule[];
}): Conditional["conditions"] {
  const { found, rules } = input;
  const conditions = rules.map((rule) => found.find((one) => one.rule === rule)?.conditions ?? []);
  return conditions.find((one) => one.length > 0) ?? [];
}

/** The keys of the items of a list of objects. */
function mapKeys(input: {
  readonly context: Context;
  readonly shape: Extract<Shape, { readonly kind: "list" }>;
  readonly by: Rule;
  readonly keyRules: readonly Rule[];
}): readonly string[] | undefined {
  const { context, shape, by, keyRules } = input;
  const members = itemMembers({ types: context.types, element: shape.element });
  if (members === undefined) {
    const element = shapeOf({ types: context.types, type: shape.element });
    return wrongType({ context, rule: by, shape: element, wanted: "lists of objects" });
  }
  if (keyRules.length === 0) {
    const hint = "add '// +k8s:listMapKey=...' with the member that tells the items apart";
    return needs({ context, rule: by, other: "+k8s:listMapKey=", hint });
  }
  const keys = keyRules.map((rule) => ({ rule, name: textOf(rule) }));
  const wrong = keys.filter(({ rule, name }) => !isKey({ context, members, rule, name }));
  return wrong.length === 0 ? keys.map(({ name }) => name) : undefined;
}

function isKey(input: {
  readonly context: Context;
  readonly members: ReadonlyMap<string, Shape["kind"]>;
  readonly rule: Rule;
  readonly name: string;
}): boolean {
  const { context, members, rule, name } = input;
  const kind = members.get(name);
  if (kind === undefined) {
    const hint = didYouMean({ word: name, candidates: members.keys() });
    wrongValue({ context, rule, problem: `the items have no member '${name}'`, hint });
    return false;
  }
  const isScalar = ["string", "integer", "boolean", "literals"].includes(kind);
  if (!isScalar) {
    wrongValue({ context, rule, problem: `'${name}' is no string, integer or boolean` });
  }
  return isScalar;
}
