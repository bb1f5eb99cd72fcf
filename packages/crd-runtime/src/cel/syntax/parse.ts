import { type ASTNode, Environment, ParseError } from "@marcbachmann/cel-js";
import { CompileError } from "../errors.js";
import type { Expr, Literal, Span } from "./expr.js";
import { expandMacro } from "./macros.js";

/** A process that stays compiles ever new rules. */
const mostKnown = 1000;

const minInt = -(2n ** 63n);
const maxInt = 2n ** 63n - 1n;

/** Operators whose name is a function's. */
const binaryFunctions: ReadonlyMap<string, string> = new Map([
  ["==", "_==_"],
  ["!=", "_!=_"],
  ["<", "_<_"],
  ["<=", "_<=_"],
  [">", "_>_"],
  [">=", "_>=_"],
  ["+", "_+_"],
  ["-", "_-_"],
  ["*", "_*_"],
  ["/", "_/_"],
  ["%", "_%_"],
  ["in", "_in_"],
  ["&&", "_&&_"],
  ["||", "_||_"],
  ["[]", "_[_]"],
  ["[?]", "_[?_]"],
]);

/**
 * Parses CEL with the parser of @marcbachmann/cel-js; nothing more of the library is used.
 *
 * The choice, by what kube-apiserver 1.37 says of the rules in test/schema/cel/tables (1,269 then), each library with the
 * schema's types as far as it takes them and no functions added:
 *
 * | | @marcbachmann/cel-js 8.0.0 | @bufbuild/cel 0.6.1 |
 * | --- | --- | --- |
 * | same verdict | 713 | 611 |
 * | rules that the server compiles and the parser refuses | 5 | 41: all optional syntax, comments |
 * | the same of 407 rules in 25 published definitions | 0 | 1 |
 * | types are checked | yes | no: its checker is not exported |
 * | packages that come with it | none | protobuf-es, 10 MB |
 *
 * What neither has is beyond functions that could be added: lists that are sets or maps, objects with a schema, macros with two
 * variables, nanoseconds, errors that `||` swallows. So types and values are our own, and cel-js is the parser. What its
 * grammar lacks or reads otherwise is listed in tables.test.ts.
 */
export class Parser {
  readonly #environment = new Environment({
    enableOptionalTypes: true,
    unlistedVariablesAreDyn: true,
  });

  /** The versions of a kind have the same rules. */
  readonly #known = new Map<string, Expr>();

  /** @throws CompileError when the text is no expression */
  parse(text: string): Expr {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    try {
      const expr = exprOf(this.#environment.parse(text).ast);
      if (this.#known.size >= mostKnown) this.#known.clear();
      this.#known.set(text, expr);
      return expr;
    } catch (error) {
      if (!(error instanceof ParseError)) throw error;
      throw new CompileError(error.summary, error.range);
    }
  }
}

function exprOf(node: ASTNode): Expr {
  const span: Span = { start: node.start, end: node.end };
  switch (node.op) {
    case "value":
      return { ...span, kind: "literal", literal: literalOf(node.args, span) };
    case "id":
      return { ...span, kind: "ident", name: node.args };
    case ".":
      return { ...span, kind: "select", operand: exprOf(node.args[0]), field: node.args[1] };
    case ".?":
      return {
        ...span,
        kind: "optionalSelect",
        operand: exprOf(node.args[0]),
        field: node.args[1],
      };
    case "list":
      return { ...span, kind: "list", elements: node.args.map(exprOf) };
    case "map":
      return {
        ...span,
        kind: "map",
        entries: node.args.map(([key, value]) => [exprOf(key), exprOf(value)] as const),
      };
    case "?:":
      refuseNested(node.args[0], node.args[1]);
      return call(span, "_?_:_", node.args.map(exprOf));
    case "!_":
    case "-_": {
      const { args } = node;
      if (isDoubled(node.op, node.start, args)) return exprOf(args.args);
      return node.op === "!_" ? call(span, "!_", [exprOf(args)]) : negation(span, args);
    }
    case "call":
      return expandMacro({
        ...span,
        kind: "call",
        name: node.args[0],
        target: undefined,
        args: node.args[1].map(exprOf),
      });
    case "rcall":
      return expandMacro({
        ...span,
        kind: "call",
        name: node.args[0],
        target: exprOf(node.args[1]),
        args: node.args[2].map(exprOf),
      });
    default: {
      const name = binaryFunctions.get(node.op);
      if (name === undefined) throw new CompileError(`unknown operator ${node.op}`, span);
      return call(span, name, [exprOf(node.args[0]), exprOf(node.args[1])]);
    }
  }
}

/** `a ? b ? c : d : e` is none in CEL's grammar, which wants parentheses there. */
function refuseNested(condition: ASTNode, yes: ASTNode): void {
  if (yes.op !== "?:" || yes.input.slice(condition.end, yes.start).includes("(")) return;
  throw new CompileError("mismatched input '?' expecting ':'", yes);
}

function call(span: Span, name: string, args: readonly Expr[]): Expr {
  return { ...span, kind: "call", name, target: undefined, args };
}

/** `!!a` and `--a` are `a` to cel-go's parser; with parentheses between them they are not. */
function isDoubled<Operator extends "!_" | "-_">(
  operator: Operator,
  start: number,
  operand: ASTNode,
): operand is Extract<ASTNode, { readonly op: "!_" | "-_" }> {
  return operand.op === operator && !operand.input.slice(start, operand.start).includes("(");
}

/** The sign belongs to a number: -9223372036854775808 is one, 9223372036854775808 is not. */
function negation(span: Span, operand: ASTNode): Expr {
  if (operand.op === "value" && typeof operand.args === "bigint") {
    return { ...span, kind: "literal", literal: integer(-operand.args, span) };
  }
  if (operand.op === "value" && typeof operand.args === "number") {
    return { ...span, kind: "literal", literal: { type: "double", value: -operand.args } };
  }
  return call(span, "-_", [exprOf(operand)]);
}

function integer(value: bigint, span: Span): Literal {
  if (value < minInt || value > maxInt) throw new CompileError("invalid int literal", span);
  return { type: "int", value };
}

function literalOf(value: Extract<ASTNode, { readonly op: "value" }>["args"], span: Span): Literal {
  switch (typeof value) {
    case "bigint":
      return integer(value, span);
    case "boolean":
      return { type: "bool", value };
    case "number":
      return { type: "double", value };
    case "string":
      return { type: "string", value };
    default: {
      if (value === null) return { type: "null" };
      if (value instanceof Uint8Array) return { type: "bytes", value };
      return { type: "uint", value: value.value };
    }
  }
}
