import { type Code, catalog, type Entry, type Severity } from "./catalog/index.js";
import type { Diagnostic } from "./diagnostic.js";

/** What a project can make of a diagnostic; an error is never turned off. */
export type SeveritySetting = Severity | "off";

/** Settings by code. */
export type Severities = Readonly<Partial<Record<Code, SeveritySetting>>>;

/** Areas of the catalogue that are about what stands in the sources, or changed there. */
const areas: ReadonlySet<string> = new Set([
  "tag",
  "type",
  "model",
  "generate",
  "crd",
  "schemapatch",
  "rbac",
  "webhook",
  "openapi",
  "sample",
  "diff",
  // Of these only what can be passed over.
  "file",
]);

/**
 * What each code about the sources can be set to: a warning or info to anything, an error to a warning where the run can go on
 * without what is wrong. Other errors leave nothing to generate from, and are not here.
 */
export const severityChoices: Readonly<Partial<Record<Code, readonly SeveritySetting[]>>> =
  Object.fromEntries(
    Object.entries<Entry>(catalog).flatMap(([code, entry]) => {
      const choices = areas.has(code.slice(0, code.indexOf("/"))) ? choicesOf(entry) : [];
      return choices.length === 0 ? [] : [[code, choices]];
    }),
  );

function choicesOf({ severity, skippable }: Entry): readonly SeveritySetting[] {
  if (severity !== "error") return ["error", "warning", "info", "off"];
  return skippable === true ? ["error", "warning"] : [];
}

/** The diagnostics as a project wants them: with its severities, and without those that it has turned off. */
export function withSeverities(input: {
  readonly diagnostics: readonly Diagnostic[];
  readonly severities: Severities;
}): readonly Diagnostic[] {
  const { diagnostics, severities } = input;
  if (Object.keys(severities).length === 0) return diagnostics;
  return diagnostics.flatMap((diagnostic) => {
    const severity = severities[diagnostic.code] ?? diagnostic.severity;
    return severity === "off" ? [] : [{ ...diagnostic, severity }];
  });
}
