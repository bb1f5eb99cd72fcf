import Module, { createRequire } from "node:module";
import { basename, dirname } from "node:path";
import { Script } from "node:vm";
import type { ts } from "ts-morph";
import { createNodeFiles } from "../files.js";

export type TypeScript = typeof ts;

/** What V8 has compiled of the compiler's functions, from process to process. */
export interface KeptCode {
  /** Code of this version of the compiler; the length is all that V8 compares. */
  readonly get: (version: string) => Uint8Array | undefined;
  readonly set: (code: { readonly version: string; readonly data: Uint8Array }) => void;
}

const require = createRequire(import.meta.url);

/**
 * The TypeScript compiler inside ts-morph, without what ts-morph has around it, loaded by the first call: an eighth of a second
 * that a run without changed sources does not spend.
 */
export function loadTypeScript(): TypeScript {
  const { within, path } = place();
  return within(path);
}

/**
 * Loads the compiler for all later calls of {@link loadTypeScript} with what an earlier process has compiled of it: in a third
 * of the time. Code of another version of V8 is left out.
 *
 * @returns what keeps the code of all that has run since; does nothing when kept code was used, or the compiler was there.
 */
export function loadCompiled(kept: KeptCode): () => void {
  const { within, path, version } = place();
  if (within.cache[path] !== undefined) return () => {};
  const folder = dirname(path);
  const text = createNodeFiles({ root: folder }).read(basename(path)) ?? "";
  const cachedData = kept.get(version);
  const script = new Script(Module.wrap(text), {
    filename: path,
    ...(cachedData && { cachedData }),
  });
  const module = new Module(path);
  module.filename = path;
  const { exports } = module;
  script.runInThisContext().call(exports, exports, within, module, path, folder);
  module.loaded = true;
  within.cache[path] = module;
  return () => {
    if (script.cachedDataRejected === false) return;
    kept.set({ version, data: script.createCachedData() });
  };
}

function place() {
  // From where ts-morph stands: strict package managers show no one else what it depends on.
  const within = createRequire(require.resolve("ts-morph"));
  const path = within.resolve("@ts-morph/common/dist/typescript.js");
  const manifest: Readonly<Record<string, unknown>> = within("@ts-morph/common/package.json");
  return { within, path, version: String(manifest["version"]) };
}
