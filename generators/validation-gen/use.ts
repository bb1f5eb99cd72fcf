import type { ApiType, Member, TypeExpression } from "../model/index.js";
import { quoted } from "../render/index.js";
import { conditionalUse, immutableCheck } from "./conditions.js";
import { type Context, conflict, misplaced, wrongType } from "./context.js";
import { customCheck } from "./custom.js";
import { groupPlans, isGroupRule } from "./groups.js";
import { namedItemChecks } from "./items.js";
import { isListRule, type ListRules, listRules } from "./lists.js";
import { isModeRule, modePlans, reportModeRule } from "./modes.js";
import type { CheckPlan, MemberPlan, PresenceRulePlan, StatementPlan } from "./plan.js";
import { type Rule, rulesOf } from "./rules.js";
import { isNullable, type Shape, shapeOf, withoutNull } from "./shape.js";
import { subfieldChecks } from "./subfields.js";
import { itemUpdateCheck, updateCheck } from "./update-rules.js";
import { reportBounds, valueCheck } from "./value-rules.js";

/** Where a value stands, which says what rules there can be. */
export type UsePlace =
  | { readonly kind: "member"; readonly member?: Member }
  | { readonly kind: "type"; readonly type: ApiType }
  | { readonly kind: "key" }
  | { readonly kind: "item"; readonly shape: Shape; readonly list: ListRules | undefined };

/** A value of a type with the rules that hold for it there. */
export interface UseInput {
  readonly context: Context;
  readonly type: TypeExpression;
  readonly rules: readonly Rule[];
  readonly place: UsePlace;
  /** False where another function looks into the value already. */
  readonly descend: boolean;
  /** What is said of the list by rules beside those that are given. */
  readonly list?: ListRules | undefined;
}

/** What is checked of a value. */
export interface Use {
  readonly presence: PresenceRulePlan["presence"] | undefined;
  /** Rules about presence that do not always hold. */
  readonly rules: readonly PresenceRulePlan[];
  /** Rules that see a value that is unset, too. */
  readonly update: readonly CheckPlan[];
  readonly checks: readonly CheckPlan[];
}

/** What is checked of the members of an object: groups of them, then each. */
export function membersPlan(input: {
  readonly context: Context;
  readonly members: readonly Member[];
}): readonly StatementPlan[] {
  const { context, members } = input;
  return [
    ...groupPlans(input),
    ...modePlans({ ...input, statementOf: memberPlan }),
    ...members.map((member) => {
      const rules = rulesOf(member.tags).filter((rule) => !isModeRule(rule));
      return memberPlan({ context, member, rules, descend: true });
    }),
  ];
}

function memberPlan(
  input: Pick<UseInput, "context" | "rules" | "descend"> & { readonly member: Member },
): MemberPlan {
  const { context, member } = input;
  const { types } = context;
  const { name, type, optional } = member;
  const use = useOf({ ...input, type, place: { kind: "member", member } });
  const byType = optional || isNullable({ types, type }) ? "ifPresent" : "present";
  return {
    kind: "member",
    presence: use.presence ?? byType,
    member: name,
    isMap: shapeOf({ types, type }).kind === "map",
    rules: use.rules,
    update: use.update,
    checks: use.checks,
  };
}

/** The checks of a value in the order of validation-gen: its own rules, then what is in it. */
export function useOf(input: UseInput): Use {
  const { context, type, rules } = input;
  const shape = shapeOf({ types: context.types, type });
  const own = listRules({ context, rules, shape });
  const list = own ?? input.list ?? listOfType({ context, type });
  const conditional = conditionalUse({ ...input, list, useOf });
  const descend = input.descend && !rules.some(({ name }) => name === "opaqueType");
  reportBounds({ context, rules });
  return {
    presence: presenceOf(input),
    rules: conditional.rules,
    update: [
      ...(input.descend ? immutableType({ context, type }) : []),
      ...rules.flatMap((rule) => updateRule({ ...input, rule, shape, list }) ?? []),
      ...conditional.update,
    ],
    checks: [
      ...rules.flatMap((rule) => plainRule({ ...input, rule, shape }) ?? []),
      ...conditional.checks,
      ...(own?.unique === undefined ? [] : [own.unique]),
      ...subfieldChecks({ context, rules, shape, useOf }),
      ...namedItemChecks({ context, rules, shape, list, useOf }),
      ...keyChecks({ ...input, shape }),
      ...itemChecks({ ...input, shape, list, descend }),
      ...(descend ? insideChecks({ context, type: withoutNull(type) }) : []),
    ],
  };
}

