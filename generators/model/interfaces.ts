import { allMembers, resolveAliases, type TypesById } from "./lookup.js";
import type { ApiType, InterfaceReference } from "./types.js";

/** An interface named by `+k8s:deepcopy-gen:interfaces=`, with the types that name it. */
export interface TaggedInterface {
  readonly interface: InterfaceReference;
  /** Member that tells the types apart; undefined when there is none. */
  readonly discriminant: string | undefined;
  /** In the order of the types given; `value` is the discriminant's literal, "" without a discriminant. */
  readonly types: readonly { readonly type: ApiType; readonly value: string }[];
}

/**
 * The interfaces that types name in `+k8s:deepcopy-gen:interfaces=`, runtime.Object left out, sorted by
 * module and name.
 */
export function taggedInterfaces(input: {
  readonly types: TypesById;
  /** Where to look for tags: the types of a version, or of all. */
  readonly tagged: readonly ApiType[];
}): readonly TaggedInterface[] {
  const found = new Map<string, { readonly of: InterfaceReference; readonly types: ApiType[] }>();
  for (const type of input.tagged) {
    for (const reference of type.deepCopy.interfaces) {
      const key = `${reference.module}#${reference.name}`;
      const entry = found.get(key);
      if (entry === undefined) {
        found.set(key, { of: reference, types: [type] });
      } else {
        entry.types.push(type);
      }
    }
  }
  return [...found]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([, entry]) => tellApart({ types: input.types, of: entry.of, tagged: entry.types }));
}

function tellApart(input: {
  readonly types: TypesById;
  readonly of: InterfaceReference;
  readonly tagged: readonly ApiType[];
}): TaggedInterface {
  const { tagged } = input;
  const literals = tagged.map((type) => stringLiterals(input.types, type));
  const discriminant = [...(literals[0]?.keys() ?? [])].find((name) => {
    const values = literals.map((members) => members.get(name));
    return values.every((value) => value !== undefined) && new Set(values).size === tagged.length;
  });
  return {
    interface: input.of,
    discriminant,
    types: tagged.map((type, index) => ({
      type,
      value: literals[index]?.get(discriminant ?? "") ?? "",
    })),
  };
}

/** Required members of a type whose value is one string literal. */
export function stringLiterals(types: TypesById, type: ApiType): ReadonlyMap<string, string> {
  const literals = new Map<string, string>();
  for (const member of allMembers(types, type)) {
    const target = resolveAliases(types, member.type);
    const [value, ...more] = target.kind === "enum" ? target.values : [];
    if (!member.optional && typeof value === "string" && more.length === 0) {
      literals.set(member.name, value);
    }
  }
  return literals;
}
