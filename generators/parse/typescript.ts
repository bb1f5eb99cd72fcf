import { createRequire } from "node:module";
import type { ts } from "ts-morph";

export type TypeScript = typeof ts;

const require = createRequire(import.meta.url);

/**
 * The TypeScript compiler inside ts-morph, loaded by the first call: a third of a second that a run
 * without changed sources does not spend.
 */
export function loadTypeScript(): TypeScript {
  const module: typeof import("ts-morph") = require("ts-morph");
  return module.ts;
}
