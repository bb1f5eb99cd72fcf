import { catalog } from "./catalog/index.js";
import type { Diagnostic } from "./diagnostic.js";
import { sortDiagnostics } from "./sort.js";

/**
 * Diagnostics as workflow commands of GitHub Actions, a line each: GitHub shows them beside the lines of a change.
 *
 * @example
 * ::error file=src/apis/example.com/v1/types.ts,line=12,endLine=12,col=4,endColumn=14,title=tag/unknown::unknown tag '+genclinet'
 */
export function diagnosticsToGithub(input: {
  readonly diagnostics: readonly Diagnostic[];
  /** Folder of the project in the repository, `operator/`; "" when it is the repository. */
  readonly prefix: string;
}): readonly string[] {
  const { diagnostics, prefix } = input;
  return sortDiagnostics(diagnostics).map(({ code, severity, message, span, hint }) => {
    const place =
      span === undefined
        ? {}
        : {
            file: prefix + span.file,
            line: span.line,
            endLine: span.line,
            col: span.column,
            endColumn: span.column + span.length,
          };
    const properties = Object.entries({ ...place, title: code })
      .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
      .join(",");
    const text = [message, ...(hint === undefined ? [] : [hint]), catalog[code].fix].join("\n");
    return `::${severity === "info" ? "notice" : severity} ${properties}::${escapeData(text)}`;
  });
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
