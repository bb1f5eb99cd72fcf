import { CompileError } from "../errors.js";
import { comparable } from "../library/lists.js";
import type { Expr, ExprOf, Literal } from "../syntax/expr.js";
import type { Overload } from "../types/signature.js";
import { assign, type Bindings, closed, mostGeneral, substitute } from "../types/substitution.js";
import {
  type CelType,
  formatType,
  listOf,
  mapOf,
  optionalOf,
  sameType,
  simpleTypes,
  typeOf,
} from "../types/type.js";
import { typeNames } from "../values/type-of.js";
import type { Checked, ResolvedCall } from "./checked.js";
import type { Functions } from "./functions.js";
import type { Scope, Variable } from "./scope.js";

const { bool, bytes, double, dyn, int, null_type, string, timestamp, uint } = simpleTypes;

/** Types by the name that expressions use. */
const namedTypes: ReadonlyMap<string, CelType> = new Map<string, CelType>([
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
  #bindings: Bindings = new Map();
  #typeVariables = 0;
  #slots: number;

  constructor(input: { readonly scope: Scope; readonly functions: Functions }) {
    this.#functions = input.functions;
    this.#outer = input.scope;
    this.#slots = input.scope.size;
  }

  result(expr: Expr, type: CelType): Checked {
    const final = (open: CelType): CelType => closed({ type: open, bindings: this.#bindings });
    return {
      expr,
      type: final(type),
      typeOf: (part) => final(this.#types.get(part) ?? dyn),
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
            (type, element) => this.#join(type, this.check(element, scope)),
            undefined,
          ) ?? this.#typeVariable(),
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
    return this.#resolved(operand).kind === "optional" ? optionalOf(field) : field;
  }

  #member(input: { readonly expr: Expr; readonly operand: CelType; readonly field: string }): CelType {
    const { expr, field } = input;
    const outer = this.#resolved(input.operand);
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
        this.#fits([dyn], [operand]);
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
      const fresh = new Map(overload.generics.map((name) => [name, this.#typeVariable()]));
      const open = (type: CelType): CelType => substitute({ type, bindings: fresh });
      if (!this.#fits(types, overload.parameters.map(open))) continue;
      fitting.push(overload);
      const type = this.#resolved(open(overload.result));
      result = result === undefined || sameType(result, type) ? type : dyn;
    }
    if (result === undefined) {
      const shown = types.map((type) =>
        formatType(closed({ type, bindings: this.#bindings })),
      );
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
      key = this.#join(key, this.check(keyExpr, scope));
      value = this.#join(value, this.check(valueExpr, scope));
    }
    return mapOf({ key: key ?? this.#typeVariable(), value: value ?? this.#typeVariable() });
  }

  #comprehension(expr: ExprOf<"comprehension">, scope: Scope): CelType {
    const range = this.#resolved(this.check(expr.range, scope));
    const types = this.#rangeTypes(expr, range);
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
        return this.#sortBy({ expr, range, key: body });
      case "transformMap":
        return mapOf({ key: first, value: body });
      case "transformMapEntry":
        this.#require(expr.body, body, mapOf({ key: dyn, value: dyn }));
        return body;
      default:
        return listOf(body);
    }
  }

  /** Types of a comprehension's variables. */
  #rangeTypes(expr: ExprOf<"comprehension">, range: CelType): readonly CelType[] {
    const two = expr.variables.length === 2;
    switch (range.kind) {
      case "list":
        return two ? [int, range.element] : [range.element];
      case "map":
        return two ? [range.key, range.value] : [range.key];
      case "param":
        this.#fits([dyn], [range]);
        return [dyn, dyn];
      case "dyn":
        return [dyn, dyn];
      default:
        throw new CompileError(
          `expression of type '${formatType(range)}' cannot be range of a comprehension (must be list, map, or dynamic)`,
          expr.range,
        );
    }
  }

  #sortBy(input: {
    readonly expr: ExprOf<"comprehension">;
    readonly range: CelType;
    readonly key: CelType;
  }): CelType {
    const { expr, range } = input;
    const key = this.#resolved(input.key);
    const ordered = comparable.some((name) => name === key.kind);
    if ((range.kind !== "list" && range.kind !== "dyn") || (!ordered && key.kind !== "dyn")) {
      throw new CompileError(
        `found no matching overload for 'sortBy' applied to '${formatType(range)}.(${formatType(key)})'`,
        expr,
      );
    }
    return range;
  }

  #optionalMap(expr: ExprOf<"optionalMap">, scope: Scope): CelType {
    const operand = this.#resolved(this.check(expr.operand, scope));
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
    this.#require(expr.body, body, optionalOf(this.#typeVariable()));
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
    this.#require(expr, this.check(expr, scope), bool);
  }

  #require(expr: Expr, found: CelType, wanted: CelType): void {
    if (this.#fits([found], [wanted])) return;
    const shown = formatType(this.#resolved(found));
    throw new CompileError(`expected type '${formatType(wanted)}' but found '${shown}'`, expr);
  }

  /** Literals of mixed types are of dyn: what the server refuses of them it refuses later. */
  #join(previous: CelType | undefined, current: CelType): CelType {
    if (previous === undefined) return current;
    return this.#fits([previous], [current]) ? mostGeneral(previous, current) : dyn;
  }

  #fits(from: readonly CelType[], to: readonly CelType[]): boolean {
    const bindings = assign({ from, to, bindings: this.#bindings });
    if (bindings === undefined) return false;
    this.#bindings = bindings;
    return true;
  }

  #resolved(type: CelType): CelType {
    return substitute({ type, bindings: this.#bindings });
  }

  #typeVariable(): CelType {
    this.#typeVariables += 1;
    return { kind: "param", name: `_var${this.#typeVariables}` };
  }
}

function literalType(literal: Literal): CelType {
  return literal.type === "null" ? null_type : simpleTypes[literal.type];
}

/** `a.b.c` of identifiers and selections. */
function qualifiedName(expr: Expr): string | undefined {
  if (expr.kind === "ident") return expr.name;
  if (expr.kind !== "select") return undefined;
  const operand = qualifiedName(expr.operand);
  return operand === undefined ? undefined : `${operand}.${expr.field}`;
}
