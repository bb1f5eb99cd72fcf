import type { CompiledCode } from "../parse/index.js";
import type { Cache } from "./cache.js";

/** Entry of the cache: what V8 has made of the compiler, in base64. */
const name = "compiler.json";

/** Loads the compiler with the code that the cache has of it; `keep` puts there what has run since, if there was none. */
export function loadCompiler(input: {
  readonly cache: Cache;
  readonly loadCompiled: (code: CompiledCode | undefined) => (() => CompiledCode) | undefined;
}): { readonly keep: () => void } {
  const { cache, loadCompiled } = input;
  const known = cache.get(name);
  const takeCode = loadCompiled(
    isKnown(known)
      ? { version: known.version, data: Buffer.from(known.data, "base64") }
      : undefined,
  );
  return {
    keep: () => {
      if (takeCode === undefined) return;
      const { version, data } = takeCode();
      cache.set({ name, value: { version, data: data.toString("base64") } });
    },
  };
}

/** The checksum of the cache vouches for the inside. */
function isKnown(value: unknown): value is { readonly version: string; readonly data: string } {
  return typeof value === "object" && value !== null && "version" in value && "data" in value;
}
