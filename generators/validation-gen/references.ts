import {
  type ApiType,
  insideOf,
  type ModelIndex,
  type TypeExpression,
  type TypeId,
  type TypesById,
  typeById,
} from "../model/index.js";

/** The types that a type is made of: those of its members, its base, or what it stands for. */
export function heldBy(input: {
  readonly types: TypesById;
  readonly type: ApiType;
}): readonly TypeId[] {
  const { types, type } = input;
  const { declaration } = type;
  const held =
    declaration.kind === "alias"
      ? [declaration.type]
      : [...declaration.members.map((member) => member.type), ...declaration.extends];
  return held.flatMap(referencesIn).filter((id) => types.has(id));
}

/** The kinds, and what they hold: what is in the schemas of CustomResourceDefinitions. */
export function schemaTypes(index: ModelIndex): ReadonlySet<TypeId> {
  const { types } = index;
  const found = new Set(
    index.versions.flatMap(({ version }) => version.kinds.map(({ type }) => type)),
  );
  // What is added while the loop runs is visited, too.
  for (const id of found) {
    for (const held of heldBy({ types, type: typeById(types, id) })) found.add(held);
  }
  return found;
}

function referencesIn(type: TypeExpression): readonly TypeId[] {
  if (type.kind === "reference") return [type.id];
  if (type.kind === "object") return type.members.flatMap((member) => referencesIn(member.type));
  if (type.kind === "union" && type.form === "discriminated") {
    return type.members.map(({ id }) => id);
  }
  return insideOf(type).flatMap(referencesIn);
}
