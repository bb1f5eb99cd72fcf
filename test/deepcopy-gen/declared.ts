import {
  type ApiModel,
  type ApiType,
  indexModel,
  stringLiterals,
  type TypeExpression,
  type TypesById,
  typeById,
} from "../../generators/model/index.js";

/** An object or array that a type declares, found in a value. */
export interface Found {
  /** `$.spec.ports.0`. */
  readonly path: string;
  readonly value: object;
  /** Names of declared members; undefined for arrays, maps and JSON, where all are. */
  readonly members: ReadonlySet<string> | undefined;
}

/** Every object and array in a value that its type declares: what a deep copy must not share. */
export function declaredObjects(input: {
  readonly model: ApiModel;
  readonly type: ApiType;
  readonly value: unknown;
}): readonly Found[] {
  const { types } = indexModel(input.model);
  const type: TypeExpression = { kind: "reference", id: input.type.id };
  return find({ types, type, value: input.value, path: "$" });
}

/** The types of this model whose tag names the interface. */
export function implementationsOf(types: TypesById, id: string): readonly ApiType[] {
  return [...types.values()].filter((type) =>
    type.deepCopy.interfaces.some((reference) => reference.id === id),
  );
}

interface Visit {
  readonly types: TypesById;
  readonly type: TypeExpression;
  readonly value: unknown;
  readonly path: string;
}

function find(visit: Visit): readonly Found[] {
  const { types, type, value, path } = visit;
  if (typeof value !== "object" || value === null) return [];
  switch (type.kind) {
    case "nullable":
      return find({ ...visit, type: type.type });
    case "array":
    case "map": {
      const element = type.kind === "array" ? type.element : type.value;
      const inside = Object.entries(value).flatMap(([key, each]) =>
        find({ types, type: element, value: each, path: `${path}.${key}` }),
      );
      return [{ path, value, members: undefined }, ...inside];
    }
    case "tuple": {
      const inside = type.elements.flatMap((element, at) =>
        find({ types, type: element, value: Reflect.get(value, at), path: `${path}.${at}` }),
      );
      return [{ path, value, members: undefined }, ...inside];
    }
    case "builtin":
      return everything({ value, path });
    case "union":
      return find({ ...visit, type: alternative({ type, value }) });
    case "object":
      return membersOf({ ...visit, value, members: type.members });
    case "reference":
      return declared({ ...visit, value, type: typeById(types, type.id) });
    default:
      return [];
  }
}

function declared(
  visit: Omit<Visit, "type"> & { readonly value: object; readonly type: ApiType },
): readonly Found[] {
  const { types, type, value } = visit;
  if (type.declaration.kind === "alias") return find({ ...visit, type: type.declaration.type });
  const implementations = implementationsOf(types, type.id);
  if (implementations.length > 0) {
    const actual = implementations.find((one) =>
      [...stringLiterals(types, one)].every(([name, text]) => Reflect.get(value, name) === text),
    );
    return actual === undefined ? everything(visit) : declared({ ...visit, type: actual });
  }
  const inherited = inheritedMembers({ types, type });
  return inherited === undefined ? everything(visit) : membersOf({ ...visit, members: inherited });
}

type Members = readonly { readonly name: string; readonly type: TypeExpression }[];

/** Members of an interface with the inherited ones; undefined when some come from crd-runtime. */
function inheritedMembers(input: {
  readonly types: TypesById;
  readonly type: ApiType;
}): Members | undefined {
  const { types, type } = input;
  const { declaration } = type;
  if (declaration.kind === "alias") {
    if (declaration.type.kind === "object") return declaration.type.members;
    if (declaration.type.kind !== "reference") return undefined;
    return inheritedMembers({ types, type: typeById(types, declaration.type.id) });
  }
  const members = new Map<string, TypeExpression>();
  for (const base of declaration.extends) {
    if (base.kind === "builtin" && base.name === "TypeMeta") continue;
    if (base.kind !== "reference") return undefined;
    const above = inheritedMembers({ types, type: typeById(types, base.id) });
    if (above === undefined) return undefined;
    for (const member of above) members.set(member.name, member.type);
  }
  for (const member of declaration.members) members.set(member.name, member.type);
  return [...members].map(([name, memberType]) => ({ name, type: memberType }));
}

function membersOf(
  visit: Omit<Visit, "type"> & { readonly value: object; readonly members: Members },
): readonly Found[] {
  const { types, value, path, members } = visit;
  const inside = members
    .filter(({ name }) => Object.hasOwn(value, name))
    .flatMap(({ name, type }) =>
      find({ types, type, value: Reflect.get(value, name), path: `${path}.${name}` }),
    );
  return [{ path, value, members: new Set(members.map(({ name }) => name)) }, ...inside];
}

function alternative(input: {
  readonly type: Extract<TypeExpression, { readonly kind: "union" }>;
  readonly value: object;
}): TypeExpression {
  const { type, value } = input;
  if (type.form === "orBoolean") return type.type;
  if (type.form === "oneOrMany") {
    return Array.isArray(value) ? { kind: "array", element: type.type } : type.type;
  }
  const actual: unknown = Reflect.get(value, type.discriminant);
  const member = type.members.find((one) => one.value === actual);
  return member === undefined
    ? { kind: "builtin", name: "JSON" }
    : { kind: "reference", id: member.id };
}

/** JSON, and types of crd-runtime: all of it, but for members that the test made up. */
function everything(visit: { readonly value: unknown; readonly path: string }): readonly Found[] {
  const { value, path } = visit;
  if (typeof value !== "object" || value === null) return [];
  const entries = Object.entries(value).filter(([name]) => name !== unknownMember);
  const inside = entries.flatMap(([name, each]) =>
    everything({ value: each, path: `${path}.${name}` }),
  );
  const members = Array.isArray(value) ? undefined : new Set(entries.map(([name]) => name));
  return [{ path, value, members }, ...inside];
}

/** A member that no type declares. */
export const unknownMember = "unknown-member";
