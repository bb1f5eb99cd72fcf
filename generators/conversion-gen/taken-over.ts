import { isDeepStrictEqual } from "node:util";
import { builtins, type Member, resolveAliases, type TypeExpression } from "../model/index.js";
import { memberAccess, memberKey } from "../render/index.js";
import type { Scope } from "./scope.js";

/** Members of the same name in two types, whose values are not always the same. */
interface Two {
  readonly scope: Scope;
  readonly same: Member;
  readonly member: Member;
}

/** `input.size ?? 0`, or a choice where some literals are not allowed. */
export function requiredValue(input: Two & { readonly zero: string }): string | undefined {
  const { same, zero } = input;
  const value = `input${memberAccess(same.name)}`;
  const unfit = unfitOf(input);
  if (unfit === undefined) return copied({ ...input, list: `(${value} ?? [])`, map: value });
  if (unfit.length === 0) return undefined;
  return unfit.every((literal) => literal === "undefined" || literal === "null")
    ? `${value} ?? ${zero}`
    : `${unfit.map((literal) => `${value} === ${literal}`).join(" || ")} ? ${zero} : ${value}`;
}

/** A fresh list or map of values, where one may be absent or null. */
function copied(input: Two & { readonly list: string; readonly map: string }): string | undefined {
  const { scope, same, member, list, map } = input;
  const [from, to] = [same.type, member.type].map((type) => withoutNull(scope, type).type);
  if (!isDeepStrictEqual(from, to)) return undefined;
  if (to?.kind === "array" && isValue(to.element)) return `[...${list}]`;
  return to?.kind === "map" && isValue(to.value) ? `{ ...${map} }` : undefined;
}

/** What an optional member takes over of one that it does not fit always: `input.size !== null && { size: input.size }`. */
export function optionalValue(input: Two): string | undefined {
  const { same, member } = input;
  const source = `input${memberAccess(same.name)}`;
  const literals = unfitOf(input);
  const value = literals === undefined ? copied({ ...input, list: source, map: source }) : source;
  const unfit = literals ?? absences(input);
  if (value === undefined || unfit.every((literal) => literal === "undefined")) return undefined;
  const tests = unfit.map((literal) => `${source} !== ${literal}`);
  return `${tests.join(" && ")} && { ${memberKey(member.name)}: ${value} }`;
}

/** More literals than these are not written out. */
const mostLiterals = 3;

/** What the one member may be and the other must not; undefined where their values cannot be compared so. */
function unfitOf(input: Two): readonly string[] | undefined {
  const { scope, same, member } = input;
  const from = withoutNull(scope, same.type);
  const to = withoutNull(scope, member.type);
  if (!isValue(from.type) || !isValue(to.type)) return undefined;
  const literals = literalsBeyond({ from: from.type, to: to.type });
  if (literals === undefined || literals.length > mostLiterals) return undefined;
  return [...absences(input), ...literals];
}

/** Which of undefined and null the one member may be and the other must not. */
function absences({ scope, same, member }: Two): readonly string[] {
  const [from, to] = [same, member].map(({ type }) => withoutNull(scope, type).nullable);
  return [
    ...(same.optional ? ["undefined"] : []),
    ...(from === true && to !== true ? ["null"] : []),
  ];
}

function literalsBeyond(input: {
  readonly from: TypeExpression;
  readonly to: TypeExpression;
}): readonly string[] | undefined {
  const { from, to } = input;
  if (from.kind === "enum" && to.kind === "enum") {
    return from.values
      .filter((value) => !to.values.includes(value))
      .map((one) => JSON.stringify(one));
  }
  return isDeepStrictEqual(from, to) ? [] : undefined;
}

function withoutNull(
  scope: Scope,
  type: TypeExpression,
): { readonly type: TypeExpression; readonly nullable: boolean } {
  const resolved = resolveAliases(scope.types, type);
  return resolved.kind === "nullable"
    ? { type: resolveAliases(scope.types, resolved.type), nullable: true }
    : { type: resolved, nullable: false };
}

/** What is handed over as it is. */
export function isValue(type: TypeExpression): boolean {
  return type.kind === "builtin"
    ? builtins[type.name].copy === "value"
    : ["string", "boolean", "number", "enum"].includes(type.kind);
}