function isPresence(name: string): name is "required" | "optional" | "forbidden" {
  return name === "required" || name === "optional" || name === "forbidden";
}

function presenceOf({ context, rules, place }: UseInput): Use["presence"] {
  const [first, second] = rules.filter(({ name }) => isPresence(name));
  if (first === undefined) return undefined;
  if (place.kind !== "member") {
    const hint = "it belongs on a member";
    return misplaced({ context, rule: first, place: placeName(place), hint });
  }
  if (second !== undefined) conflict({ context, rule: second, other: first });
  return isPresence(first.name) ? first.name : undefined;
}

/** `on a member`, `for items of a list`. */
export function placeName(place: UsePlace): string {
  switch (place.kind) {
    case "key":
      return "for keys of a map";
    case "item":
      return place.shape.kind === "map" ? "for values of a map" : "for items of a list";
    default:
      return `on a ${place.kind}`;
  }
}

interface RuleUse extends UseInput {
  readonly rule: Rule;
  readonly shape: Shape;
}

function updateRule(
  input: RuleUse & { readonly list: ListRules | undefined },
): CheckPlan | undefined {
  const { rule, place } = input;
  if (rule.name !== "immutable" && rule.name !== "update") return undefined;
  if (place.kind === "key") return misplaced({ ...input, place: placeName(place) });
  // Where the value is used: there it is seen that it goes away.
  if (place.kind === "type") return undefined;
  if (rule.name === "immutable") return { kind: "function", name: "immutable" };
  return place.kind === "item"
    ? itemUpdateCheck({ ...input, container: place })
    : updateCheck(input);
}

/** Rules about the value as it is. */
function plainRule(input: RuleUse): CheckPlan | undefined {
  const { context, rule, shape, place } = input;
  if (rule.name === "enum") {
    return shape.kind === "string" && isEnum(input)
      ? undefined
      : wrongType({ context, rule, shape, wanted: "unions of string literals" });
  }
  if (isGroupRule(rule)) {
    return place.kind === "member"
      ? undefined
      : misplaced({ context, rule, place: placeName(place), hint: "it belongs on a member" });
  }
  if (isListRule(rule) && place.kind === "item") {
    return misplaced({
      context,
      rule,
      place: placeName(place),
      hint: "declare the list as a type",
    });
  }
  if (isModeRule(rule)) return reportModeRule({ context, rule });
  return rule.name === "customValidation" ? customCheck(input) : valueCheck(input);
}

function isEnum({ context, type }: UseInput): boolean {
  let inner = withoutNull(type);
  for (let depth = 0; inner.kind === "reference" && depth < deepest; depth++) {
    const declaration = context.types.get(inner.id)?.declaration;
    if (declaration?.kind !== "alias") return false;
    inner = withoutNull(declaration.type);
  }
  return inner.kind === "enum";
}

/** Aliases in one another; those that go in circles are reported where they are declared. */
const deepest = 100;

/** `+k8s:immutable` of the type itself. */
function immutableType(input: {
  readonly context: Context;
  readonly type: TypeExpression;
}): readonly CheckPlan[] {
  let inner = withoutNull(input.type);
  for (let depth = 0; inner.kind === "reference" && depth < deepest; depth++) {
    const type = input.context.types.get(inner.id);
    if (type === undefined) return [];
    const checks = rulesOf(type.tags).flatMap(
      (rule) => immutableCheck({ context: input.context, rule }) ?? [],
    );
    if (checks.length > 0) return checks;
    if (type.declaration.kind !== "alias") return [];
    inner = withoutNull(type.declaration.type);
  }
  return [];
}

