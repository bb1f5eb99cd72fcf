export type { BreakingCode, Change, Pointer } from "./change.js";
export { compareDefinitions } from "./definitions.js";
export { type Definition, readDefinition } from "./manifest.js";
