export {
  type Code,
  catalog,
  type Diagnostic,
  formatDiagnostics,
  type Severity,
  type SourceSpan,
} from "./diagnostics/index.js";
export { createMemoryFiles, createNodeFiles, type Files, FilesError } from "./files.js";
export type {
  GeneratedFile,
  Generator,
  GeneratorInput,
  GeneratorOutput,
} from "./generator.js";
export type * from "./model/index.js";
export { type ProjectConfig, projectConfigSchema } from "./options.js";
export type { Change, Plan } from "./plan/plan.js";
export {
  type LockEnvironment,
  type RegenerateOutcome,
  type RegenerateRequest,
  regenerate,
} from "./plan/regenerate.js";
export { registry } from "./registry.js";
export type { ImportSymbol, Render, RenderRequest } from "./render/index.js";
export { loadTool, type Tool } from "./tool.js";
