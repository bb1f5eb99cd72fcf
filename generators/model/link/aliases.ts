import type { TypeSyntax } from "../syntax.js";
import type { LiteralValue } from "../types.js";
import { resolveName } from "./resolve.js";
import type { Declared, FileScope, Resolved, Scopes } from "./scope.js";

/** A type in the file whose names it uses. */
export interface Placed {
  readonly scopes: Scopes;
  readonly scope: FileScope;
  readonly syntax: TypeSyntax;
  /** Aliases that led here: going through one of them again leads nowhere. */
  readonly seen?: ReadonlySet<Declared>;
}

/** Problems are reported where the type is linked, so looking ahead reports nothing. */
function silent(): void {}

/** What a name stands for, without reports; undefined for other types. */
export function peek(placed: Placed): Resolved | undefined {
  const { syntax } = placed;
  return syntax.kind === "name"
    ? resolveName({ ...placed, name: syntax.name, span: syntax.span, report: silent })
    : undefined;
}

/** Follows names of aliases to what they were declared as; stops at cycles. */
export function followAliases(placed: Placed): Placed {
  const seen = new Set<Declared>(placed.seen);
  let current = placed;
  for (;;) {
    const resolved = peek(current);
    if (resolved?.kind !== "declared" || resolved.declared.syntax.kind !== "alias") {
      return { ...current, seen };
    }
    const { declared } = resolved;
    if (seen.has(declared)) {
      return { ...current, seen };
    }
    seen.add(declared);
    current = { ...current, scope: declared.scope, syntax: resolved.declared.syntax.type };
  }
}

/** Whether a type is string, itself or by aliases: what keys of maps must be. */
export function isStringKey(placed: Placed): boolean {
  const { syntax } = followAliases(placed);
  return syntax.kind === "keyword" && syntax.name === "string";
}

/** The literals of a literal or a union of literals, aliases followed; undefined for any other type. */
export function literalsOf(placed: Placed): readonly Exclude<LiteralValue, null>[] | undefined {
  const followed = followAliases(placed);
  const { syntax } = followed;
  if (syntax.kind === "literal") {
    return [syntax.value];
  }
  if (syntax.kind !== "union") {
    return undefined;
  }
  const values: Exclude<LiteralValue, null>[] = [];
  for (const type of syntax.types) {
    const own = literalsOf({ ...followed, syntax: type });
    if (own === undefined) {
      return undefined;
    }
    values.push(...own);
  }
  return values;
}
