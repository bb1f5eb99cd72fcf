export { type FoundDefinition, type FoundDefinitions, findDefinitions } from "./definitions.js";
export type { SourceText } from "./documents.js";
