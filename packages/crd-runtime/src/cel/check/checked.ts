import type { Expr, ExprOf } from "../syntax/expr.js";
import type { Overload } from "../types/signature.js";
import type { CelType } from "../types/type.js";
import type { Variable } from "./scope.js";

/** How a call is made, once its types are known. */
export interface ResolvedCall {
  /** The overloads that fit the static types; the values decide where there are more. */
  readonly overloads: readonly Overload[];
  /** The receiver, if it is one and no namespace, and the arguments. */
  readonly args: readonly Expr[];
}

/** What checking finds out about the parts of an expression. */
export interface Checked {
  readonly expr: Expr;
  readonly type: CelType;
  /** Static type of a part. */
  typeOf(part: Expr): CelType;
  /** The variable of an identifier. */
  variableOf(ident: Expr): Variable | undefined;
  /** Name of the type that an identifier or a selection names. */
  typeNameOf(part: Expr): string | undefined;
  callOf(call: ExprOf<"call">): ResolvedCall | undefined;
  /** Variables that a macro declares. */
  variablesOf(macro: Expr): readonly Variable[];
  /** Number of slots in a frame. */
  readonly slots: number;
  /** Names of the outer variables that are used. */
  readonly references: ReadonlySet<string>;
}
