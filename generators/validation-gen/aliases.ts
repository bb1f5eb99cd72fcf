import { type TypeExpression, withoutNull } from "../model/index.js";
import { immutableCheck } from "./conditions.js";
import type { Context } from "./context.js";
import { type ListRules, listRules } from "./lists.js";
import type { CheckPlan } from "./plan.js";
import { rulesOf } from "./rules.js";
import { shapeOf } from "./shape.js";

/** Aliases in one another; those that go in circles are reported where they are declared. */
const deepest = 100;

/** Whether a type is, by its aliases, a union of literals. */
export function isEnum(input: {
  readonly context: Context;
  readonly type: TypeExpression;
}): boolean {
  const { context, type } = input;
  let inner = withoutNull(type);
  for (let depth = 0; inner.kind === "reference" && depth < deepest; depth++) {
    const declaration = context.types.get(inner.id)?.declaration;
    if (declaration?.kind !== "alias") return false;
    inner = withoutNull(declaration.type);
  }
  return inner.kind === "enum";
}

/** `+k8s:immutable` of the type itself. */
export function immutableType(input: {
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
export function listOfType(input: {
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
