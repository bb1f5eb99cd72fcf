export { type BuiltinName, builtins } from "./builtins.js";
export type { Tag } from "./source.js";
export * from "./types.js";
