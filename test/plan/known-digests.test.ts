import { describe, expect, test } from "vitest";
import { sha256 } from "../../generators/files.js";
import { type Cache, noCache } from "../../generators/plan/cache.js";
import { KnownDigests } from "../../generators/plan/known-digests.js";

/** One file on a disk whose marks are given, and a cache; the digests that are read are counted. */
function disk() {
  const file = { text: "a", mark: "1", changedMs: 0, id: 1 };
  const entries = new Map<string, unknown>();
  let reads = 0;
  const cache: Cache = {
    ...noCache,
    get: (name) => entries.get(name),
    set: ({ name, value }) => void entries.set(name, value),
  };
  const files = {
    stat: () => ({ ...file, modifiedMs: file.changedMs, size: file.text.length }),
    digest: () => {
      reads += 1;
      return sha256(file.text);
    },
  };
  /** What a run at that time finds, and how many times it reads. */
  const run = (now: number) => {
    reads = 0;
    const known = new KnownDigests({ files, cache, now: () => now });
    const isRight = known.digest("a.ts") === sha256(file.text);
    known.save();
    return { isRight, reads };
  };
  return { file, entries, run };
}

describe("digests of files that earlier runs have read", () => {
  test("a file with the same mark is read once", () => {
    const { run } = disk();
    expect(run(10_000)).toEqual({ isRight: true, reads: 1 });
    expect(run(10_001)).toEqual({ isRight: true, reads: 0 });
  });

  test("a file with another mark is read, the same size or not", () => {
    const { file, run } = disk();
    run(10_000);
    Object.assign(file, { text: "b", mark: "2" });
    expect(run(20_000)).toEqual({ isRight: true, reads: 1 });
  });

  test("a mark that was young when the file was read is not believed: a change soon after may not show", () => {
    const { file, run } = disk();
    file.changedMs = 9_000;
    run(10_000);
    file.text = "b";
    expect(run(20_000)).toEqual({ isRight: true, reads: 1 });
    expect(run(20_001)).toEqual({ isRight: true, reads: 0 });
  });

  test("what is in the cache instead is as if it were not there", () => {
    const { entries, run } = disk();
    run(10_000);
    for (const name of entries.keys()) entries.set(name, { a: 1 });
    expect(run(10_001)).toEqual({ isRight: true, reads: 1 });
  });
});
