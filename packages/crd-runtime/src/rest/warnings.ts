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
