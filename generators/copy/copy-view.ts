import { type ImportSymbol, runtimeValue } from "../render/index.js";

/** An expression that copies `source`, which is neither null nor undefined; `template` prints it. */
export type CopyView =
  | {
      /** Immutable, an array of values, or a map of values. */
      readonly template: `${Folder}value` | `${Folder}slice` | `${Folder}spread`;
      /** `input.ports`, `item`. */
      readonly source: string;
    }
  | CallView
  /** An array whose elements one function copies; JSON may be null itself. */
  | {
      readonly template: `${Folder}objects` | `${Folder}json-values`;
      readonly source: string;
      /** `item`. */
      readonly parameter: string;
      readonly copy: CallView;
    }
  /** `copyArray` or `copyMap` of crd-runtime with a function that exists. */
  | {
      readonly template: `${Folder}by-function`;
      readonly source: string;
      readonly container: ImportSymbol;
      readonly function: ImportSymbol;
    }
  /** The same with a function of its own. */
  | {
      readonly template: `${Folder}each`;
      readonly source: string;
      readonly container: ImportSymbol;
      readonly parameter: string;
      /** Around a condition, and around braces that would open a function body. */
      readonly parentheses: boolean;
      readonly copy: CopyView;
    }
  /** A tuple: each item by a function of its own, where all are values without. */
  | {
      readonly template: `${Folder}tuple`;
      readonly source: string;
      readonly container: ImportSymbol;
      readonly items: readonly TupleItemView[];
    }
  /** `T | T[]`. */
  | {
      readonly template: `${Folder}one-or-many`;
      readonly source: string;
      readonly isArray: ImportSymbol;
      readonly one: CopyView;
      readonly many: CopyView;
    }
  /** `T | boolean`: the copy of T. */
  | { readonly template: `${Folder}or-boolean`; readonly source: string; readonly copy: CopyView };

export interface CallView {
  readonly template: `${Folder}call`;
  readonly source: string;
  readonly call: ImportSymbol;
}

/** The function of an item: one that exists, or one of its own. */
export type TupleItemView =
  | { readonly template: `${Folder}function`; readonly function: ImportSymbol }
  | {
      readonly template: `${Folder}arrow`;
      readonly parameter: string;
      /** Around a condition, and around braces that would open a function body. */
      readonly parentheses: boolean;
      readonly copy: CopyView;
    };

type Folder = "copy/";

const runtime = {
  array: runtimeValue("copyArray"),
  map: runtimeValue("copyMap"),
  tuple: runtimeValue("copyTuple"),
  isArray: runtimeValue("isArray"),
  json: runtimeValue("deepCopyJSON"),
} as const;

export function valueCopy(source: string): CopyView {
  return { template: "copy/value", source };
}

/** A container of values. */
export function flatCopy(input: {
  readonly container: "array" | "map";
  readonly source: string;
}): CopyView {
  const { container, source } = input;
  const template = container === "array" ? "copy/slice" : "copy/spread";
  return { template, source };
}

export function callCopy(input: {
  readonly call: ImportSymbol;
  readonly source: string;
}): CallView {
  return { template: "copy/call", ...input };
}

export function jsonCopy(source: string): CallView {
  return callCopy({ call: runtime.json, source });
}

/** A container whose elements are copied one by one. */
export function containerCopy(input: {
  readonly container: "array" | "map";
  readonly source: string;
  readonly parameter: string;
  readonly copy: CopyView;
  /** Whether an element can be 0, false or "", which is to be converted like any other. */
  readonly ofScalars?: boolean;
}): CopyView {
  const { container, source, parameter, copy, ofScalars = false } = input;
  const isCall = copy.template === "copy/call";
  // Between the overloads of deepCopyJSON only a call decides.
  const isJson = isCall && copy.call === runtime.json;
  // Arrays of objects are where the time goes: a loop that the compiler can inline.
  if (isCall && container === "array" && !ofScalars) {
    const template = isJson ? "copy/json-values" : "copy/objects";
    return { template, source, parameter, copy };
  }
  if (isCall && !isJson) {
    const template = "copy/by-function";
    return { template, source, container: runtime[container], function: copy.call };
  }
  return {
    template: "copy/each",
    source,
    container: runtime[container],
    parameter,
    parentheses: inParentheses(copy),
    copy,
  };
}

/** A tuple whose items are copied one by one, in their order. */
export function tupleCopy(input: {
  readonly source: string;
  readonly items: readonly { readonly parameter: string; readonly copy: CopyView }[];
}): CopyView {
  const { source, items } = input;
  const isFlat = items.every(({ copy }) => copy.template === "copy/value");
  return {
    template: "copy/tuple",
    source,
    container: runtime.tuple,
    items: isFlat ? [] : items.map(tupleItem),
  };
}

function tupleItem(item: { readonly parameter: string; readonly copy: CopyView }): TupleItemView {
  const { copy } = item;
  // Between the overloads of deepCopyJSON only a call decides.
  return copy.template === "copy/call" && copy.call !== runtime.json
    ? { template: "copy/function", function: copy.call }
    : { template: "copy/arrow", ...item, parentheses: inParentheses(copy) };
}

function inParentheses(copy: CopyView): boolean {
  return isCondition(copy) || copy.template === "copy/spread";
}

export function oneOrManyCopy(input: {
  readonly source: string;
  readonly one: CopyView;
  readonly many: CopyView;
}): CopyView {
  return { template: "copy/one-or-many", isArray: runtime.isArray, ...input };
}

export function orBooleanCopy(input: {
  readonly source: string;
  readonly copy: CopyView;
}): CopyView {
  return { template: "copy/or-boolean", ...input };
}

/** Prints as `a ? b : c`. */
export function isCondition(copy: CopyView): boolean {
  return copy.template === "copy/one-or-many" || copy.template === "copy/or-boolean";
}
