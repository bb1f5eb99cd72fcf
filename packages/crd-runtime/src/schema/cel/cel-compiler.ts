import type { Structural } from "../structural.js";

/**
 * The door to a CEL implementation: schema code reaches it through this, so that programs without rules do not load one.
 * `celCompiler()` of `crd-runtime/cel` makes it.
 */
export interface CelCompiler {
  /** What rules on a schema node can see; undefined where they cannot see its values. */
  scopeOf(input: CelScopeInput): CelScope | undefined;
}

/** The node that rules are on. */
export interface CelScopeInput {
  readonly schema: Structural;
  /** `resource`: the root of a resource or of an embedded one: rules see apiVersion, kind, metadata.name and .generateName. */
  readonly as: "resource" | "value";
}

/** What rules on a node see: `self`, and `oldSelf`. */
export interface CelScope {
  /** How often values of the node can occur in an object, when the schema does not limit the lists around them. */
  readonly maxOccurrences: number;
  /** @throws nothing: what is wrong with the expression is the answer */
  compile(input: CelCompileInput): CelProgram | CelCompileError;
}

/** One expression. */
export interface CelCompileInput {
  readonly expression: string;
  /** Whether `oldSelf` is an optional value, which is none on a create. */
  readonly oldSelf: "optional" | "plain";
  readonly result: "bool" | "string";
}

/** Why an expression was not compiled. */
export interface CelCompileError {
  /** Without the beginning that says what was compiled. */
  readonly message: string;
  /** `type`: it compiles, and its result is not what was asked for. */
  readonly reason: "invalid" | "type";
}

/** A compiled expression. It keeps nothing between evaluations. */
export interface CelProgram {
  readonly usesOldSelf: boolean;
  /** The most that an evaluation can cost by estimate, in the API server's units; 2^64 stands for more. */
  readonly maxCost: number;
  evaluate(input: CelEvaluateInput): CelResult;
}

/** The JSON values of an evaluation. */
export interface CelEvaluateInput {
  readonly self: unknown;
  /** Undefined on a create, and where nothing of the old object corresponds. */
  readonly oldSelf?: unknown;
  /** What the evaluation may cost, in the API server's units; default any. */
  readonly costLimit?: number;
}

/** What an expression gives: a value, or the text of an error; and what it has cost. */
export type CelResult =
  | { readonly error: string; readonly value?: undefined; readonly cost: number }
  | { readonly error?: undefined; readonly value: boolean | string; readonly cost: number };
