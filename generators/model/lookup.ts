import type { BuiltinName } from "./builtins.js";
import type {
  ApiGroup,
  ApiModel,
  ApiType,
  ApiVersion,
  Kind,
  Member,
  TypeExpression,
  TypeId,
} from "./types.js";

/** Declared types by id. */
export type TypesById = ReadonlyMap<TypeId, ApiType>;

/** A model with its types at hand. */
export interface ModelIndex {
  readonly types: TypesById;
  /** The version that declares a type. */
  readonly versionOf: ReadonlyMap<TypeId, ApiVersion>;
  /** The kind that a type is, for those that are. */
  readonly kindOf: ReadonlyMap<TypeId, Kind>;
  /** All versions with their groups, in the model's order. */
  readonly versions: readonly { readonly group: ApiGroup; readonly version: ApiVersion }[];
}

/** Makes the tables in which generators look things up; once per run. */
export function indexModel(model: ApiModel): ModelIndex {
  const versions = model.groups.flatMap((group) =>
    group.versions.map((version) => ({ group, version })),
  );
  return {
    types: new Map(versions.flatMap(({ version }) => version.types.map((type) => [type.id, type]))),
    versionOf: new Map(
      versions.flatMap(({ version }) => version.types.map((type) => [type.id, version])),
    ),
    kindOf: new Map(
      versions.flatMap(({ version }) => version.kinds.map((kind) => [kind.type, kind])),
    ),
    versions,
  };
}

/** A type of the model; an id that is not in it is our own mistake. */
export function typeById(types: TypesById, id: TypeId): ApiType {
  const type = types.get(id);
  if (type === undefined) {
    throw new Error(`the model has no type ${id}`);
  }
  return type;
}

/**
 * The members of a type, those of the interfaces it extends first; a member declared again takes the place
 * of the inherited one. Members of TypeMeta and other types of crd-runtime are not included.
 */
export function allMembers(types: TypesById, type: ApiType): readonly Member[] {
  const members = new Map<string, Member>();
  collectMembers({ types, type, members, seen: new Set() });
  return [...members.values()];
}

function collectMembers(input: {
  readonly types: TypesById;
  readonly type: ApiType;
  readonly members: Map<string, Member>;
  readonly seen: ReadonlySet<TypeId>;
}): void {
  const { types, type, members } = input;
  if (input.seen.has(type.id)) {
    return;
  }
  const seen = new Set([...input.seen, type.id]);
  const { declaration } = type;
  if (declaration.kind === "alias") {
    const target = resolveAliases(types, declaration.type);
    const own = target.kind === "object" ? target.members : [];
    if (target.kind === "reference") {
      collectMembers({ types, type: typeById(types, target.id), members, seen });
    }
    for (const member of own) {
      members.set(member.name, member);
    }
    return;
  }
  for (const parent of declaration.extends) {
    const found = parent.kind === "reference" ? types.get(parent.id) : undefined;
    if (found !== undefined) {
      collectMembers({ types, type: found, members, seen });
    }
  }
  for (const member of declaration.members) {
    members.set(member.name, member);
  }
}

/** Follows references to aliases; a reference that is left names an interface. */
export function resolveAliases(
  types: ReadonlyMap<TypeId, Pick<ApiType, "declaration">>,
  expression: TypeExpression,
): TypeExpression {
  const seen = new Set<TypeId>();
  let current = expression;
  while (current.kind === "reference" && !seen.has(current.id)) {
    seen.add(current.id);
    const declaration = types.get(current.id)?.declaration;
    if (declaration?.kind !== "alias") {
      return current;
    }
    current = declaration.type;
  }
  return current;
}

/** Whether a type extends a type of crd-runtime, itself or by the interfaces it extends. */
export function extendsBuiltin(
  types: TypesById,
  input: { readonly type: ApiType; readonly name: BuiltinName },
): boolean {
  return ancestors(types, input.type).some(
    (parent) => parent.kind === "builtin" && parent.name === input.name,
  );
}

function ancestors(
  types: TypesById,
  type: ApiType,
  seen: ReadonlySet<TypeId> = new Set(),
): readonly TypeExpression[] {
  if (seen.has(type.id) || type.declaration.kind !== "interface") {
    return [];
  }
  const below = new Set([...seen, type.id]);
  return type.declaration.extends.flatMap((parent) => {
    const target = resolveAliases(types, parent);
    const found = target.kind === "reference" ? types.get(target.id) : undefined;
    return found === undefined ? [target] : [target, ...ancestors(types, found, below)];
  });
}
