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

/** The text about an error, with the place in its source, in cel-go's form. */
export function describeError(error: CompileError, source: string): string {
  if (error.span === undefined) return error.message;
  const before = source.slice(0, error.span.start).split("\n");
  const column = before.at(-1)?.length ?? 0;
  const line = source.split("\n")[before.length - 1] ?? "";
  const head = `ERROR: <input>:${before.length}:${column + 1}: ${error.message}`;
  return `${head}\n | ${line}\n | ${".".repeat(column)}^`;
}

/** A value that an expression does not have: cel-go's texts (`no such key: a`, `division by zero`). */
export class EvaluationError extends Error {
  override readonly name = "EvaluationError";
}

/** An evaluation that has cost more than it may: nothing decides without the rest of it. */
export class CostLimitError extends Error {
  override readonly name = "CostLimitError";

  constructor() {
    super("operation cancelled: actual cost limit exceeded");
  }
}

/** The error of a call whose arguments fit no overload. */
export function noSuchOverload(): EvaluationError {
  return new EvaluationError("no such overload");
}
