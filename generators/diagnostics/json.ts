import { type Code, catalog, type Severity } from "./catalog/index.js";
import type { Diagnostic } from "./diagnostic.js";
import { sortDiagnostics } from "./sort.js";

/** A diagnostic for machines: flat, with what the catalogue says of its code. */
export interface DiagnosticJson {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  /** Posix path from the project's root, line and column from 1, length in UTF-16 units; absent together. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly length?: number;
  readonly hint?: string;
  /** Text that mends it in the place of the marked one. */
  readonly replacement?: string;
  readonly cause: string;
  readonly fix: string;
}

/** The diagnostics of `--format json`, in the order in which they are printed. */
export function diagnosticsToJson(diagnostics: readonly Diagnostic[]): readonly DiagnosticJson[] {
  return sortDiagnostics(diagnostics).map(
    ({ code, severity, message, span, hint, replacement }) => ({
      code,
      severity,
      message,
      ...span,
      ...(hint === undefined ? {} : { hint }),
      ...(replacement === undefined ? {} : { replacement }),
      cause: catalog[code].cause,
      fix: catalog[code].fix,
    }),
  );
}
