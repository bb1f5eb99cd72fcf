import type { Checked } from "../check/checked.js";
import type { Expr, ExprOf } from "../syntax/expr.js";
import type { Overload } from "../types/signature.js";
import type { CelType } from "../types/type.js";
import { access, free, listBase, mapBase } from "./base-cost.js";
import { callCost, sortCost, unionOfCosts } from "./call-cost.js";
import { isScalar, literalSize } from "./expr-size.js";
import { macroCost } from "./macro-cost.js";
import type { Operand } from "./operand.js";
import { Path } from "./path.js";
import { add, fixed, multiply, type Range, union, unknown } from "./range.js";
import { type SizeNode, sizeAt } from "./size-node.js";

/**
 * The worst that an expression can cost, in the units of cel-go, for values of the sizes that their schema allows. Follows
 * cel-go's checker.Cost with the estimators that kube-apiserver sets: macros cost what their expansions do.
 */
export function estimateCost(input: {
  readonly checked: Checked;
  readonly root: SizeNode;
}): number {
  return new Estimator(input).cost(input.checked.expr, new Map()).max;
}

/** What is known of a local variable. */
interface Local {
  readonly path: Path | undefined;
  readonly size: Range | undefined;
}

type Locals = ReadonlyMap<string, Local>;

/** What a part of an expression costs, and how large it is. */
interface Sized {
  readonly cost: Range;
  readonly size: Range;
}

/** Sizes of the keys and the values of a list or a map that an expression makes. */
interface EntrySize {
  readonly container: "list" | "map";
  readonly key: Range;
  readonly value: Range;
}

class Estimator {
  readonly #checked: Checked;
  readonly #root: SizeNode;
  readonly #paths = new Map<Expr, Path>();
  readonly #sizes = new Map<Expr, Range>();
  readonly #entries = new Map<Expr, EntrySize>();

  constructor(input: { readonly checked: Checked; readonly root: SizeNode }) {
    this.#checked = input.checked;
    this.#root = input.root;
  }

