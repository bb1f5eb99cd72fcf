import type { Span } from "./syntax/expr.js";

/** An expression that cannot be compiled: syntax, unknown names, types that do not fit. */
export class CompileError extends Error {
  override readonly name = "CompileError";

  /** Where in the expression it is, when that is known. */
  readonly span: Span | undefined;

  constructor(message: string, span?: Span) {
    super(message);
    this.span = span;
  }
}

/** A value that an expression does not have: cel-go's texts (`no such key: a`, `division by zero`). */
export class EvaluationError extends Error {
  override readonly name = "EvaluationError";
}

/** The error of a call whose arguments fit no overload. */
export function noSuchOverload(): EvaluationError {
  return new EvaluationError("no such overload");
}
