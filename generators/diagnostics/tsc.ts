import type { Diagnostic } from "./diagnostic.js";
import { sortDiagnostics } from "./sort.js";

/**
 * Diagnostics as `tsc --pretty false` prints its own, a line each. VS Code's `$tsc` and other matchers ask for `TS` and a
 * number; 0 is none of the compiler's, and our code stands behind the message.
 *
 * @example
 * src/apis/example.com/v1/types.ts(12,4): error TS0: unknown tag '+genclinet' [tag/unknown] did you mean '+genclient'?
 */
export function diagnosticsToTsc(diagnostics: readonly Diagnostic[]): readonly string[] {
  return sortDiagnostics(diagnostics).map(({ code, severity, message, span, hint }) => {
    const place = span === undefined ? "" : `${span.file}(${span.line},${span.column}): `;
    const text = [message, `[${code}]`, ...(hint === undefined ? [] : [hint])].join(" ");
    return `${place}${severity} TS0: ${text.replace(/\s*[\r\n]\s*/g, " ")}`;
  });
}
