export { type BuiltinName, builtins } from "./builtins.js";
export type { MarkerValue, Tag } from "./source.js";
export type * from "./syntax.js";
export { lookUpType, type TypeTable, typeTable } from "./type-table.js";
export * from "./types.js";
