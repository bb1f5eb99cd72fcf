import {
  type BuiltinName,
  type Member,
  type TypeExpression,
  type TypesById,
  typeById,
} from "../model/index.js";

/** What an object holds: its members, inherited ones included, and the types of crd-runtime it extends. */
export interface Contents {
  /** Inherited first; a member declared again stands where it was first, with its last type. */
  readonly members: readonly Member[];
  /** Types of crd-runtime in `extends`, TypeMeta left out: its two strings are among the members. */
  readonly bases: readonly BuiltinName[];
}

type ObjectExpression =
  | Extract<TypeExpression, { readonly kind: "object" | "reference" | "builtin" }>
  | {
      readonly kind: "interface";
      readonly extends: readonly TypeExpression[];
      readonly members: readonly Member[];
    };

/** Contents of an interface, an inline object, or a reference to one of them through aliases. */
export function contentsOf(input: {
  readonly type: ObjectExpression | TypeExpression;
  readonly types: TypesById;
}): Contents {
  const members = new Map<string, Member>();
  const bases = new Set<BuiltinName>();
  collect(input.type);
  return { members: [...members.values()], bases: [...bases] };

  function collect(type: ObjectExpression | TypeExpression): void {
    if (type.kind === "interface") {
      for (const base of type.extends) collect(base);
      for (const member of type.members) members.set(member.name, member);
    } else if (type.kind === "object") {
      for (const member of type.members) members.set(member.name, member);
    } else if (type.kind === "reference") {
      const { declaration } = typeById(input.types, type.id);
      collect(declaration.kind === "interface" ? declaration : declaration.type);
    } else if (type.kind === "builtin" && type.name === "TypeMeta") {
      for (const name of ["apiVersion", "kind"]) {
        if (!members.has(name)) members.set(name, typeMetaMember(name));
      }
    } else if (type.kind === "builtin") {
      bases.add(type.name);
    }
  }
}

function typeMetaMember(name: string): Member {
  const span = { file: "", line: 1, column: 1, length: 0 };
  return { name, optional: true, type: { kind: "string" }, description: "", tags: [], span };
}
