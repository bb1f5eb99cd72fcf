import type { Code } from "../diagnostics/index.js";

/** Codes of changes after which objects or clients that worked no longer do. */
export type BreakingCode = Extract<Code, `diff/${string}`>;

/** Keys and indexes of a place in a definition. */
export type Pointer = readonly (string | number)[];

/** One difference between two definitions. */
export interface Change {
  /** The diagnostic of a breaking change; undefined for a safe one. */
  readonly code: BreakingCode | undefined;
  /** `databases.example.com`. */
  readonly definition: string;
  /** `v1`; undefined for what all versions share. */
  readonly version: string | undefined;
  /** `.spec.size`, in the manner of JSONPath; "" for the whole. */
  readonly path: string;
  /** From the new definition to what is nearest: `["spec", "scope"]`. */
  readonly pointer: Pointer;
  /** What changed: `removed`, `maximum 10 is now 5`. */
  readonly text: string;
}

/** Where a change is found, and what collects it. */
export interface Scope {
  readonly path: string;
  readonly breaking: (code: BreakingCode, text: string) => void;
  readonly safe: (text: string) => void;
  /** The scope of a place below: how its path goes on, and the way to it in the definition. */
  readonly at: (suffix: string, ...keys: Pointer) => Scope;
}

/** A scope that adds to a list. */
export function scope(input: {
  readonly changes: Change[];
  readonly definition: string;
  readonly version?: string;
  readonly path?: string;
  readonly pointer?: Pointer;
}): Scope {
  const { changes, definition, version, path = "", pointer = [] } = input;
  const add = (code: BreakingCode | undefined, text: string): void => {
    changes.push({ code, definition, version, path, pointer, text });
  };
  return {
    path,
    breaking: add,
    safe: (text) => add(undefined, text),
    at: (suffix, ...keys) =>
      scope({ ...input, path: `${path}${suffix}`, pointer: [...pointer, ...keys] }),
  };
}
