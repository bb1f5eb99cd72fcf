/** A type of the Go structs that kube-apiserver decodes objects into. */
export type GoType =
  | { readonly type: "boolean" | "bytes" | "float64" | "int32" | "int64" }
  /** A text; texts name the types that Go has a name for: `types.UID`. */
  | { readonly type: "string"; readonly goName?: string | undefined }
  /** Any JSON, of a type that has a name: `io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1`. */
  | { readonly type: "any"; readonly id: string }
  /** `2026-01-01T00:00:00Z` and `2026-01-01T00:00:00.000000Z`. */
  | { readonly type: "microTime" | "time" }
  | {
      readonly type: "list";
      readonly of: GoType;
      readonly list?: ListMerge | undefined;
      readonly goName?: string | undefined;
      /** In protobuf it is a message that has the elements as its field 1, so that maps can hold it. */
      readonly isMessage?: boolean | undefined;
    }
  | { readonly type: "map"; readonly of: GoType }
  /** A value of one of several JSON types; the first that suits. */
  | {
      readonly type: "oneOf";
      readonly id: string;
      readonly of: readonly GoType[];
      /** What it is in Go and in protobuf: a struct with a member for each type. */
      readonly struct: GoStruct;
    }
  /** A type that holds itself. */
  | { readonly type: "lazy"; readonly of: () => GoStruct }
  | GoStruct;

/** How a list merges in server-side apply; atomic when absent. */
export type ListMerge =
  | { readonly type: "set" }
  | { readonly type: "map"; readonly keys: readonly string[] };

/** A struct, whose members are written in their order. */
export interface GoStruct {
  readonly type: "struct";
  /** `ConfigMap`: texts name it. */
  readonly name: string;
  /** Name of its schema: `io.k8s.api.core.v1.ConfigMap`. */
  readonly id: string;
  readonly members: ReadonlyMap<string, GoMember>;
  /** Names of the members by their field numbers. */
  readonly fields: ReadonlyMap<number, string>;
  /** Orders names of members as Go writes them. */
  readonly order: (a: string, b: string) => number;
  /** Members that are written when nothing was given. */
  readonly written: readonly string[];
  readonly description?: string | undefined;
  /** Merges as a whole in server-side apply. */
  readonly atomic?: boolean | undefined;
}

/** A member of a struct. */
export interface GoMember {
  /** Field number in protobuf, as generated.proto of the Go package has it; 0: not part of the message. */
  readonly number: number;
  readonly type: GoType;
  /** "omit": not written when it is empty (omitempty). "write": written with its zero value. */
  readonly empty: "omit" | "write";
  /** A pointer: null is absent, and a zero value is a value. */
  readonly pointer: boolean;
  /** The schema says that it must be there. */
  readonly required: boolean;
  readonly description?: string | undefined;
}

export const text: GoType = { type: "string" };
export const uid: GoType = { type: "string", goName: "types.UID" };
export const flag: GoType = { type: "boolean" };
export const int32: GoType = { type: "int32" };
export const int64: GoType = { type: "int64" };
export const float64: GoType = { type: "float64" };
export const time: GoType = { type: "time" };
export const microTime: GoType = { type: "microTime" };
export const bytes: GoType = { type: "bytes" };
export const texts: GoType = { type: "list", of: text };
export const textMap: GoType = { type: "map", of: text };

/** A text of a type that has a name of its own in Go: `v1.SecretType`. */
export function named(goName: string): GoType {
  return { type: "string", goName };
}

export function listOf(of: GoType): GoType {
  return { type: "list", of };
}

/** A list whose elements are known by their keys. */
export function listMap(input: { readonly of: GoType; readonly keys: readonly string[] }): GoType {
  return { type: "list", of: input.of, list: { type: "map", keys: input.keys } };
}

export function mapOf(of: GoType): GoType {
  return { type: "map", of };
}

/** A union, of the types of the struct's members in their order. */
export function oneOf(of: GoStruct): GoType {
  const types = [...of.members.values()].map(({ type }) => type);
  return { type: "oneOf", id: of.id, of: types, struct: of };
}

/** omitempty. Here and below: the field number, the type, and what OpenAPI says of the member. */
export function optional(number: number, type: GoType, description?: string): GoMember {
  return { number, type, empty: "omit", pointer: false, required: false, description };
}

/** A pointer with omitempty. */
export function pointer(number: number, type: GoType, description?: string): GoMember {
  return { number, type, empty: "omit", pointer: true, required: false, description };
}

/** Always written, and not required. */
export function written(number: number, type: GoType, description?: string): GoMember {
  return { number, type, empty: "write", pointer: false, required: false, description };
}

/** Always written, and required by the schema. */
export function required(number: number, type: GoType, description?: string): GoMember {
  return { number, type, empty: "write", pointer: false, required: true, description };
}

export function struct(input: {
  readonly id: string;
  readonly members: Readonly<Record<string, GoMember>>;
  readonly description?: string;
  readonly atomic?: boolean;
}): GoStruct {
  const { id, members, description, atomic } = input;
  const name = id.slice(id.lastIndexOf(".") + 1);
  const names = Object.keys(members);
  const positions = new Map(names.map((member, index) => [member, index]));
  const position = (member: string): number => positions.get(member) ?? names.length;
  return {
    type: "struct",
    name,
    id,
    members: new Map(Object.entries(members)),
    fields: new Map(Object.entries(members).map(([member, { number }]) => [number, member])),
    order: (a, b) => position(a) - position(b),
    written: names.filter((each) => members[each]?.empty === "write" && !members[each]?.pointer),
    description,
    atomic,
  };
}
