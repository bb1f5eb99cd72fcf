export { type Code, catalog, type Entry, type Severity } from "./catalog/index.js";
export { type Diagnostic, diagnostic, type Place, type SourceSpan } from "./diagnostic.js";
