import {
  type ApiType,
  allMembers,
  type DefaultingFunction,
  type Member,
  type TypeExpression,
  type TypeId,
  type TypesById,
} from "../model/index.js";

/** What is done to an object, in order. */
export type Part =
  | { readonly kind: "call"; readonly function: DefaultingFunction }
  | { readonly kind: "member"; readonly member: Member };

/**
 * The parts of a declared type: its functions, then those of the interfaces it extends with their members, then its
 * own. A function that covers ends what it covers; a member that is declared again counts where it was last.
 */
export function partsOf(input: {
  readonly types: TypesById;
  readonly type: ApiType;
}): readonly Part[] {
  const { types } = input;
  const last = new Map(allMembers(types, input.type).map((member) => [member.name, member]));
  const parts: Part[] = [];
  const seen = new Set<TypeId>();
  collect(input.type);
  return parts;

  function collect(type: ApiType): void {
    // Once each: an interface may be inherited on many ways.
    if (seen.has(type.id)) return;
    seen.add(type.id);
    const { complete, functions } = type.defaulting;
    if (complete !== undefined && type !== input.type) {
      parts.push({ kind: "call", function: complete });
      return;
    }
    for (const one of functions) parts.push({ kind: "call", function: one });
    if (functions.some(({ covers }) => covers)) return;
    const { declaration } = type;
    if (declaration.kind === "alias") {
      expression(declaration.type);
      return;
    }
    for (const parent of declaration.extends) expression(parent);
    members(declaration.members);
  }

  function expression(type: TypeExpression): void {
    if (type.kind === "object") members(type.members);
    const declared = type.kind === "reference" ? types.get(type.id) : undefined;
    if (declared !== undefined) collect(declared);
  }

  function members(own: readonly Member[]): void {
    for (const member of own) {
      if (last.get(member.name) === member) parts.push({ kind: "member", member });
    }
  }
}
