import { memberKey, quoted } from "../render/index.js";
import { hasOtherNames, type RuleArguments, readArguments } from "./arguments.js";
import { type Context, misplaced, needs, wrongType, wrongValue } from "./context.js";
import { itemMembers } from "./item-members.js";
import type { ListRules } from "./lists.js";
import type { CheckPlan } from "./plan.js";
import type { Rule } from "./rules.js";
import type { Shape } from "./shape.js";
import type { Use, UseInput, UsePlace } from "./use-place.js";

interface Input {
  readonly context: Context;
  readonly rules: readonly Rule[];
  readonly shape: Shape;
  readonly list: ListRules | undefined;
  readonly place: UsePlace;
  readonly useOf: (input: UseInput) => Use;
}

interface Found {
  readonly rule: Rule;
  /** `type: "Ready"`, as code. */
  readonly key: readonly string[];
  readonly chained: Rule;
}

/** The checks of `+k8s:item(type: "Ready")=`: one for all rules of an item. */
export function namedItemChecks(input: Input): readonly CheckPlan[] {
  const { context, shape, list, useOf } = input;
  const found = input.rules
    .filter(({ name }) => name === "item")
    .flatMap((rule) => readItem({ ...input, rule }) ?? []);
  if (shape.kind !== "list") return [];
  const members = found.filter(({ chained }) => isItemGroup(chained));
  const others = found.filter(({ chained }) => !isItemGroup(chained));
  const keys = [...new Set(others.map(({ key }) => key.join()))];
  const single = keys.flatMap((joined): readonly CheckPlan[] => {
    const same = others.filter(({ key }) => key.join() === joined);
    const rules = same.map(({ chained }) => chained);
    const place = { kind: "item", shape, list } as const;
    const use = useOf({ context, type: shape.element, rules, place, descend: false });
    const checks = [...use.update, ...use.checks];
    const items = same[0]?.key ?? [];
    const properties = [{ key: "key", kind: "object", items }] as const;
    return checks.length === 0 ? [] : [{ kind: "with", name: "item", properties, checks }];
  });
  return [...itemGroups({ ...input, members }), ...single];
}

const groups: ReadonlyMap<string, string> = new Map([
  ["unionMember", "unionOfItems"],
  ["zeroOrOneOfMember", "zeroOrOneOfItems"],
]);

function isItemGroup(rule: Rule): boolean {
  return groups.has(rule.name);
}

/** Items of which one is there: a check for each union. */
function itemGroups(input: Input & { readonly members: readonly Found[] }): readonly CheckPlan[] {
  const { context, place } = input;
  const list =
    place.kind === "member" ? place.name : place.kind === "type" ? place.type.name : undefined;
  const tagged = input.members.flatMap(({ chained, key }) => {
    if (list === undefined) {
      const hint = "write it on the member that is the list";
      return misplaced({ context, rule: chained, place: "for items here", hint }) ?? [];
    }
    if (hasOtherNames({ context, rule: chained, allowed: ["union"] })) return [];
    const union = `${chained.name} ${readArguments(chained).named.get("union") ?? ""}`;
    return [{ union, name: groups.get(chained.name) ?? "", key: `{ ${key.join(", ")} }` }];
  });
  return [...new Set(tagged.map(({ union }) => union))].map((union) => {
    const same = tagged.filter((one) => one.union === union);
    const keys = same.map(({ key }) => key);
    const name = same[0]?.name ?? "";
    return { kind: "function", name, arguments: [quoted(list ?? ""), ...keys] };
  });
}

function readItem(input: Input & { readonly rule: Rule }): Found | undefined {
  const { context, rule, shape, list } = input;
  if (shape.kind !== "list") return wrongType({ context, rule, shape, wanted: "lists" });
  const keys = list?.hasKeys === true ? (list.identity?.keys ?? []) : [];
  if (keys.length === 0) return needs({ context, rule, other: "+k8s:listType=map" });
  const { values } = readArguments(rule);
  if (hasOtherNames({ context, rule, allowed: keys })) return undefined;
  const missing = keys.filter((key) => !values.has(key));
  if (missing.length > 0) {
    const hint = `write '${keys.map((key) => `${key}: ...`).join(", ")}'`;
    return wrongValue({ context, rule, problem: `'${missing.join("', '")}' is missing`, hint });
  }
  const { chained } = rule;
  if (chained === undefined) return undefined;
  if (chained.name === "item") {
    return misplaced({ context, rule: chained, place: "behind '+k8s:item'" });
  }
  const key = keys.map((name) => literalOf({ ...input, element: shape, name, values }));
  return key.includes(undefined)
    ? undefined
    : { rule, key: key.filter((one) => one !== undefined), chained };
}

/** `name: "Ready"`; a value of another type than the member's is reported. */
function literalOf(
  input: Input & {
    readonly rule: Rule;
    readonly element: Extract<Shape, { readonly kind: "list" }>;
    readonly name: string;
    readonly values: RuleArguments["values"];
  },
): string | undefined {
  const { context, rule, name } = input;
  const value = input.values.get(name);
  const { types } = context;
  const kind = itemMembers({ types, element: input.element.element })?.get(name);
  const fits = kind === "integer" ? Number.isInteger(value) : typeof value === kind;
  if (fits) {
    return `${memberKey(name)}: ${typeof value === "string" ? quoted(value) : String(value)}`;
  }
  const problem = `'${String(value)}' is no ${kind ?? "value"} of '${name}'`;
  const hint =
    kind === "string"
      ? `write '${name}: "${String(value)}"'`
      : typeof value === "string"
        ? "write it without quotes"
        : undefined;
  return wrongValue({ context, rule, problem, hint });
}
