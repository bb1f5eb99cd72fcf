import type { Expr } from "../syntax/expr.js";
import type { CelType } from "../types/type.js";
import { add, fixed, multiply, type Range, scale, unknown } from "./range.js";

/** What a step through a text costs, by its length. */
export const textFactor = 0.1;
/** What a pattern costs, by its length. */
export const patternFactor = 0.25;

/** An argument of a call. */
export interface Operand {
  readonly expr: Expr;
  readonly type: CelType;
  readonly size: Range;
  /** Size of its elements; unknown where that is not known. */
  readonly elementSize: Range;
}

/** What a call costs apart from its arguments, and how large its result is. */
export interface CallCost {
  readonly cost: Range;
  readonly size?: Range;
}

/** Size of an argument that there may not be. */
export function sizeOf(operand: Operand | undefined): Range {
  return operand?.size ?? unknown;
}

/** A step through a text. */
export function textCost(operand: Operand | undefined): CallCost {
  return { cost: scale(sizeOf(operand), textFactor) };
}

/** A pattern on a text: their product. */
export function patternCost(text: Operand | undefined, pattern: Operand | undefined): Range {
  const walk = scale(add(sizeOf(text), fixed(1)), textFactor);
  return multiply(walk, scale(sizeOf(pattern), patternFactor));
}

/** Type of the elements of a list. */
export function elementOf(operand: Operand | undefined): CelType | undefined {
  return operand?.type.kind === "list" ? operand.type.element : undefined;
}

/** Unsigned, as the server subtracts: what would be negative is enormous. */
export function difference(end: number, start: number): number {
  return end < start ? unknown.max : end - start;
}

/** A literal; 0 for a negative one. */
export function numberOf(operand: Operand | undefined, otherwise: number): number {
  const expr = operand?.expr;
  if (expr?.kind !== "literal" || expr.literal.type !== "int") return otherwise;
  return Math.max(Number(expr.literal.value), 0);
}
