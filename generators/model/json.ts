import type { JsonValue } from "./types.js";

/** Whether a JSON value is an object: neither null nor an array. */
export function isJsonObject(
  value: JsonValue | undefined,
): value is { readonly [key: string]: JsonValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
