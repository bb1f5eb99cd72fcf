import { CompileError } from "../errors.js";
import type { ComprehensionMacro, Expr, ExprOf } from "./expr.js";

/** Numbers of arguments of the macros on a receiver: the variables, a filter where there may be one, the body. */
const comprehensions: ReadonlyMap<
  string,
  readonly {
    readonly variables: 1 | 2;
    readonly filter: 0 | 1;
    readonly macro: ComprehensionMacro;
  }[]
> = new Map([
  ["all", [one("all"), two("all")]],
  ["exists", [one("exists"), two("exists")]],
  ["exists_one", [one("exists_one"), two("exists_one")]],
  ["existsOne", [two("exists_one")]],
  ["filter", [one("filter")]],
  ["map", [one("map"), filtered(one("map"))]],
  ["sortBy", [one("sortBy")]],
  ["transformList", [two("transformList"), filtered(two("transformList"))]],
  ["transformMap", [two("transformMap"), filtered(two("transformMap"))]],
  ["transformMapEntry", [two("transformMapEntry"), filtered(two("transformMapEntry"))]],
]);

interface Shape {
  readonly variables: 1 | 2;
  readonly filter: 0 | 1;
  readonly macro: ComprehensionMacro;
}

function one(macro: ComprehensionMacro): Shape {
  return { variables: 1, filter: 0, macro };
}

function two(macro: ComprehensionMacro): Shape {
  return { variables: 2, filter: 0, macro };
}

function filtered(shape: Shape): Shape {
  return { ...shape, filter: 1 };
}

/**
 * Makes a macro of a call that has the name and the number of arguments of one: those of cel-go that the API server
 * switches on.
 *
 * @throws CompileError when an argument that names a variable is no identifier, or `has` is not on a selection
 */
export function expandMacro(call: ExprOf<"call">): Expr {
  const { target, name, args } = call;
  const [first, second] = args;
  if (target === undefined) {
    return name === "has" && args.length === 1 ? presence(call) : call;
  }
  if ((name === "optMap" || name === "optFlatMap") && first !== undefined && second !== undefined) {
    if (args.length !== 2) return call;
    const { start, end } = call;
    const variable = variableOf(first);
    return {
      start,
      end,
      kind: "optionalMap",
      macro: name,
      operand: target,
      variable,
      body: second,
    };
  }
  const shape = comprehensions
    .get(name)
    ?.find(({ variables, filter }) => variables + filter + 1 === args.length);
  return shape === undefined ? call : comprehension({ call, target, shape });
}

function presence(call: ExprOf<"call">): Expr {
  const { start, end } = call;
  const [argument] = call.args;
  if (argument?.kind !== "select") {
    throw new CompileError("invalid argument to has() macro", call);
  }
  return { start, end, kind: "has", operand: argument.operand, field: argument.field };
}

function comprehension(input: {
  readonly call: ExprOf<"call">;
  readonly target: Expr;
  readonly shape: Shape;
}): Expr {
  const { call, target, shape } = input;
  const { start, end, args } = call;
  const body = args.at(-1);
  const [first, second] = args;
  if (body === undefined || first === undefined || second === undefined) return call;
  return {
    start,
    end,
    kind: "comprehension",
    macro: shape.macro,
    range: target,
    variables: shape.variables === 1 ? [variableOf(first)] : distinct(first, second),
    filter: shape.filter === 1 ? args.at(-2) : undefined,
    body,
  };
}

function distinct(first: Expr, second: Expr): readonly [string, string] {
  const names = [variableOf(first), variableOf(second)] as const;
  if (names[0] === names[1]) {
    throw new CompileError(`duplicate variable name: ${names[0]}`, second);
  }
  return names;
}

function variableOf(argument: Expr): string {
  if (argument.kind !== "ident") {
    throw new CompileError("argument must be a simple name", argument);
  }
  return argument.name;
}
