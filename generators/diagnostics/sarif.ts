import { type Code, catalog, type Severity } from "./catalog/index.js";
import type { Diagnostic, SourceSpan } from "./diagnostic.js";
import { sortDiagnostics } from "./sort.js";

/** Diagnostics as a SARIF 2.1.0 log with one run, for code scanning. Rules are the codes that occur. */
export function diagnosticsToSarif(input: {
  readonly diagnostics: readonly Diagnostic[];
  /** Folder of the project in the repository, `operator/`; "" when it is the repository. */
  readonly prefix: string;
  /** A file that every project has: the place of what has none. GitHub refuses a whole log for one result without a place. */
  readonly root: string;
  /** Version of this tool. */
  readonly version: string;
}): object {
  const { prefix, root, version } = input;
  const diagnostics = sortDiagnostics(input.diagnostics);
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "create-crd-project", version, rules: codes.map(ruleOf) } },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: {
          "%SRCROOT%": { description: { text: "The root of the repository." } },
        },
        results: diagnostics.map(({ code, severity, message, hint, span }) => ({
          ruleId: code,
          ruleIndex: codes.indexOf(code),
          level: levelOf(severity),
          message: { text: hint === undefined ? message : `${message}\n${hint}` },
          locations: [locationOf({ span: span ?? { ...start, file: root }, prefix })],
        })),
      },
    ],
  };
}

const start = { line: 1, column: 1, length: 0 } as const;

function locationOf(input: { readonly span: SourceSpan; readonly prefix: string }): object {
  const { span, prefix } = input;
  return {
    physicalLocation: {
      artifactLocation: { uri: encodeURI(prefix + span.file), uriBaseId: "%SRCROOT%" },
      region: {
        startLine: span.line,
        startColumn: span.column,
        endColumn: span.column + span.length,
      },
    },
  };
}

function levelOf(severity: Severity): "error" | "warning" | "note" {
  return severity === "info" ? "note" : severity;
}

function ruleOf(code: Code): object {
  const { severity, message, cause, fix } = catalog[code];
  return {
    id: code,
    shortDescription: { text: message },
    fullDescription: { text: cause },
    help: { text: fix },
    defaultConfiguration: { level: levelOf(severity) },
  };
}
