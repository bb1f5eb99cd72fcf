import type { Expr } from "../syntax/expr.js";

/** The expressions right below an expression. */
export function childrenOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case "literal":
    case "ident":
      return [];
    case "select":
    case "optionalSelect":
    case "has":
      return [expr.operand];
    case "call":
      return expr.target === undefined ? expr.args : [expr.target, ...expr.args];
    case "list":
      return expr.elements;
    case "map":
      return expr.entries.flat();
    case "comprehension":
      return [expr.range, ...(expr.filter === undefined ? [] : [expr.filter]), expr.body];
    case "optionalMap":
      return [expr.operand, expr.body];
  }
}
