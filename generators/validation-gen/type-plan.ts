import { type ApiType, allMembers, type TypeExpression } from "../model/index.js";
import type { Context } from "./context.js";
import type { StatementPlan, TypePlan } from "./plan.js";
import { type Rule, rulesOf } from "./rules.js";
import { membersPlan, useOf } from "./use.js";

/** What is checked of values of a declared type. */
export function typePlan(input: { readonly context: Context; readonly type: ApiType }): TypePlan {
  const { type } = input;
  const context = { ...input.context, isBySchema: input.context.bySchema(type) };
  const { declaration } = type;
  const rules = rulesOf(type.tags);
  const isObject = declaration.kind === "interface" || declaration.type.kind === "object";
  if (!isObject)
    return { statements: valueStatement({ context, owner: type, type: declaration.type, rules }) };
  const own: TypeExpression = { kind: "reference", id: type.id };
  const statements = valueStatement({ context, owner: type, type: own, rules, isObject });
  if (rules.some(({ name }) => name === "opaqueType")) return { statements };
  const members = allMembers(context.types, type);
  return { statements: [...statements, ...membersPlan({ context, members })] };
}

function valueStatement(input: {
  readonly context: Context;
  readonly owner: ApiType;
  readonly type: TypeExpression;
  readonly rules: readonly Rule[];
  /** The members are looked into beside. */
  readonly isObject?: true;
}): readonly StatementPlan[] {
  const { context, type, rules, isObject } = input;
  const place = { kind: "type", type: input.owner } as const;
  const use = useOf({ context, type, rules, place, descend: isObject === undefined });
  const checks = [...use.update, ...use.checks];
  return checks.length === 0 ? [] : [{ kind: "value", checks }];
}
