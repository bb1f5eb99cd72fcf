export { linkExpansions } from "./expansions.js";
export { isApiSource } from "./folders.js";
export type { PackageSyntax } from "./imported.js";
export { type LinkInput, type LinkOutput, linkModel } from "./link.js";
