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
  /** An array whose elements one function copies. */
  readonly objects: EachView | undefined;
  /** Any other array. */
  readonly array: EachView | undefined;
  readonly map: EachView | undefined;
  /** `T | T[]`. */
  readonly oneOrMany: { readonly one: CopyView; readonly many: CopyView } | undefined;
  /** `T | boolean`: the copy of T. */
  readonly orBoolean: CopyView | undefined;
}

/** What happens to each element of an array or value of a map that is not null. */
export interface EachView {
  /** A function that can be named instead of being called; then the rest is not printed. */
  readonly function: ImportSymbol | undefined;
  /** `item`. */
  readonly parameter: string;
  /** Any JSON: the copy takes null too. */
  readonly json: boolean;
  /** Around a condition, and around braces that would open a function body. */
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
    objects: undefined,
    array: undefined,
    map: undefined,
    oneOrMany: undefined,
    orBoolean: undefined,
    ...form,
  };
}

export function eachView(input: {
  readonly parameter: string;
  readonly json: boolean;
  readonly copy: CopyView;
}): EachView {
  const { json, copy } = input;
  // deepCopyJSON has overloads, between which only a call decides.
  const named = json ? undefined : copy.call;
  return { ...input, function: named, parentheses: copy.spread || isCondition(copy) };
}

/** Prints as `a ? b : c`. */
export function isCondition(copy: CopyView): boolean {
  return copy.oneOrMany !== undefined || copy.orBoolean !== undefined;
}
