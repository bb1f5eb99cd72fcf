export { type BuiltinName, builtins } from "./builtins.js";
export type { MarkerValue, Tag } from "./source.js";
export type * from "./syntax.js";
export * from "./types.js";
