import {
  type ApiType,
  allMembers,
  defaultOf,
  insideOf,
  type Member,
  type TypeExpression,
  type TypeId,
  type TypesById,
} from "../model/index.js";
import { partsOf } from "./parts.js";

/** What a type holds, as far as defaults go. */
interface Node {
  /** A function, or a member with a default. */
  readonly defaulted: boolean;
  /** The types in it. */
  readonly holds: ReadonlySet<TypeId>;
}

/** The types that get a default somewhere in them: the others have no function. */
export function defaultedTypes(types: TypesById): ReadonlySet<TypeId> {
  const holders = new Map<TypeId, TypeId[]>();
  const found = new Set<TypeId>();
  for (const [id, type] of types) {
    const { defaulted, holds } = nodeOf({ types, type });
    if (defaulted) found.add(id);
    for (const held of holds) {
      const known = holders.get(held);
      if (known === undefined) holders.set(held, [id]);
      else known.push(id);
    }
  }
  // What is added while the loop runs is visited, too.
  for (const id of found) {
    for (const holder of holders.get(id) ?? []) found.add(holder);
  }
  return found;
}

/** Whether a member has a default, or gets one somewhere in it. */
export function isDefaultedMember(input: {
  readonly types: TypesById;
  readonly defaulted: ReadonlySet<TypeId>;
  readonly member: Member;
}): boolean {
  const { types, defaulted, member } = input;
  return (
    [member, ...inlineMembers(member.type)].some(
      (one) => defaultOf({ types, member: one }) !== undefined,
    ) || referencesIn(member.type).some((id) => defaulted.has(id))
  );
}

/** The types that values of the given ones hold, those that a function covers included. */
export function heldTypes(input: {
  readonly types: TypesById;
  readonly roots: readonly TypeId[];
}): ReadonlySet<TypeId> {
  const { types } = input;
  const found = new Set(input.roots);
  for (const id of found) {
    const type = types.get(id);
    if (type === undefined) continue;
    const { declaration } = type;
    const expressions: readonly TypeExpression[] =
      declaration.kind === "alias"
        ? [declaration.type]
        : [...declaration.extends, ...allMembers(types, type).map((member) => member.type)];
    for (const held of expressions.flatMap(referencesIn)) found.add(held);
  }
  return found;
}

/** The types that generated functions fill in, the given ones included. */
export function filledTypes(input: {
  readonly types: TypesById;
  readonly roots: readonly TypeId[];
}): ReadonlySet<TypeId> {
  const { types, roots } = input;
  const found = new Set(roots);
  for (const id of found) {
    const type = types.get(id);
    if (type === undefined) continue;
    for (const held of nodeOf({ types, type }).holds) found.add(held);
  }
  return found;
}

function nodeOf(input: { readonly types: TypesById; readonly type: ApiType }): Node {
  const { types, type } = input;
  if (type.defaulting.complete !== undefined) return { defaulted: true, holds: new Set() };
  const parts = partsOf(input);
  const members = parts.flatMap((part) => (part.kind === "member" ? [part.member] : []));
  const { declaration } = type;
  const inside =
    declaration.kind === "alias" && declaration.type.kind !== "object" ? [declaration.type] : [];
  const expressions = [...inside, ...members.map((member) => member.type)];
  const covers = type.defaulting.functions.some((one) => one.covers);
  return {
    defaulted:
      parts.some(({ kind }) => kind === "call") ||
      [...members, ...expressions.flatMap(inlineMembers)].some(
        (member) => defaultOf({ types, member }) !== undefined,
      ),
    holds: new Set(covers ? [] : expressions.flatMap(referencesIn)),
  };
}

/** Types named in an expression, inline objects included. */
function referencesIn(type: TypeExpression): readonly TypeId[] {
  if (type.kind === "reference") return [type.id];
  if (type.kind === "object") return type.members.flatMap((member) => referencesIn(member.type));
  if (type.kind === "union" && type.form === "discriminated") {
    return type.members.map((member) => member.id);
  }
  return insideOf(type).flatMap(referencesIn);
}

/** Members of inline objects in an expression. */
export function inlineMembers(type: TypeExpression): readonly Member[] {
  if (type.kind === "object") {
    return [...type.members, ...type.members.flatMap((member) => inlineMembers(member.type))];
  }
  return insideOf(type).flatMap(inlineMembers);
}
