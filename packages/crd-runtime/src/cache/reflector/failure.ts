import { ApiError, isApiError } from "../../rest/index.js";

/** Whether nothing listens at the server's address. */
export function isConnectionRefused(error: unknown): boolean {
  return codes(error, 0).has("ECONNREFUSED");
}

/** Whether the resource version or continue token is gone or not reached yet, so that another one must be used. */
export function isUnusableResourceVersion(error: unknown): boolean {
  return isApiError(error) && (error.isGone() || error.isTooLargeResourceVersion());
}

/** Milliseconds that the server asks to wait; 0 when it does not. */
export function serverDelayMs(error: unknown): number {
  return error instanceof ApiError ? (error.suggestedDelaySeconds() ?? 0) * 1000 : 0;
}

/** Anything that was thrown, as an Error. */
export function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown), { cause: thrown });
}

/** System error codes of an error, of its causes and, where several addresses were tried, of each try. */
function codes(error: unknown, depth: number): ReadonlySet<unknown> {
  if (depth > 8 || typeof error !== "object" || error === null) return new Set();
  const found = new Set<unknown>();
  if ("code" in error) found.add(error.code);
  const inner = error instanceof AggregateError ? [...error.errors] : [];
  if ("cause" in error) inner.push(error.cause);
  for (const nested of inner) {
    for (const code of codes(nested, depth + 1)) found.add(code);
  }
  return found;
}
