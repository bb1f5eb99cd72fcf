import { CompileError } from "../errors.js";
import type { Expr } from "../syntax/expr.js";
import { assign, type Bindings, closed, mostGeneral, substitute } from "../types/substitution.js";
import { type CelType, formatType, simpleTypes } from "../types/type.js";

/** What is known of types while an expression is checked: what type variables stand for. */
export class Inference {
  #bindings: Bindings = new Map();
  #variables = 0;

  /** A type that is not known yet. */
  variable(): CelType {
    this.#variables += 1;
    return { kind: "param", name: `_var${this.#variables}` };
  }

  /** Whether values of some types may stand for others; type variables then stand for what makes them fit. */
  fits(from: readonly CelType[], to: readonly CelType[]): boolean {
    const bindings = assign({ from, to, bindings: this.#bindings });
    if (bindings === undefined) return false;
    this.#bindings = bindings;
    return true;
  }

  /** A type with what is known of it. */
  resolved(type: CelType): CelType {
    return substitute({ type, bindings: this.#bindings });
  }

  /** A type of which all is known: what is not is dyn. */
  closed(type: CelType): CelType {
    return closed({ type, bindings: this.#bindings });
  }

  /** @throws CompileError when a type is not the wanted one */
  require(expr: Expr, found: CelType, wanted: CelType): void {
    if (this.fits([found], [wanted])) return;
    const shown = formatType(this.resolved(found));
    throw new CompileError(`expected type '${formatType(wanted)}' but found '${shown}'`, expr);
  }

  /** Literals of mixed types are of dyn: what the server refuses of them it refuses later. */
  join(previous: CelType | undefined, current: CelType): CelType {
    if (previous === undefined) return current;
    return this.fits([previous], [current]) ? mostGeneral(previous, current) : simpleTypes.dyn;
  }
}