  cost(expr: Expr, locals: Locals): Range {
    switch (expr.kind) {
      case "literal":
        return free;
      case "ident":
        this.#setPath(
          expr,
          locals.has(expr.name) ? locals.get(expr.name)?.path : Path.of(expr.name),
        );
        return access;
      case "select":
        return this.#select(expr, locals);
      case "has":
        return this.cost(expr.operand, locals);
      case "optionalSelect": {
        const { cost } = this.#sized(expr.operand, locals);
        return add(access, cost);
      }
      case "call":
        return this.#call(expr, locals);
      case "list":
        return this.#list(expr, locals);
      case "map":
        return this.#map(expr, locals);
      case "comprehension":
        return this.#comprehension(expr, locals);
      case "optionalMap":
        return this.#optionalMap(expr, locals);
    }
  }

  #select(expr: ExprOf<"select">, locals: Locals): Range {
    const type = this.#checked.typeNameOf(expr);
    if (type !== undefined) {
      this.#setPath(expr, Path.of(type));
      return access;
    }
    const operand = this.cost(expr.operand, locals);
    this.#setPath(expr, Path.append(this.#pathOf(expr.operand, locals), expr.field));
    const { kind } = this.#checked.typeOf(expr.operand);
    return kind === "map" || kind === "object" ? add(operand, access) : operand;
  }

  #call(expr: ExprOf<"call">, locals: Locals): Range {
    const resolved = this.#checked.callOf(expr);
    if (resolved === undefined) return free;
    const { args, overloads } = resolved;
    const member = overloads[0]?.member === true;
    const parts = this.#parts({ args, member, locals });
    const costs = parts.map(({ cost }) => cost);
    const special = this.#special({ expr, args, costs, locals });
    if (special !== undefined) return special;
    const operands = args.map((argument, index) =>
      this.#operand({ expr: argument, size: parts[index]?.size ?? unknown, locals }),
    );
    const [target, ...rest] = operands;
    const call = unionOfCosts(
      overloads.map((overload) =>
        callCost({ overload, target: member ? target : undefined, args: member ? rest : operands }),
      ),
    );
    this.#setResultSize({ expr, size: call.size, args, overloads, locals });
    return add(call.cost, ...costs);
  }

  /** The arguments of a call with their sizes, each looked at when cel-go does: the receiver last. */
  #parts(input: {
    readonly args: readonly Expr[];
    readonly member: boolean;
    readonly locals: Locals;
  }): readonly Sized[] {
    const { args, member, locals } = input;
    const [target, ...rest] = args;
    if (!member || target === undefined)
      return args.map((argument) => this.#sized(argument, locals));
    const others = rest.map((argument) => this.#sized(argument, locals));
    return [this.#sized(target, locals), ...others];
  }

  #sized(expr: Expr, locals: Locals): Sized {
    const cost = this.cost(expr, locals);
    return { cost, size: this.#sizeOrUnknown(expr, locals) };
  }

  /** Logic, `dyn`, and what keeps the sizes of its operands. */
  #special(input: {
    readonly expr: ExprOf<"call">;
    readonly args: readonly Expr[];
    readonly costs: readonly Range[];
    readonly locals: Locals;
  }): Range | undefined {
    const { expr, args, locals } = input;
    const [first = free, second = free, third = free] = input.costs;
    switch (expr.name) {
      case "_&&_":
      case "_||_":
        return { min: first.min, max: add(first, second).max };
      case "_?_:_": {
        const [, yes, no] = args;
        if (yes === undefined || no === undefined) return undefined;
        this.#sizes.set(
          expr,
          union(this.#sizeOrUnknown(yes, locals), this.#sizeOrUnknown(no, locals)),
        );
        const [one, other] = [this.#entryOf(yes), this.#entryOf(no)];
        if (one !== undefined && other !== undefined) this.#entries.set(expr, joined(one, other));
        return add(first, union(second, third));
      }
      case "dyn": {
        const [argument] = args;
        if (argument === undefined) return undefined;
        const size = this.#sizeOf(argument, locals);
        const entry = this.#entryOf(argument);
        if (size !== undefined) this.#sizes.set(expr, size);
        if (entry !== undefined) this.#entries.set(expr, entry);
        return add(access, first);
      }
      default:
        return undefined;
    }
  }

  #setResultSize(input: {
    readonly expr: ExprOf<"call">;
    readonly size: Range | undefined;
    readonly args: readonly Expr[];
    readonly overloads: readonly Overload[];
    readonly locals: Locals;
  }): void {
    const { expr, args, overloads, locals } = input;
    const [first, second] = args;
    let { size } = input;
    for (const { name, parameters } of overloads) {
      const kind = parameters[0]?.kind;
      if (name !== "_[_]" || first === undefined || (kind !== "list" && kind !== "map")) continue;
      const step = kind === "list" ? "@items" : "@values";
      this.#setPath(expr, Path.append(this.#pathOf(first, locals), step));
      size = this.#entryOf(first)?.value ?? this.#sizeOf(expr, locals);
    }
    if (expr.name === "_+_" && first !== undefined && second !== undefined) {
      const [one, other] = [this.#entryOf(first), this.#entryOf(second)];
      if (one !== undefined && other !== undefined) this.#entries.set(expr, joined(one, other));
    }
    const known = size ?? this.#sizeOf(expr, locals);
    if (known !== undefined) this.#sizes.set(expr, known);
  }

  #list(expr: ExprOf<"list">, locals: Locals): Range {
    const elements = expr.elements.map((element) => this.#sized(element, locals));
    const value = unionOfSizes(elements.map(({ size }) => size));
    this.#entries.set(expr, { container: "list", key: fixed(1), value });
    return add(listBase, ...elements.map(({ cost }) => cost));
  }

  #map(expr: ExprOf<"map">, locals: Locals): Range {
    const entries = expr.entries.map((parts) => {
      const costs = parts.map((part) => this.cost(part, locals));
      const [key, value] = parts;
      const sizes = {
        key: this.#sizeOrUnknown(key, locals),
        value: this.#sizeOrUnknown(value, locals),
      };
      return { cost: add(...costs), ...sizes };
    });
    const key = unionOfSizes(entries.map((entry) => entry.key));
    const value = unionOfSizes(entries.map((entry) => entry.value));
    this.#entries.set(expr, { container: "map", key, value });
    return add(mapBase, ...entries.map(({ cost }) => cost));
  }

  #comprehension(expr: ExprOf<"comprehension">, locals: Locals): Range {
    const range = this.cost(expr.range, locals);
    const inner = this.#withVariables(expr, locals);
    const filter = expr.filter === undefined ? undefined : this.#sized(expr.filter, inner).cost;
    const body = this.#sized(expr.body, inner).cost;
    // Not before, as in cel-go: the body may have changed where the path of the range leads.
    const count = this.#sizeOrUnknown(expr.range, locals);
    const { once, each } = macroCost({ expr, filter, body });
    this.#setComprehensionSize({ expr, inner, count });
    const sort =
      expr.macro === "sortBy" ? sortCost(count, this.#checked.typeOf(expr.body)).cost : free;
    return add(range, once, multiply(count, each), sort);
  }

  #setComprehensionSize(input: {
    readonly expr: ExprOf<"comprehension">;
    readonly inner: Locals;
    readonly count: Range;
  }): void {
    const { expr, inner, count } = input;
    const sizeOf = (part: Expr): Range => this.#sizeOrUnknown(part, inner);
    const element = (value: Range): void => {
      // The list that it starts from is empty.
      const entry = { container: "list", key: fixed(1), value: union(free, value) } as const;
      this.#entries.set(expr, entry);
    };
    switch (expr.macro) {
      case "all":
      case "exists":
      case "exists_one":
        this.#sizes.set(expr, fixed(1));
        return;
      case "filter": {
        const [name = ""] = expr.variables;
        const local = inner.get(name);
        element(this.#localSize(local, this.#elementType(expr.range)) ?? unknown);
        break;
      }
      case "map":
      case "transformList":
        element(sizeOf(expr.body));
        break;
      case "sortBy":
        this.#sizes.set(expr, multiply(count, count));
        return;
      default:
        break;
    }
    this.#sizes.set(expr, count);
  }

  #elementType(range: Expr): CelType | undefined {
    const type = this.#checked.typeOf(range);
    if (type.kind === "list") return type.element;
    return type.kind === "map" ? type.key : undefined;
  }

  #withVariables(expr: ExprOf<"comprehension">, locals: Locals): Locals {
    const { range } = expr;
    const path = this.#pathOf(range, locals);
    const entry = this.#entryOf(range);
    const container = entry?.container ?? this.#checked.typeOf(range).kind;
    const list = container === "list";
    const keys = (): Local => ({
      path: Path.append(path, list ? "@indices" : "@keys"),
      size: entry?.key,
    });
    const values = (): Local => ({
      path: Path.append(path, list ? "@items" : "@values"),
      size: entry?.value,
    });
    const inner = new Map(locals);
    const [first, second] = expr.variables;
    // With two variables the path of the second may overwrite that of the first.
    if (second !== undefined) return inner.set(first, keys()).set(second, values());
    return inner.set(first, list ? values() : keys());
  }

  /** `x.hasValue() ? optional.of(bind(x.value(), body)) : optional.none()` */
  #optionalMap(expr: ExprOf<"optionalMap">, locals: Locals): Range {
    const operand = this.cost(expr.operand, locals);
    const inner = new Map(locals).set(expr.variable, { path: undefined, size: undefined });
    const body = this.cost(expr.body, inner);
    const bound = add(listBase, operand, access, body);
    const yes = expr.macro === "optMap" ? add(bound, access) : bound;
    return add(operand, access, union(yes, access));
  }

  #operand(input: { readonly expr: Expr; readonly size: Range; readonly locals: Locals }): Operand {
    const { expr, size, locals } = input;
    const type = this.#checked.typeOf(expr);
    const names = this.#pathOf(expr, locals)?.names();
    const element = names === undefined ? undefined : sizeAt(this.#root, [...names, "@items"]);
    return { expr, type, size, elementSize: element ?? unknown };
  }

  #setPath(expr: Expr, path: Path | undefined): void {
    if (path !== undefined) this.#paths.set(expr, path);
  }

  #pathOf(expr: Expr, locals: Locals): Path | undefined {
    if (expr.kind === "ident" && locals.has(expr.name)) return locals.get(expr.name)?.path;
    return this.#paths.get(expr);
  }

  #sizeOrUnknown(expr: Expr, locals: Locals): Range {
    return this.#sizeOf(expr, locals) ?? unknown;
  }

  #sizeOf(expr: Expr, locals: Locals): Range | undefined {
    const known = this.#sizes.get(expr) ?? literalSize(expr);
    if (known !== undefined) return known;
    const path = this.#pathOf(expr, locals);
    const sized = this.#sizeAt(path);
    if (sized !== undefined) {
      // The path may lead somewhere else the next time.
      this.#sizes.set(expr, sized);
      return sized;
    }
    const local = expr.kind === "ident" ? locals.get(expr.name) : undefined;
    return this.#localSize({ path, size: local?.size }, this.#checked.typeOf(expr));
  }

  #sizeAt(path: Path | undefined): Range | undefined {
    return path === undefined ? undefined : sizeAt(this.#root, path.names());
  }

  #localSize(local: Local | undefined, type: CelType | undefined): Range | undefined {
    const sized = this.#sizeAt(local?.path);
    return sized ?? (type !== undefined && isScalar(type) ? fixed(1) : local?.size);
  }

  #entryOf(expr: Expr): EntrySize | undefined {
    return this.#entries.get(expr);
  }
}

function unionOfSizes(sizes: readonly Range[]): Range {
  const [head, ...rest] = sizes;
  return head === undefined ? free : rest.reduce(union, head);
}

function joined(one: EntrySize, other: EntrySize): EntrySize {
  return {
    container: one.container,
    key: union(one.key, other.key),
    value: union(one.value, other.value),
  };
}
