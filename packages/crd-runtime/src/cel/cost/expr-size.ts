import type { Expr } from "../syntax/expr.js";
import type { CelType } from "../types/type.js";
import { fixed, type Range } from "./range.js";

/** Size of a literal: runes, bytes, elements; 1 for scalars. Undefined for other expressions. */
export function literalSize(expr: Expr): Range | undefined {
  if (expr.kind === "list") return fixed(expr.elements.length);
  if (expr.kind === "map") return fixed(expr.entries.length);
  if (expr.kind !== "literal") return undefined;
  const { literal } = expr;
  if (literal.type === "string") return fixed([...literal.value].length);
  return fixed(literal.type === "bytes" ? literal.value.length : 1);
}

const scalars: ReadonlySet<CelType["kind"]> = new Set<CelType["kind"]>([
  "bool",
  "double",
  "duration",
  "int",
  "timestamp",
  "uint",
]);

/** Values of a size of 1. */
export function isScalar(type: CelType): boolean {
  return scalars.has(type.kind) || (type.kind === "optional" && isScalar(type.value));
}
