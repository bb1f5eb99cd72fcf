import type { ImportSymbol } from "../render/index.js";

/** An expression that copies `source`. One of the fields after it is set: templates know only `if`. */
export interface CopyView {
  /** The expression to copy: `input.ports`, `item`. Neither null nor undefined. */
  readonly source: string;
  /** Immutable: used as it is. */
  readonly value: boolean;
  /** An array of values. */
  readonly slice: boolean;
  /** A map of values. */
  readonly spread: boolean;
  /** Copied by this function. */
  readonly call: ImportSymbol | undefined;
  readonly array: EachView | undefined;
  readonly map: EachView | undefined;
  /** `T | T[]`. */
  readonly oneOrMany: { readonly one: CopyView; readonly many: CopyView } | undefined;
  /** `T | boolean`: the copy of T. */
  readonly orBoolean: CopyView | undefined;
}

/** What happens to each element of an array or value of a map. */
export interface EachView {
  /** The function that does it all; then the rest is not printed. */
  readonly function: ImportSymbol | undefined;
  /** `item`. */
  readonly parameter: string;
  /** Null elements must not reach the copy. */
  readonly guard: boolean;
  readonly parentheses: boolean;
  readonly copy: CopyView;
}

type Form = Partial<Omit<CopyView, "source">>;

export function copyView(source: string, form: Form): CopyView {
  return {
    source,
    value: false,
    slice: false,
    spread: false,
    call: undefined,
    array: undefined,
    map: undefined,
    oneOrMany: undefined,
    orBoolean: undefined,
    ...form,
  };
}

export function eachView(input: {
  readonly parameter: string;
  readonly guard: boolean;
  readonly copy: CopyView;
  /** A function may stand for itself: its caller passes one argument. */
  readonly byName: boolean;
}): EachView {
  const { parameter, guard, copy, byName } = input;
  const conditional = copy.oneOrMany !== undefined || copy.orBoolean !== undefined;
  return {
    function: byName && !guard ? copy.call : undefined,
    parameter,
    guard,
    // Around a condition behind the guard; around braces that would open a function body.
    parentheses: guard ? conditional : copy.spread,
    copy,
  };
}
