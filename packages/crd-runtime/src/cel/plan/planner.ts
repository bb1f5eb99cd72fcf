import type { Checked } from "../check/checked.js";
import { type ActualCost, actualCost } from "../cost/actual-cost.js";
import { CompileError, EvaluationError, noSuchOverload } from "../errors.js";
import { optionalMember } from "../library/optionals.js";
import type { Expr, ExprOf, Literal } from "../syntax/expr.js";
import type { Overload } from "../types/signature.js";
import type { CelType } from "../types/type.js";
import { ValueList } from "../values/list.js";
import { CelMap, ValueMap } from "../values/map.js";
import { Optional } from "../values/optional.js";
import { TypeValue } from "../values/type-value.js";
import { Uint } from "../values/uint.js";
import type { CelValue } from "../values/value.js";
import { comprehension } from "./comprehension.js";
import { callFitting } from "./dispatch.js";
import { conditional, logical } from "./logic.js";
import { frameOf, type Step } from "./step.js";

/** Functions that are evaluated at compile time where their argument is a literal. */
const conversions: ReadonlySet<string> = new Set([
  "bool",
  "bytes",
  "double",
  "duration",
  "int",
  "string",
  "timestamp",
  "uint",
]);

/**
 * Makes the step of a checked expression.
 *
 * @throws CompileError when a literal cannot be converted to the type it is converted to
 */
export function plan(checked: Checked): Step {
  return new Planner(checked).plan(checked.expr);
}

class Planner {
  readonly #checked: Checked;

  constructor(checked: Checked) {
    this.#checked = checked;
  }

  plan(expr: Expr): Step {
    switch (expr.kind) {
      case "literal": {
        const value = literalValue(expr.literal);
        return () => value;
      }
      case "ident":
        return this.#ident(expr);
      case "select":
        return this.#select(expr);
      case "optionalSelect": {
        const operand = this.plan(expr.operand);
        const { field } = expr;
        return (frame) => {
          frame.cost += 1;
          return optionalMember(operand(frame), field);
        };
      }
      case "has": {
        const operand = this.plan(expr.operand);
        const { field } = expr;
        return (frame) => hasMember(operand(frame), field);
      }
      case "call":
        return this.#call(expr);
      case "list": {
        const elements = expr.elements.map((element) => this.plan(element));
        const cost = isConstant(expr) ? 0 : costs.list;
        return (frame) => {
          frame.cost += cost;
          return new ValueList(elements.map((element) => element(frame)));
        };
      }
      case "map": {
        const entries = expr.entries.map(
          ([key, value]) => [this.plan(key), this.plan(value)] as const,
        );
        const cost = isConstant(expr) ? 0 : costs.map;
        return (frame) => {
          frame.cost += cost;
          return new ValueMap(entries.map(([key, value]) => [key(frame), value(frame)] as const));
        };
      }
      case "comprehension":
        return comprehension({
          macro: expr.macro,
          range: this.plan(expr.range),
          slots: this.#checked.variablesOf(expr).map(({ slot }) => slot),
          filter: expr.filter === undefined ? undefined : this.plan(expr.filter),
          body: this.plan(expr.body),
        });
      case "optionalMap":
        return this.#optionalMap(expr);
    }
  }

  #ident(expr: ExprOf<"ident">): Step {
    const variable = this.#checked.variableOf(expr);
    if (variable === undefined) return typeStep(this.#checked.typeNameOf(expr) ?? expr.name);
    const { slot, name } = variable;
    return (frame) => {
      frame.cost += 1;
      const value = frame[slot];
      if (value === undefined) throw new EvaluationError(`no such attribute: ${name}`);
      return value;
    };
  }

  #select(expr: ExprOf<"select">): Step {
    const named = this.#checked.typeNameOf(expr);
    if (named !== undefined) return typeStep(named);
    const operand = this.plan(expr.operand);
    const { field } = expr;
    const cost = isAttribute(expr.operand) ? 1 : 2;
    return (frame) => {
      const value = operand(frame);
      frame.cost += cost;
      if (value instanceof CelMap) return value.get(field);
      if (value instanceof Optional) return optionalMember(value, field);
      throw noSuchOverload();
    };
  }

  #call(expr: ExprOf<"call">): Step {
    const resolved = this.#checked.callOf(expr);
    if (resolved === undefined) throw new Error(`call of ${expr.name} has not been checked`);
    const args = resolved.args.map((argument) => this.plan(argument));
    const special = this.#special(expr, args);
    if (special !== undefined) return special;
    const [overload] = resolved.overloads;
    const known =
      resolved.overloads.length === 1 &&
      overload !== undefined &&
      resolved.args.every((argument) => isStatic(this.#checked.typeOf(argument)));
    const typeOf = this.#checked.typeOf.bind(this.#checked);
    const [first] = resolved.args;
    const isIndex = expr.name === "_[_]" && first !== undefined;
    const cost = isSetMembership(expr)
      ? 0
      : isIndex
        ? isAttribute(first)
          ? 1
          : 2
        : actualCost({ ...resolved, typeOf });
    const step = known
      ? direct({ overload, args, cost })
      : dispatched({ overloads: resolved.overloads, args, cost });
    const [literal] = resolved.args;
    if (args.length !== 1 || literal?.kind !== "literal" || !conversions.has(expr.name))
      return step;
    return folded(step, expr);
  }

  /** Operators that do not evaluate all of their operands. */
  #special(expr: ExprOf<"call">, args: readonly Step[]): Step | undefined {
    const [first, second, third] = args;
    if (first === undefined || second === undefined) return undefined;
    switch (expr.name) {
      case "_&&_":
        return logical({ left: first, right: second, deciding: false });
      case "_||_":
        return logical({ left: first, right: second, deciding: true });
      case "_?_:_":
        return third === undefined
          ? undefined
          : conditional({
              condition: first,
              yes: asBranch(expr.args[1], second),
              no: asBranch(expr.args[2], third),
            });
      case "or":
      case "orValue":
        return (frame) => {
          const optional = first(frame);
          if (!(optional instanceof Optional)) throw noSuchOverload();
          if (!optional.hasValue) return second(frame);
          return expr.name === "or" ? optional : optional.value();
        };
      default:
        return undefined;
    }
  }

  #optionalMap(expr: ExprOf<"optionalMap">): Step {
    const operand = this.plan(expr.operand);
    const body = this.plan(expr.body);
    const [variable] = this.#checked.variablesOf(expr);
    const slot = variable?.slot ?? 0;
    return (frame) => {
      const before = frame.cost;
      const optional = operand(frame);
      const spent = frame.cost - before;
      // x.hasValue() ? optional.of(bind(x.value(), body)) : optional.none()
      frame.cost += 2;
      if (!(optional instanceof Optional)) throw noSuchOverload();
      if (!optional.hasValue) return Optional.none;
      frame.cost += spent + (expr.macro === "optMap" ? 1 : 0);
      frame[slot] = optional.value();
      const result = body(frame);
      return expr.macro === "optMap" ? Optional.of(result) : result;
    };
  }
}

