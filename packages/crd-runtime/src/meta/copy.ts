import type { DeepReadonly, Mutable } from "./deep-readonly.js";
import type { JSON as JSONValue, RawExtension } from "./scalars.js";

/** Null and undefined, as far as a type has them. */
type AbsentOf<T> = Extract<T, null | undefined>;

/**
 * Copies an array, each element by `copy`. Elements that are null or undefined stay what they are,
 * whatever the type says: servers send `[null]`.
 */
export function copyArray<S, T>(
  input: readonly S[],
  copy: (element: NonNullable<S>) => T,
): (T | AbsentOf<S>)[] {
  return input.map((element) => copyPresent(element, copy));
}

/** How to copy each item of a tuple. */
type ItemCopies<T extends readonly unknown[]> = {
  readonly [K in keyof T]: (item: NonNullable<T[K]>) => unknown;
};

/** What the copies give back, and null and undefined where the items may be so. */
type CopiedItems<T extends readonly unknown[], Copies> = {
  -readonly [K in keyof T]: K extends keyof Copies
    ? Copies[K] extends (item: never) => infer Copy
      ? Copy | AbsentOf<T[K]>
      : never
    : never;
};

/** Copies a tuple of scalars. */
export function copyTuple<T extends readonly unknown[]>(input: T): Mutable<T>;
/**
 * Copies a tuple, each item by the function at its place. Items that are null or undefined stay what they are, and so do those
 * that the type does not know.
 */
export function copyTuple<T extends readonly unknown[], const Copies extends ItemCopies<T>>(
  input: T,
  copies: Copies,
): CopiedItems<T, Copies>;
export function copyTuple(
  input: readonly unknown[],
  copies: readonly ((item: NonNullable<unknown>) => unknown)[] = [],
): unknown {
  return input.map((item, index) => {
    const copy = copies[index];
    return copy === undefined ? item : copyPresent(item, copy);
  });
}

/**
 * Copies a map, each value by `copy`. Values that are null or undefined stay what they are, and a
 * key named `__proto__` is a key like any other.
 */
export function copyMap<S, T>(
  input: { readonly [key: string]: S },
  copy: (value: NonNullable<S>) => T,
): Record<string, T | AbsentOf<S>> {
  // The spread makes every key an own property, so that assigning to `__proto__` sets no prototype.
  const output: Record<string, S | T> = { ...input };
  for (const key of Object.keys(input)) {
    output[key] = copyPresent(input[key] as S, copy);
  }
  return output as Record<string, T | AbsentOf<S>>;
}

/** Copies any JSON value: members of type `JSON` and `RawExtension`. */
export function deepCopyJSON(input: DeepReadonly<RawExtension>): RawExtension;
export function deepCopyJSON(input: DeepReadonly<RawExtension> | null): RawExtension | null;
export function deepCopyJSON(input: DeepReadonly<JSONValue>): JSONValue;
export function deepCopyJSON(input: unknown): unknown {
  return copyValue(input);
}

function copyValue(input: unknown): unknown {
  if (typeof input !== "object" || input === null) {
    return input;
  }
  if (Array.isArray(input)) {
    return input.map(copyValue);
  }
  const output: Record<string, unknown> = { ...input };
  for (const key of Object.keys(output)) {
    const value = output[key];
    if (typeof value === "object" && value !== null) {
      output[key] = copyValue(value);
    }
  }
  return output;
}

/** Null where the type names none is passed on as it is: the type is the guess then. */
function copyPresent<S, T>(value: S, copy: (value: NonNullable<S>) => T): T | AbsentOf<S> {
  return value === null || value === undefined ? (value as AbsentOf<S>) : copy(value);
}
