import { type BuiltinName, builtins } from "./builtins.js";
import type { Tag } from "./source.js";
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
  /** All versions of the project with their groups, in the model's order. */
  readonly versions: readonly { readonly group: ApiGroup; readonly version: ApiVersion }[];
  /** Versions of packages: their types are in the tables, too. */
  readonly imported: readonly ApiVersion[];
}

/** Makes the tables in which generators look things up; once per run. */
export function indexModel(model: ApiModel): ModelIndex {
  const versions = model.groups.flatMap((group) =>
    group.versions.map((version) => ({ group, version })),
  );
  const imported = (model.imported ?? []).flatMap((group) => group.versions);
  const all = [...versions.map(({ version }) => version), ...imported];
  return {
    types: new Map(all.flatMap((version) => version.types.map((type) => [type.id, type]))),
    versionOf: new Map(all.flatMap((version) => version.types.map((type) => [type.id, version]))),
    kindOf: new Map(all.flatMap((version) => version.kinds.map((kind) => [kind.type, kind]))),
    versions,
    imported,
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
  const seen = new Set<TypeId>();
  const collect = (current: ApiType): void => {
    // Once each: an interface may be inherited on many ways.
    if (seen.has(current.id)) {
      return;
    }
    seen.add(current.id);
    for (const parent of parentsOf(types, current)) {
      collect(parent);
    }
    for (const member of ownMembers(types, current)) {
      members.set(member.name, member);
    }
  };
  collect(type);
  return [...members.values()];
}

/** The declared types that a type extends, or that an alias stands for. */
function parentsOf(types: TypesById, { declaration }: ApiType): readonly ApiType[] {
  if (declaration.kind === "alias") {
    const target = resolveAliases(types, declaration.type);
    return declaredAs(types, target);
  }
  return declaration.extends.flatMap((parent) => declaredAs(types, parent));
}

/** None for a type of crd-runtime, and for one that was left out with a report, such as a generic one. */
function declaredAs(types: TypesById, expression: TypeExpression): readonly ApiType[] {
  const found = expression.kind === "reference" ? types.get(expression.id) : undefined;
  return found === undefined ? [] : [found];
}

function ownMembers(types: TypesById, { declaration }: ApiType): readonly Member[] {
  if (declaration.kind === "interface") {
    return declaration.members;
  }
  const target = resolveAliases(types, declaration.type);
  return target.kind === "object" ? target.members : [];
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

/** What a type extends, and what that extends, aliases followed. */
export function ancestors(types: TypesById, type: ApiType): readonly TypeExpression[] {
  const found: TypeExpression[] = [];
  const seen = new Set<ApiType>();
  const left = [type];
  for (let current = left.pop(); current !== undefined; current = left.pop()) {
    if (seen.has(current) || current.declaration.kind !== "interface") {
      continue;
    }
    seen.add(current);
    for (const parent of current.declaration.extends) {
      const target = resolveAliases(types, parent);
      found.push(target);
      const next = target.kind === "reference" ? types.get(target.id) : undefined;
      left.push(...(next === undefined ? [] : [next]));
    }
  }
  return found;
}

/** The types of which a list, tuple, map, nullable type or `T | T[]` and `T | boolean` is made; none for any other. */
export function insideOf(type: TypeExpression): readonly TypeExpression[] {
  switch (type.kind) {
    case "array":
      return [type.element];
    case "tuple":
      return type.elements;
    case "map":
      return [type.value];
    case "nullable":
      return [type.type];
    case "union":
      return type.form === "discriminated" ? [] : [type.type];
    default:
      return [];
  }
}

/** Whether a type is exported by a package, and not declared in the project. */
export function isImported(type: Pick<ApiType, "file">): boolean {
  return !type.file.endsWith(".ts");
}

/** A type without `| null`, its aliases not followed. */
export function withoutNull(type: TypeExpression): TypeExpression {
  return type.kind === "nullable" ? withoutNull(type.type) : type;
}

/** Whether values of a type hold nothing: they are handed over as copies. */
export function isScalar(input: {
  readonly types: TypesById;
  readonly type: TypeExpression;
}): boolean {
  const type = resolveAliases(input.types, input.type);
  switch (type.kind) {
    case "string":
    case "boolean":
    case "number":
    case "enum":
      return true;
    case "builtin":
      return builtins[type.name].copy === "value";
    case "nullable":
      return isScalar({ ...input, type: type.type });
    default:
      return (
        type.kind === "union" &&
        type.form === "orBoolean" &&
        isScalar({ ...input, type: type.type })
      );
  }
}

/** Whether doc.ts asks for validation functions: `+k8s:validation-gen=` with anything but `false`. */
export function isValidated(version: Pick<ApiVersion, "tags">): boolean {
  const tags = version.tags.filter(({ name }) => name === "k8s:validation-gen");
  return tags.length > 0 && tags.every(({ value }) => value !== "false");
}

/** Whether a tag is `+k8s:openapi-gen=true` or `=false`. */
export function isOpenApiSwitch({ name, value }: Tag): boolean {
  return name === "k8s:openapi-gen" && (value === "true" || value === "false");
}

/** What the last such tag says; undefined where there is none. */
export function asksForOpenApi(tags: readonly Tag[]): boolean | undefined {
  const value = tags.findLast(isOpenApiSwitch)?.value;
  return value === undefined ? undefined : value === "true";
}