function isStatic(type: CelType): boolean {
  return type.kind !== "dyn" && type.kind !== "null_type";
}

function typeStep(name: string): Step {
  const type = new TypeValue(name);
  return () => type;
}

/** A way from a variable to a value: it costs a unit, and each step of it another one. What is made on the way costs that unit, too. */
function isAttribute(expr: Expr): boolean {
  switch (expr.kind) {
    case "ident":
    case "select":
    case "optionalSelect":
      return true;
    case "call":
      return expr.name === "_[_]" || expr.name === "_?_:_";
    default:
      return false;
  }
}

/** Of a way to a value that is a branch of a condition only the steps cost. */
function asBranch(expr: Expr | undefined, step: Step): Step {
  if (expr === undefined || !isAttribute(expr)) return step;
  return (frame) => {
    frame.cost -= 1;
    return step(frame);
  };
}

/** What making a list or a map costs, unless all in it is literal. */
const costs = { list: 10, map: 30 };

/** A literal, or a list or map of such: made once. */
function isConstant(expr: Expr): boolean {
  switch (expr.kind) {
    case "literal":
      return true;
    case "list":
      return expr.elements.every(isConstant);
    case "map":
      return expr.entries.every(([key, value]) => isConstant(key) && isConstant(value));
    default:
      return false;
  }
}

/** `x in ["a", "b"]`, which cel-go makes a set of. */
function isSetMembership({ name, args }: ExprOf<"call">): boolean {
  const [, list] = args;
  return name === "_in_" && list?.kind === "list" && isConstant(list);
}

/** Static types are what the schema says, and a value may be null there: that is of no other type. */
function direct(input: {
  readonly overload: Overload;
  readonly args: readonly Step[];
  readonly cost: ActualCost;
}): Step {
  const { args, cost } = input;
  const { call, parameters } = input.overload;
  const nullable = parameters.map(({ kind }) => kind === "param" || kind === "dyn");
  const argument = (step: Step, index: number): Step => {
    if (nullable[index] === true) return step;
    return (frame) => {
      const value = step(frame);
      if (value === null) throw noSuchOverload();
      return value;
    };
  };
  const steps = args.map(argument);
  if (typeof cost !== "number") {
    return (frame) => {
      const values = steps.map((step) => step(frame));
      frame.cost += cost(values);
      return call(values);
    };
  }
  const [first, second] = steps;
  if (steps.length === 1 && first !== undefined) {
    return (frame) => {
      frame.cost += cost;
      return call([first(frame)]);
    };
  }
  if (steps.length === 2 && first !== undefined && second !== undefined) {
    return (frame) => {
      frame.cost += cost;
      return call([first(frame), second(frame)]);
    };
  }
  return (frame) => {
    frame.cost += cost;
    return call(steps.map((step) => step(frame)));
  };
}

function dispatched(input: {
  readonly overloads: readonly Overload[];
  readonly args: readonly Step[];
  readonly cost: ActualCost;
}): Step {
  const { overloads, args, cost } = input;
  return (frame) => {
    const values = args.map((argument) => argument(frame));
    frame.cost += typeof cost === "number" ? cost : cost(values);
    return callFitting(overloads, values);
  };
}

function folded(step: Step, expr: Expr): Step {
  try {
    const value = step(frameOf([]));
    return () => value;
  } catch (error) {
    if (!(error instanceof EvaluationError)) throw error;
    throw new CompileError(error.message, expr);
  }
}

function hasMember(operand: CelValue, field: string): boolean {
  if (operand instanceof Optional) return optionalMember(operand, field).hasValue;
  return operand instanceof CelMap && operand.find(field) !== undefined;
}

function literalValue(literal: Literal): CelValue {
  switch (literal.type) {
    case "null":
      return null;
    case "uint":
      return new Uint(literal.value);
    default:
      return literal.value;
  }
}
