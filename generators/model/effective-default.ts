import type { TypesById } from "./lookup.js";
import type { DefaultValue, Member, TypeExpression, TypeId } from "./types.js";

/** The default of a member: its own, or that of its type. */
export function defaultOf(input: {
  readonly types: TypesById;
  readonly member: Member;
}): DefaultValue | undefined {
  const { types, member } = input;
  return member.default ?? defaultOfType({ types, type: member.type });
}

/** Go stops at the first typedef; here an alias that has none of its own has that of what it stands for. */
function defaultOfType(input: {
  readonly types: TypesById;
  readonly type: TypeExpression;
}): DefaultValue | undefined {
  const { types } = input;
  const seen = new Set<TypeId>();
  return find(input.type);

  function find(type: TypeExpression): DefaultValue | undefined {
    if (type.kind === "nullable") return find(type.type);
    const declared = type.kind === "reference" ? types.get(type.id) : undefined;
    if (declared === undefined || seen.has(declared.id)) return undefined;
    seen.add(declared.id);
    const { declaration, defaulting } = declared;
    if (defaulting.default !== undefined) return defaulting.default;
    return declaration.kind === "alias" ? find(declaration.type) : undefined;
  }
}
