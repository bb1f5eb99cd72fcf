import {
  type ApiModel,
  type ApiType,
  allMembers,
  type TypeExpression,
  type TypeId,
  type TypesById,
} from "../model/index.js";

/** The declared types that a type names itself, in order; inherited members count as its own. */
export function referencesOf(types: TypesById, type: ApiType): readonly TypeId[] {
  const { declaration } = type;
  const found =
    declaration.kind === "alias"
      ? named(declaration.type)
      : allMembers(types, type).flatMap((member) => named(member.type));
  return [...new Set(found)].filter((id) => types.has(id));
}

function named(type: TypeExpression): readonly TypeId[] {
  switch (type.kind) {
    case "reference":
      return [type.id];
    case "array":
      return named(type.element);
    case "tuple":
      return type.elements.flatMap(named);
    case "map":
      return named(type.value);
    case "nullable":
      return named(type.type);
    case "object":
      return type.members.flatMap((member) => named(member.type));
    case "union":
      return type.form === "discriminated" ? type.members.map(({ id }) => id) : named(type.type);
    default:
      return [];
  }
}

/** What is documented: kinds, what their clients take and give back, and all that these are made of. */
export function reachable(input: {
  readonly model: ApiModel;
  readonly types: TypesById;
}): ReadonlySet<TypeId> {
  const { model, types } = input;
  const seen = new Set<TypeId>();
  const left: TypeId[] = model.groups
    .flatMap(({ versions }) => versions)
    .flatMap(({ kinds }) => kinds)
    .flatMap(({ type, client }) => [
      type,
      ...(client?.methods ?? [])
        .flatMap(({ input: taken, result }) => [taken, result])
        .flatMap((one) => (one?.kind === "declared" ? [one.id] : [])),
    ]);
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    const type = types.get(id);
    if (type !== undefined && !seen.has(id)) {
      seen.add(id);
      left.push(...referencesOf(types, type));
    }
  }
  return seen;
}
