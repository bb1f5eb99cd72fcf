import { CompileError } from "../errors.js";
import type { Expr, ExprOf } from "../syntax/expr.js";
import type { Overload } from "../types/signature.js";
import { substitute } from "../types/substitution.js";
import {
  type CelType,
  formatType,
  listOf,
  mapOf,
  optionalOf,
  sameType,
  simpleTypes,
} from "../types/type.js";
import type { Checked, ResolvedCall } from "./checked.js";
import { rangeTypes, sortByType } from "./comprehension-types.js";
import type { Functions } from "./functions.js";
import { Inference } from "./inference.js";
import { literalType, namedTypes, qualifiedName } from "./named-types.js";
import type { Scope, Variable } from "./scope.js";

const { bool, dyn } = simpleTypes;

/**
 * Finds the types of an expression's parts and the overloads of its calls, as cel-go's checker does.
 *
 * @throws CompileError when names are unknown or types do not fit
 */
export function check(input: {
  readonly expr: Expr;
  readonly scope: Scope;
  readonly functions: Functions;
}): Checked {
  const checker = new Checker(input);
  const { expr, scope } = input;
  const type = checker.check(expr, scope);
  return checker.result(expr, type);
}

class Checker {
  readonly #functions: Functions;
  readonly #outer: Scope;
  readonly #types = new Map<Expr, CelType>();
  readonly #variables = new Map<Expr, Variable>();
  readonly #typeNames = new Map<Expr, string>();
  readonly #calls = new Map<Expr, ResolvedCall>();
  readonly #declared = new Map<Expr, readonly Variable[]>();
  readonly #references = new Set<string>();
  readonly #inference = new Inference();
  #slots: number;

  constructor(input: { readonly scope: Scope; readonly functions: Functions }) {
    this.#functions = input.functions;
    this.#outer = input.scope;
    this.#slots = input.scope.size;
  }

  result(expr: Expr, type: CelType): Checked {
    return {
      expr,
      type: this.#inference.closed(type),
      typeOf: (part) => this.#inference.closed(this.#types.get(part) ?? dyn),
      variableOf: (ident) => this.#variables.get(ident),
      typeNameOf: (part) => this.#typeNames.get(part),
      callOf: (call) => this.#calls.get(call),
      variablesOf: (macro) => this.#declared.get(macro) ?? [],
      slots: this.#slots,
      references: this.#references,
    };
  }

  check(expr: Expr, scope: Scope): CelType {
    const type = this.#typeOf(expr, scope);
    this.#types.set(expr, type);
    return type;
  }

  #typeOf(expr: Expr, scope: Scope): CelType {
    switch (expr.kind) {
      case "literal":
        return literalType(expr.literal);
      case "ident":
        return this.#ident(expr, scope);
      case "select":
        return this.#select(expr, scope);
      case "optionalSelect": {
        const operand = this.check(expr.operand, scope);
        return optionalOf(this.#member({ expr, operand, field: expr.field }));
      }
      case "has": {
        const operand = this.check(expr.operand, scope);
        this.#member({ expr, operand, field: expr.field });
        return bool;
      }
      case "call":
        return this.#call(expr, scope);
      case "list":
        return listOf(
          expr.elements.reduce<CelType | undefined>(
            (type, element) => this.#inference.join(type, this.check(element, scope)),
            undefined,
          ) ?? this.#inference.variable(),
        );
      case "map":
        return this.#map(expr, scope);
      case "comprehension":
        return this.#comprehension(expr, scope);
      case "optionalMap":
        return this.#optionalMap(expr, scope);
    }
  }

  #ident(expr: ExprOf<"ident">, scope: Scope): CelType {
    const variable = scope.get(expr.name);
    if (variable !== undefined) {
      if (variable === this.#outer.get(expr.name)) this.#references.add(expr.name);
      this.#variables.set(expr, variable);
      return variable.type;
    }
    return this.#typeNamed(expr, expr.name, expr.name);
  }

