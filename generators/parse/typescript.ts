import { createRequire } from "node:module";
import type { ts } from "ts-morph";

export type TypeScript = typeof ts;

const require = createRequire(import.meta.url);

/**
 * The TypeScript compiler inside ts-morph, without what ts-morph has around it, loaded by the first call: an eighth of a second
 * that a run without changed sources does not spend.
 */
export function loadTypeScript(): TypeScript {
  // From where ts-morph stands: strict package managers show no one else what it depends on.
  const within = createRequire(require.resolve("ts-morph"));
  return within("@ts-morph/common/dist/typescript.js");
}
