import type { Expr, Literal } from "../syntax/expr.js";
import { type CelType, simpleTypes, typeOf } from "../types/type.js";
import { typeNames } from "../values/type-of.js";

const { bool, bytes, double, dyn, int, null_type, string, timestamp, uint } = simpleTypes;

/** Types by the name that expressions use. */
export const namedTypes: ReadonlyMap<string, CelType> = new Map<string, CelType>([
  ...typeNames.map((name) => [name, typeOf(dyn)] as const),
  ["bool", typeOf(bool)],
  ["bytes", typeOf(bytes)],
  ["double", typeOf(double)],
  ["int", typeOf(int)],
  ["null_type", typeOf(null_type)],
  ["string", typeOf(string)],
  ["uint", typeOf(uint)],
  ["google.protobuf.Timestamp", typeOf(timestamp)],
]);

export function literalType(literal: Literal): CelType {
  return literal.type === "null" ? null_type : simpleTypes[literal.type];
}

/** `a.b.c` of identifiers and selections. */
export function qualifiedName(expr: Expr): string | undefined {
  if (expr.kind === "ident") return expr.name;
  if (expr.kind !== "select") return undefined;
  const operand = qualifiedName(expr.operand);
  return operand === undefined ? undefined : `${operand}.${expr.field}`;
}