/** List rules of the alias that a type is; what is wrong with them is reported there. */
function listOfType(input: {
  readonly context: Context;
  readonly type: TypeExpression;
}): ListRules | undefined {
  const { types } = input.context;
  let inner = withoutNull(input.type);
  for (let depth = 0; inner.kind === "reference" && depth < deepest; depth++) {
    const type = types.get(inner.id);
    if (type?.declaration.kind !== "alias") return undefined;
    const shape = shapeOf({ types, type: type.declaration.type });
    const context: Context = { ...input.context, report: () => undefined };
    const found = listRules({ context, rules: rulesOf(type.tags), shape });
    if (found !== undefined) return found;
    inner = withoutNull(type.declaration.type);
  }
  return undefined;
}

function keyChecks(input: UseInput & { readonly shape: Shape }): readonly CheckPlan[] {
  const { context, shape } = input;
  const chains = input.rules.filter(({ name }) => name === "eachKey");
  const [first] = chains;
  if (first === undefined) return [];
  if (shape.kind !== "map") {
    wrongType({ context, rule: first, shape, wanted: "maps" });
    return [];
  }
  const rules = chains.flatMap(({ chained }) => chained ?? []);
  const place: UsePlace = { kind: "key" };
  const { checks } = useOf({ context, type: { kind: "string" }, rules, place, descend: false });
  return [{ kind: "each", name: "eachKey", match: undefined, checks }];
}

/** One loop for the rules of items and for what is in them. */
function itemChecks(
  input: UseInput & { readonly shape: Shape; readonly list: ListRules | undefined },
): readonly CheckPlan[] {
  const { context, shape, list } = input;
  const chains = input.rules.filter(({ name }) => name === "eachVal");
  const [first] = chains;
  if (shape.kind !== "list" && shape.kind !== "map") {
    if (first !== undefined) wrongType({ context, rule: first, shape, wanted: "lists and maps" });
    return [];
  }
  const { kind } = withoutNull(input.type);
  const descend = input.descend && (kind === "array" || kind === "map");
  const type = shape.kind === "list" ? shape.element : shape.value;
  const rules = chains.flatMap(({ chained }) => chained ?? []);
  const use = useOf({ context, type, rules, place: { kind: "item", shape, list }, descend });
  const checks = [...use.update, ...use.checks];
  if (checks.length === 0) return [];
  const name = shape.kind === "list" ? "eachItem" : "eachValue";
  return [{ kind: "each", name, match: list?.identity, checks }];
}

/** What is in a value that is no list and no map. */
function insideChecks(input: {
  readonly context: Context;
  readonly type: TypeExpression;
}): readonly CheckPlan[] {
  const { context, type } = input;
  switch (type.kind) {
    case "reference":
      return [{ kind: "type", id: type.id }];
    case "enum":
      return [{ kind: "function", name: "oneOf", arguments: literals(type.values) }];
    case "object": {
      const statements = membersPlan({ context, members: type.members });
      return [{ kind: "inline", statements }];
    }
    case "union": {
      if (type.form === "discriminated") {
        const { discriminant, members } = type;
        return [{ kind: "cases", discriminant, cases: members }];
      }
      const place: UsePlace = { kind: "item", shape: { kind: "union" }, list: undefined };
      const use = useOf({ context, type: type.type, rules: [], place, descend: true });
      const name = type.form === "oneOrMany" ? "oneOrMany" : "unlessBoolean";
      return [{ kind: "wrap", name, checks: [...use.update, ...use.checks] }];
    }
    default:
      return [];
  }
}

/** In the order in which validation-gen names them. */
function literals(values: readonly (boolean | number | string)[]): readonly string[] {
  return values
    .toSorted((left, right) => (String(left) < String(right) ? -1 : 1))
    .map((value) => (typeof value === "string" ? quoted(value) : String(value)));
}
