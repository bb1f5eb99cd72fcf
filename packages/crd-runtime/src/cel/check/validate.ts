import { CompileError, EvaluationError } from "../errors.js";
import type { Patterns } from "../library/patterns.js";
import { clausesOf } from "../library/string-format.js";
import type { Expr, ExprOf } from "../syntax/expr.js";
import { formatType, sameType } from "../types/type.js";
import type { Checked } from "./checked.js";
import { childrenOf } from "./children.js";

/**
 * What the API server checks beyond types: literals hold elements of one type, patterns and formats that are literals are
 * well-formed.
 *
 * @throws CompileError when they do not
 */
export function validate(input: { readonly checked: Checked; readonly patterns: Patterns }): void {
  const { checked, patterns } = input;
  const visit = (expr: Expr, inFormat: boolean): void => {
    if (expr.kind === "list" && !inFormat) sameTypes(checked, expr.elements);
    if (expr.kind === "map" && !inFormat) {
      sameTypes(
        checked,
        expr.entries.map(([key]) => key),
      );
      sameTypes(
        checked,
        expr.entries.map(([, value]) => value),
      );
    }
    if (expr.kind === "call") {
      validPattern(expr, patterns);
      if (expr.name === "format") validFormat(expr, checked);
    }
    const within = inFormat || (expr.kind === "call" && expr.name === "format");
    for (const child of childrenOf(expr)) visit(child, within);
  };
  visit(checked.expr, false);
}

function sameTypes(checked: Checked, exprs: readonly Expr[]): void {
  const [first, ...rest] = exprs;
  if (first === undefined) return;
  const type = checked.typeOf(first);
  for (const expr of rest) {
    const other = checked.typeOf(expr);
    if (!sameType(type, other)) {
      throw new CompileError(
        `expected type '${formatType(type)}' but found '${formatType(other)}'`,
        expr,
      );
    }
  }
}

const patternFunctions: ReadonlySet<string> = new Set(["matches", "find", "findAll"]);

function validPattern(call: ExprOf<"call">, patterns: Patterns): void {
  if (!patternFunctions.has(call.name)) return;
  const pattern = call.target === undefined ? call.args[1] : call.args[0];
  if (pattern?.kind !== "literal" || pattern.literal.type !== "string") return;
  try {
    patterns.compile(pattern.literal.value);
  } catch (error) {
    if (!(error instanceof EvaluationError)) throw error;
    throw new CompileError(`invalid ${call.name} argument: ${error.message}`, pattern);
  }
}

const numbers = ["int", "uint"];
const texts = [
  ...numbers,
  "bool",
  "bytes",
  "double",
  "duration",
  "list",
  "map",
  "null_type",
  "string",
  "timestamp",
  "type",
];

/** Kinds of values that a clause takes. */
const clauseKinds: Readonly<Record<string, readonly string[]>> = {
  s: texts,
  d: numbers,
  f: ["double", "string"],
  e: ["double", "string"],
  b: [...numbers, "bool"],
  x: [...numbers, "bytes", "string"],
  X: [...numbers, "bytes", "string"],
  o: numbers,
};

function validFormat(call: ExprOf<"call">, checked: Checked): void {
  const { target, args } = call;
  const [list] = args;
  if (target?.kind !== "literal" || target.literal.type !== "string" || list?.kind !== "list") {
    return;
  }
  const clauses = clausesOf(target.literal.value);
  if (clauses === undefined) {
    throw new CompileError("could not parse formatting clause", target);
  }
  for (const [index, clause] of clauses.entries()) {
    const element = list.elements[index];
    if (element === undefined) throw new CompileError(`index ${index} out of range`, call);
    const kinds = clauseKinds[clause] ?? [];
    if (!fitsClause({ expr: element, kinds, checked })) {
      const shown = formatType(checked.typeOf(element));
      throw new CompileError(
        `error during formatting: %${clause} cannot be used on ${shown}`,
        element,
      );
    }
  }
  if (list.elements.length > clauses.length) {
    throw new CompileError(
      `too many arguments supplied to string.format (expected ${clauses.length}, got ${list.elements.length})`,
      call,
    );
  }
}

function fitsClause(input: {
  readonly expr: Expr;
  readonly kinds: readonly string[];
  readonly checked: Checked;
}): boolean {
  const { expr, kinds, checked } = input;
  const { kind } = checked.typeOf(expr);
  if (kind === "dyn") return true;
  if (!kinds.includes(kind)) return false;
  const members = expr.kind === "list" || expr.kind === "map" ? childrenOf(expr) : [];
  return members.every((member) => fitsClause({ expr: member, kinds: texts, checked }));
}
