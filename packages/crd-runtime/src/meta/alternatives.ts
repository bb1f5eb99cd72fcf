import { deepCopyJSON } from "./copy.js";
import type { DeepReadonly } from "./deep-readonly.js";
import type { RawExtension } from "./scalars.js";

/** `Array.isArray` for members that are `T | T[]`: the standard one does not tell read-only arrays. */
export function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/**
 * Copies an alternative that the program's types do not know, as a newer version of an API may send, or a constant that
 * is readonly.
 *
 * @example
 * // After all alternatives of a union, so that tsc reports one that is missing:
 * return deepCopyUnknown<never>(input);
 *
 * @example
 * const zones: readonly string[] = ["a", "b"];
 * spec.zones = deepCopyUnknown<string[]>(zones);
 */
export function deepCopyUnknown<T>(input: DeepReadonly<T>): T {
  const value: unknown = input;
  const copy: unknown = deepCopyJSON(value as RawExtension);
  return copy as T;
}
