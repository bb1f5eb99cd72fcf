import { type ImportSymbol, quoted } from "../render/index.js";

/** How the code names a type that has no name of its own: `NonNullable<DatabaseSpec["storage"]>`. */
export interface TypeView {
  readonly before: string;
  readonly of: ImportSymbol;
  readonly after: string;
}

export function namedType(of: ImportSymbol): TypeView {
  return { before: "", of, after: "" };
}

export function memberType(input: {
  readonly of: ImportSymbol;
  readonly name: string;
  readonly optional: boolean;
}): TypeView {
  const { of, name, optional } = input;
  const member = { before: "", of, after: `[${quoted(name)}]` };
  return optional ? notNullType(member) : member;
}

/** Type of an array's elements (key `number`), of one of a tuple's (its index) or of a map's values (key `string`). */
export function elementType(input: {
  readonly type: TypeView;
  readonly key: "number" | "string" | number;
}): TypeView {
  const { type, key } = input;
  return { ...type, after: `${type.after}[${key}]` };
}

/** Without null and undefined. */
export function notNullType(type: TypeView): TypeView {
  if (type.before.startsWith("NonNullable<") && type.after.endsWith(">")) return type;
  return within({ type, open: "NonNullable<", close: ">" });
}

/** The array of `T | T[]`. */
export function manyType(type: TypeView): TypeView {
  return within({ type, open: "Extract<", close: ", readonly unknown[]>" });
}

/** The `T` of `T | T[]`. */
export function oneType(type: TypeView): TypeView {
  return within({ type, open: "Exclude<", close: ", readonly unknown[]>" });
}

/** The `T` of `T | boolean`. */
export function notBooleanType(type: TypeView): TypeView {
  return within({ type, open: "Exclude<", close: ", boolean>" });
}

function within(input: {
  readonly type: TypeView;
  readonly open: string;
  readonly close: string;
}): TypeView {
  const { type, open, close } = input;
  return { before: open + type.before, of: type.of, after: type.after + close };
}
