import { type Code, catalog, type Severity } from "./catalog/index.js";
import type { Parameters } from "./template.js";
import { fill } from "./template.js";

/** A place in a source file: posix path from the project's root, line and column from 1, length in UTF-16 units. */
export interface SourceSpan {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/** One problem of a run: a catalogue entry with its place and, where one helps, a hint below the code frame's caret. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  readonly span?: SourceSpan | undefined;
  readonly hint?: string | undefined;
  /** Text that mends it in the place of the marked one: what `--fix` writes. */
  readonly replacement?: string | undefined;
}

/** Where a diagnostic points, and what is said there. */
export interface Place extends Advice {
  readonly span?: SourceSpan | undefined;
}

/** What to do about it. */
export interface Advice {
  readonly hint?: string | undefined;
  readonly replacement?: string | undefined;
}

/**
 * Makes a diagnostic from its catalogue entry. A wrong code or a missing parameter does not compile.
 *
 * @example
 * diagnostic("tag/unknown", { tag: "+genclinet" }, { span: tag.span, hint: "did you mean '+genclient'?" })
 */
export function diagnostic<C extends Code>(
  code: C,
  parameters: Parameters<(typeof catalog)[C]["message"]>,
  place: Place = {},
): Diagnostic {
  const entry = catalog[code];
  return { code, severity: entry.severity, message: fill(entry.message, parameters), ...place };
}
