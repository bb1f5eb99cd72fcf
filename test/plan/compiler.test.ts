import { describe, expect, it } from "vitest";
import { sha256 } from "../../generators/files.js";
import type { CompiledCode } from "../../generators/parse/index.js";
import { type Cache, noCache } from "../../generators/plan/cache.js";
import { loadCompiler } from "../../generators/plan/compiler.js";

const code: CompiledCode = { version: "1.0.0", data: Buffer.from([0, 255, 10, 13]) };

function memory(): Cache & { readonly entries: Map<string, unknown> } {
  const entries = new Map<string, unknown>();
  return {
    ...noCache,
    entries,
    get: (name) => entries.get(name),
    set: ({ name, value }) => void entries.set(name, JSON.parse(JSON.stringify(value))),
  };
}

describe("the code of the compiler", () => {
  it("is kept after a run that had none, and given to the next one, byte for byte", () => {
    const cache = memory();
    const given: (CompiledCode | undefined)[] = [];
    const compiler = loadCompiler({
      cache,
      loadCompiled: (known) => {
        given.push(known);
        return () => code;
      },
    });
    expect(cache.entries.size).toBe(0);
    compiler.keep();
    const before = sha256(JSON.stringify([...cache.entries]));
    const next = loadCompiler({ cache, loadCompiled: (known) => void given.push(known) });
    next.keep();
    expect(given).toEqual([undefined, code]);
    expect(sha256(JSON.stringify([...cache.entries]))).toBe(before);
  });

  it("that was of no use is replaced", () => {
    const cache = memory();
    const old = { version: "0.9.0", data: Buffer.from("old") };
    loadCompiler({ cache, loadCompiled: () => () => old }).keep();
    loadCompiler({ cache, loadCompiled: () => () => code }).keep();
    const given: unknown[] = [];
    loadCompiler({ cache, loadCompiled: (known) => void given.push(known) });
    expect(given).toEqual([code]);
  });
});
