import type { HttpHeaders } from "./transport.js";

/** Texts of the `Warning` headers with code 299, which API servers send on deprecated APIs. */
export function warningsOf(headers: HttpHeaders): string[] {
  const header = headers["warning"];
  if (header === undefined) {
    return [];
  }
  const text = typeof header === "string" ? header : header.join(", ");
  return [...text.matchAll(/\b299 \S+ "((?:[^"\\]|\\.)*)"/g)].map(([, quoted = ""]) =>
    quoted.replaceAll(/\\(.)/g, "$1"),
  );
}

/** Calls the handler for each warning. */
export function reportWarnings(input: {
  readonly handler: ((warning: string) => void) | undefined;
  readonly headers: HttpHeaders;
}): void {
  const { handler, headers } = input;
  if (handler === undefined) {
    return;
  }
  for (const warning of warningsOf(headers)) {
    try {
      handler(warning);
    } catch {
      // A handler that throws has nothing to do with the call.
    }
  }
}

/** Texts that are remembered; servers send few different ones. */
const maxRemembered = 1_000;

/**
 * A warning handler that passes each text on once: servers repeat a warning with every answer. Follows client-go's
 * `WarningWriterOptions.Deduplicate`, but remembers the last 1,000 texts alone.
 *
 * @example
 * const config = { host, warningHandler: deduplicateWarnings((text) => console.warn(text)) };
 */
export function deduplicateWarnings(handler: (warning: string) => void): (warning: string) => void {
  const seen = new Set<string>();
  return (warning) => {
    if (seen.has(warning)) {
      return;
    }
    const [oldest] = seen;
    if (oldest !== undefined && seen.size >= maxRemembered) {
      seen.delete(oldest);
    }
    seen.add(warning);
    handler(warning);
  };
}
