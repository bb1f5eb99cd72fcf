export { type Code, catalog, type Entry, type Severity } from "./catalog/index.js";
export {
  type Advice,
  type Diagnostic,
  diagnostic,
  type Place,
  type SourceSpan,
} from "./diagnostic.js";
export { withoutEchoes } from "./echoes.js";
export { type FormatOptions, formatDiagnostics, summarize } from "./format.js";
export { diagnosticsToGithub } from "./github.js";
export { type DiagnosticJson, diagnosticsToJson } from "./json.js";
export { lineStarts, positionAt, splitLines } from "./lines.js";
export { diagnosticsToSarif } from "./sarif.js";
export {
  type Severities,
  type SeveritySetting,
  severityChoices,
  withSeverities,
} from "./severities.js";
export { hasErrors, sortDiagnostics } from "./sort.js";
export { correction, didYouMean, suggest } from "./suggest.js";
export { diagnosticsToTsc } from "./tsc.js";
