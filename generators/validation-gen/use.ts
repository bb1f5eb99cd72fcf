import { type Member, type TypeExpression, withoutNull } from "../model/index.js";
import { quoted } from "../render/index.js";
import { immutableType, listOfType } from "./aliases.js";
import { bare } from "./condition.js";
import { conditionalUse } from "./conditions.js";
import { type Context, conflict, misplaced } from "./context.js";
import { customCheck } from "./custom.js";
import { itemChecks, keyChecks } from "./each.js";
import { enumChecks } from "./enums.js";
import { hoisted, isGroupRule, reportMixed } from "./group-rules.js";
import { groupPlans } from "./groups.js";
import { namedItemChecks } from "./items.js";
import { isListRule, type ListRules, listRules } from "./lists.js";
import { isModeRule, modePlans, reportModeRule } from "./modes.js";
import type { CheckPlan, MemberPlan, StatementPlan } from "./plan.js";
import { type Rule, rulesOf } from "./rules.js";
import { isNullable, type Shape, shapeOf } from "./shape.js";
import { subfieldChecks, type TogetherInput } from "./subfields.js";
import { itemUpdateCheck, updateCheck } from "./update-rules.js";
import { placeName, type Use, type UseInput, type UsePlace } from "./use-place.js";
import { reportBounds, valueCheck } from "./value-rules.js";

/** What is checked of the members of an object: groups of them, then each. */
export function membersPlan(input: {
  readonly context: Context;
  readonly members: readonly Member[];
}): readonly StatementPlan[] {
  const { context, members } = input;
  const ruled = members.map((member) => ({ member, rules: rulesOf(member.tags).map(hoisted) }));
  return [
    ...togetherPlan({ context, members: ruled, siblings: members }),
    ...ruled.map(({ member, rules }) => {
      const own = rules.filter((rule) => !isTogether(rule));
      return memberPlan({ context, member, rules: own, descend: true });
    }),
  ];
}

/** Whether a rule is about several members of an object. */
function isTogether(rule: Rule): boolean {
  return isGroupRule(bare(rule)) || isModeRule(rule);
}

/** The rules about several members of an object. */
function togetherPlan(input: TogetherInput): readonly StatementPlan[] {
  return [...groupPlans(input), ...modePlans({ ...input, statementOf: memberPlan })];
}

function memberPlan(
  input: Pick<UseInput, "context" | "rules" | "descend"> & { readonly member: Member },
): MemberPlan {
  const { context, member } = input;
  const { types } = context;
  const { name, type, optional } = member;
  const use = useOf({ ...input, type, place: { kind: "member", name, member } });
  const byType =
    optional || context.isBySchema === true || isNullable({ types, type })
      ? "ifPresent"
      : "present";
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
  const { context, type } = input;
  const rules = input.rules.map(hoisted);
  reportMixed({ context, rules });
  const shape = shapeOf({ types: context.types, type });
  const own = listRules({ context, rules, shape });
  const list = own ?? input.list ?? listOfType({ context, type });
  const conditional = conditionalUse({ ...input, rules, list, useOf });
  const descend = input.descend && !rules.some(({ name }) => name === "opaqueType");
  reportBounds({ context, rules });
  const inside = descend ? insideChecks({ context, type: withoutNull(type) }) : [];
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
      ...(own?.unique ?? []),
      ...subfieldChecks({ context, rules, shape, useOf, isTogether, togetherPlan }),
      ...namedItemChecks({ context, rules, shape, list, place: input.place, useOf }),
      ...keyChecks({ ...input, shape, useOf }),
      ...itemChecks({ ...input, shape, list, descend, useOf }),
      ...enumChecks({ ...input, rules, shape, inside }),
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
  if (rule.name === "immutable") {
    const check: CheckPlan = { kind: "function", name: "immutable" };
    const isOwn = place.kind !== "member" || place.member !== undefined;
    return isOwn ? check : { kind: "wrap", name: "besideSchema", checks: [check] };
  }
  return place.kind === "item"
    ? itemUpdateCheck({ ...input, container: place })
    : updateCheck(input);
}

/** Rules about the value as it is. */
function plainRule(input: RuleUse): CheckPlan | undefined {
  const { context, rule, place } = input;
  if (isGroupRule(rule)) {
    return misplaced({ context, rule, place: placeName(place), hint: "it belongs on a member" });
  }
  if (isListRule(bare(rule)) && place.kind === "item") {
    const hint = "declare the list as a type";
    return misplaced({ context, rule: bare(rule), place: placeName(place), hint });
  }
  if (isModeRule(rule)) return reportModeRule({ context, rule });
  return rule.name === "customValidation" ? customCheck(input) : valueCheck(input);
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
      if (context.isBySchema === true) return [];
      return [{ kind: "function", name: "oneOf", arguments: literals(type.values) }];
    case "object": {
      const statements = membersPlan({ context, members: type.members });
      return [{ kind: "inline", statements }];
    }
    case "tuple":
      return type.elements.flatMap((element, index) => tupleItem({ context, element, index }));
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

function tupleItem(input: {
  readonly context: Context;
  readonly element: TypeExpression;
  readonly index: number;
}): readonly CheckPlan[] {
  const { context, element, index } = input;
  const place: UsePlace = { kind: "item", shape: { kind: "tuple" }, list: undefined };
  const use = useOf({ context, type: element, rules: [], place, descend: true });
  const checks = [...use.update, ...use.checks];
  const properties = [{ key: "index", kind: "text", text: String(index) }] as const;
  return checks.length === 0 ? [] : [{ kind: "with", name: "itemAt", properties, checks }];
}

/** In the order in which validation-gen names them. */
function literals(values: readonly (boolean | number | string)[]): readonly string[] {
  return values
    .toSorted((left, right) => (String(left) < String(right) ? -1 : 1))
    .map((value) => (typeof value === "string" ? quoted(value) : String(value)));
}
