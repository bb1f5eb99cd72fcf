/** Where an expression stands in its source: UTF-16 positions. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A literal; integers within int64, unsigned ones within uint64. */
export type Literal =
  | { readonly type: "bool"; readonly value: boolean }
  | { readonly type: "bytes"; readonly value: Uint8Array }
  | { readonly type: "double"; readonly value: number }
  | { readonly type: "int"; readonly value: bigint }
  | { readonly type: "null" }
  | { readonly type: "string"; readonly value: string }
  | { readonly type: "uint"; readonly value: bigint };

/** Macros that go through a list or a map. */
export type ComprehensionMacro =
  | "all"
  | "exists"
  | "exists_one"
  | "filter"
  | "map"
  | "sortBy"
  | "transformList"
  | "transformMap"
  | "transformMapEntry";

/**
 * A CEL expression, macros expanded to nodes of their own. Operators are calls of functions with cel-go's names: `_+_`, `!_`,
 * `_[_]`, `_?_:_`.
 */
export type Expr = Span &
  (
    | { readonly kind: "literal"; readonly literal: Literal }
    | { readonly kind: "ident"; readonly name: string }
    | { readonly kind: "select"; readonly operand: Expr; readonly field: string }
    /** `a.?b` */
    | { readonly kind: "optionalSelect"; readonly operand: Expr; readonly field: string }
    /** `has(a.b)` */
    | { readonly kind: "has"; readonly operand: Expr; readonly field: string }
    | {
        readonly kind: "call";
        readonly name: string;
        readonly target: Expr | undefined;
        readonly args: readonly Expr[];
      }
    | { readonly kind: "list"; readonly elements: readonly Expr[] }
    | { readonly kind: "map"; readonly entries: readonly (readonly [Expr, Expr])[] }
    | {
        readonly kind: "comprehension";
        readonly macro: ComprehensionMacro;
        readonly range: Expr;
        /** The element or key; or index and element, key and value. */
        readonly variables: readonly [string] | readonly [string, string];
        readonly filter: Expr | undefined;
        readonly body: Expr;
      }
    /** `optMap`, `optFlatMap` */
    | {
        readonly kind: "optionalMap";
        readonly macro: "optFlatMap" | "optMap";
        readonly operand: Expr;
        readonly variable: string;
        readonly body: Expr;
      }
  );

/** An expression of one kind. */
export type ExprOf<Kind extends Expr["kind"]> = Extract<Expr, { readonly kind: Kind }>;
