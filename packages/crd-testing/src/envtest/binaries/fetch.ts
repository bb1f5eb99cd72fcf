/** The part of `fetch` that downloads need; Node's own fits. */
export type FetchLike = (
  url: string,
  options: { readonly signal?: AbortSignal },
) => Promise<Response>;

/** One line on why a request failed; fetch hides the reason in the cause. */
export function problemOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? "" : problemOf(error.cause);
  // An attempt at several addresses has a message of its own only in its parts.
  const own =
    error instanceof AggregateError && error.message === ""
      ? error.errors.map(problemOf).join("; ")
      : error.message;
  const [line = ""] = (error.message === "fetch failed" && cause !== "" ? cause : own).split("\n");
  return line;
}
