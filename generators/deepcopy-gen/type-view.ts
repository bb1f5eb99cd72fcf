import type { ImportSymbol } from "../render/index.js";

/** How the code names a type that has no name of its own: `NonNullable<DatabaseSpec["storage"]>`. */
export interface TypeView {
  readonly before: string;
  readonly symbol: ImportSymbol;
  readonly after: string;
}

export function namedType(symbol: ImportSymbol): TypeView {
  return { before: "", symbol, after: "" };
}

export function memberType(input: {
  readonly of: TypeView;
  readonly name: string;
  readonly optional: boolean;
}): TypeView {
  const { of, name, optional } = input;
  const member = { ...of, after: `${of.after}[${JSON.stringify(name)}]` };
  return optional ? notNullType(member) : member;
}

/** Type of an array's elements (key `number`) or a map's values (key `string`). */
export function elementType(input: {
  readonly of: TypeView;
  readonly key: "number" | "string";
}): TypeView {
  const { of, key } = input;
  return { ...of, after: `${of.after}[${key}]` };
}

/** Without null and undefined. */
export function notNullType(of: TypeView): TypeView {
  if (of.before.startsWith("NonNullable<") && of.after.endsWith(">")) return of;
  return within({ of, open: "NonNullable<", close: ">" });
}

/** The array of `T | T[]`. */
export function manyType(of: TypeView): TypeView {
  return within({ of, open: "Extract<", close: ", readonly unknown[]>" });
}

/** The `T` of `T | T[]`. */
export function oneType(of: TypeView): TypeView {
  return within({ of, open: "Exclude<", close: ", readonly unknown[]>" });
}

/** The `T` of `T | boolean`. */
export function notBooleanType(of: TypeView): TypeView {
  return within({ of, open: "Exclude<", close: ", boolean>" });
}

function within(input: {
  readonly of: TypeView;
  readonly open: string;
  readonly close: string;
}): TypeView {
  const { of, open, close } = input;
  return { before: open + of.before, symbol: of.symbol, after: of.after + close };
}