  #typeNamed(expr: Expr, name: string, shown: string): CelType {
    const type = namedTypes.get(name);
    if (type === undefined) {
      throw new CompileError(`undeclared reference to '${shown}' (in container '')`, expr);
    }
    this.#typeNames.set(expr, name);
    return type;
  }

  #select(expr: ExprOf<"select">, scope: Scope): CelType {
    const name = qualifiedName(expr);
    const root = name?.split(".")[0] ?? "";
    if (name !== undefined && scope.get(root) === undefined && namedTypes.has(name)) {
      return this.#typeNamed(expr, name, root);
    }
    const operand = this.check(expr.operand, scope);
    const field = this.#member({ expr, operand, field: expr.field });
    return this.#inference.resolved(operand).kind === "optional" ? optionalOf(field) : field;
  }

  #member(input: {
    readonly expr: Expr;
    readonly operand: CelType;
    readonly field: string;
  }): CelType {
    const { expr, field } = input;
    const outer = this.#inference.resolved(input.operand);
    const operand = outer.kind === "optional" ? outer.value : outer;
    switch (operand.kind) {
      case "map":
        return operand.value;
      case "object": {
        const type = operand.fields.get(field) ?? operand.fields.get(`__${field}__`);
        if (type === undefined) throw new CompileError(`undefined field '${field}'`, expr);
        return type;
      }
      case "param":
        this.#inference.fits([dyn], [operand]);
        return dyn;
      case "dyn":
        return dyn;
      default:
        throw new CompileError(
          `type '${formatType(operand)}' does not support field selection`,
          expr,
        );
    }
  }

  #call(expr: ExprOf<"call">, scope: Scope): CelType {
    const { name, target } = expr;
    for (const argument of expr.args) this.check(argument, scope);
    const namespace = target === undefined ? undefined : qualifiedName(target);
    const spaced =
      namespace === undefined ? undefined : this.#functions.get(`${namespace}.${name}`);
    if (spaced !== undefined) {
      return this.#resolve({ expr, overloads: spaced, args: expr.args, member: false });
    }
    const args = target === undefined ? expr.args : [target, ...expr.args];
    if (target !== undefined) this.check(target, scope);
    const overloads = this.#functions.get(name);
    if (overloads === undefined) {
      throw new CompileError(`undeclared reference to '${name}' (in container '')`, expr);
    }
    return this.#resolve({ expr, overloads, args, member: target !== undefined });
  }

  #resolve(input: {
    readonly expr: ExprOf<"call">;
    readonly overloads: readonly Overload[];
    readonly args: readonly Expr[];
    readonly member: boolean;
  }): CelType {
    const { expr, args, member } = input;
    const types = args.map((argument) => this.#types.get(argument) ?? dyn);
    const fitting: Overload[] = [];
    let result: CelType | undefined;
    for (const overload of input.overloads) {
      if (overload.member !== member) continue;
      const fresh = new Map(overload.generics.map((name) => [name, this.#inference.variable()]));
      const open = (type: CelType): CelType => substitute({ type, bindings: fresh });
      if (!this.#inference.fits(types, overload.parameters.map(open))) continue;
      fitting.push(overload);
      const type = this.#inference.resolved(open(overload.result));
      result = result === undefined || sameType(result, type) ? type : dyn;
    }
    if (result === undefined) {
      const shown = types.map((type) => formatType(this.#inference.closed(type)));
      const [receiver, ...rest] = shown;
      const call = member ? `${receiver}.(${rest.join(", ")})` : `(${shown.join(", ")})`;
      throw new CompileError(
        `found no matching overload for '${expr.name}' applied to '${call}'`,
        expr,
      );
    }
    this.#calls.set(expr, { overloads: fitting, args });
    return result;
  }

  #map(expr: ExprOf<"map">, scope: Scope): CelType {
    let key: CelType | undefined;
    let value: CelType | undefined;
    for (const [keyExpr, valueExpr] of expr.entries) {
      key = this.#inference.join(key, this.check(keyExpr, scope));
      value = this.#inference.join(value, this.check(valueExpr, scope));
    }
    return mapOf({
      key: key ?? this.#inference.variable(),
      value: value ?? this.#inference.variable(),
    });
  }

  #comprehension(expr: ExprOf<"comprehension">, scope: Scope): CelType {
    const range = this.#inference.resolved(this.check(expr.range, scope));
    const types = rangeTypes({ expr, range, inference: this.#inference });
    const inner = this.#declare({ expr, scope, names: expr.variables, types });
    if (expr.filter !== undefined) this.#boolean(expr.filter, inner);
    if (expr.macro === "all" || expr.macro === "exists" || expr.macro === "exists_one") {
      this.#boolean(expr.body, inner);
      return bool;
    }
    const [first = dyn] = types;
    if (expr.macro === "filter") {
      this.#boolean(expr.body, inner);
      return listOf(first);
    }
    const body = this.check(expr.body, inner);
    switch (expr.macro) {
      case "sortBy":
        return sortByType({ expr, range, key: this.#inference.resolved(body) });
      case "transformMap":
        return mapOf({ key: first, value: body });
      case "transformMapEntry":
        this.#inference.require(expr.body, body, mapOf({ key: dyn, value: dyn }));
        return body;
      default:
        return listOf(body);
    }
  }

  #optionalMap(expr: ExprOf<"optionalMap">, scope: Scope): CelType {
    const operand = this.#inference.resolved(this.check(expr.operand, scope));
    if (operand.kind !== "optional" && operand.kind !== "dyn") {
      throw new CompileError(
        `found no matching overload for 'hasValue' applied to '${formatType(operand)}.()'`,
        expr,
      );
    }
    const type = operand.kind === "optional" ? operand.value : dyn;
    const inner = this.#declare({ expr, scope, names: [expr.variable], types: [type] });
    const body = this.check(expr.body, inner);
    if (expr.macro === "optMap") return optionalOf(body);
    this.#inference.require(expr.body, body, optionalOf(this.#inference.variable()));
    return body;
  }

  #declare(input: {
    readonly expr: Expr;
    readonly scope: Scope;
    readonly names: readonly string[];
    readonly types: readonly CelType[];
  }): Scope {
    const declared: Variable[] = [];
    let inner = input.scope;
    for (const [index, name] of input.names.entries()) {
      inner = inner.with(name, input.types[index] ?? dyn);
      const variable = inner.get(name);
      if (variable !== undefined) declared.push(variable);
    }
    this.#declared.set(input.expr, declared);
    this.#slots = Math.max(this.#slots, inner.size);
    return inner;
  }

  #boolean(expr: Expr, scope: Scope): void {
    this.#inference.require(expr, this.check(expr, scope), bool);
  }
}
