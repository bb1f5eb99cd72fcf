import type { Diagnostic } from "../diagnostics/index.js";

/** Codes of tags and types that are about more than the text around them. */
const aboutOthers: ReadonlySet<string> = new Set<Diagnostic["code"]>([
  "tag/type-name",
  "tag/needs-kind",
  "type/unknown-name",
  "type/unknown-import",
  "type/import-outside",
  "type/extends",
]);

/**
 * What can be said of a project of which a source could not be read: what is wrong in the others by themselves. All else may be
 * fine with what stands in that one.
 */
export function saidOfParts(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter(({ code }) => /^(?:tag|type)\//.test(code) && !aboutOthers.has(code));
}
