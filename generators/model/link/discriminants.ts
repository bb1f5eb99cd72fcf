import type { TypeSyntax } from "../syntax.js";
import type { TypeExpression } from "../types.js";
import { followAliases, literalsOf, type Placed, peek } from "./aliases.js";
import type { TypeContext } from "./expressions.js";
import { type Declared, typeIdOf } from "./scope.js";

/** A union of exported interfaces that a required literal member tells apart; undefined for any other. */
export function discriminated(
  context: TypeContext,
  types: readonly TypeSyntax[],
): TypeExpression | undefined {
  const interfaces = types.map((syntax) => interfacesOf({ ...context, syntax }));
  if (!interfaces.every((found) => found !== undefined)) {
    return undefined;
  }
  const declared = [...new Set(interfaces.flat())];
  const literals = declared.map((one) => stringLiterals(context, one));
  const [first] = literals;
  for (const discriminant of first?.keys() ?? []) {
    const values = literals.map((members) => members.get(discriminant));
    if (values.every((value) => value !== undefined) && new Set(values).size === declared.length) {
      return {
        kind: "union",
        form: "discriminated",
        discriminant,
        members: declared.map((one, index) => ({ id: typeIdOf(one), value: values[index] ?? "" })),
      };
    }
  }
  return undefined;
}

/** The interface that a name stands for, or those of an alias for such a union. */
function interfacesOf(placed: Placed): readonly Declared[] | undefined {
  const followed = followAliases(placed);
  if (followed.syntax.kind === "union") {
    const parts = followed.syntax.types.map((syntax) => interfacesOf({ ...followed, syntax }));
    return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
  }
  const resolved = peek(followed);
  return resolved?.kind === "declared" &&
    resolved.declared.syntax.kind === "interface" &&
    resolved.declared.exportedAs !== undefined
    ? [resolved.declared]
    : undefined;
}

/** Required members whose type is one string literal, inherited ones first. */
function stringLiterals(context: TypeContext, declared: Declared): ReadonlyMap<string, string> {
  const members = new Map<string, string>();
  const seen = new Set<Declared>();
  const collect = ({ syntax, scope }: Declared): void => {
    if (syntax.kind !== "interface") {
      return;
    }
    for (const parent of syntax.extends) {
      const resolved = peek({ ...context, scope, syntax: parent });
      if (resolved?.kind === "declared" && !seen.has(resolved.declared)) {
        seen.add(resolved.declared);
        collect(resolved.declared);
      }
    }
    for (const { name, optional, type } of syntax.body.members) {
      const [value, ...more] = literalsOf({ ...context, scope, syntax: type }) ?? [];
      if (!optional && typeof value === "string" && more.length === 0) {
        members.set(name, value);
      } else {
        members.delete(name);
      }
    }
  };
  seen.add(declared);
  collect(declared);
  return members;
}
