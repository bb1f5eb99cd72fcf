import type { Diagnostic } from "../diagnostics/index.js";

/** 0 fine, 1 errors or stale output, 2 wrong usage; more than 128: what was watched for changes was ended by that signal. */
export type ExitCode = 0 | 1 | 2 | 129 | 130 | 143;

/** What a command has to say: printed by the cli, as text or as one JSON object. */
export interface Report {
  readonly exitCode: ExitCode;
  readonly diagnostics: readonly Diagnostic[];
  /** Further ones, which `text` shows in its own way. */
  readonly shown?: readonly Diagnostic[];
  /** Codes whose cause and fix `text` says. */
  readonly explained?: readonly Diagnostic["code"][];
  /** Source text for code frames. */
  readonly textOf?: (file: string) => string | undefined;
  /** The project, where the report is about one. */
  readonly root?: string;
  /** Lines for people, after the diagnostics. */
  readonly text: readonly string[];
  /** Members of the JSON object, besides command, exitCode and diagnostics. */
  readonly json: object;
}

/** A report that has nothing but problems. */
export function problemReport(input: {
  readonly exitCode: 1 | 2;
  readonly diagnostics: readonly Diagnostic[];
  readonly textOf?: (file: string) => string | undefined;
  readonly text?: readonly string[];
}): Report {
  return { text: [], json: {}, ...input };
}
