import type { Diagnostic } from "./diagnostic.js";

/** Sorted by file, line, column, code and message, each problem once; those without a place come last. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const sorted = diagnostics.toSorted(compare);
  return sorted.filter((diagnostic, index) => {
    const before = sorted[index - 1];
    return before === undefined || compare(before, diagnostic) !== 0;
  });
}

/** Whether a run must not write: one of the diagnostics is an error. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === "error");
}

function compare(left: Diagnostic, right: Diagnostic): number {
  if (left.span === undefined || right.span === undefined) {
    return (
      Number(left.span === undefined) - Number(right.span === undefined) ||
      compareText(left.code, right.code) ||
      compareText(left.message, right.message)
    );
  }
  return (
    compareText(left.span.file, right.span.file) ||
    left.span.line - right.span.line ||
    left.span.column - right.span.column ||
    compareText(left.code, right.code) ||
    compareText(left.message, right.message)
  );
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
