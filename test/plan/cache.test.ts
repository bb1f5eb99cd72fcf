import { describe, expect, it } from "vitest";
import { createMemoryFiles } from "../../generators/files.js";
import { createCache, readOnly } from "../../generators/plan/cache.js";

const folder = "node_modules/.cache/create-crd-project";
const bytes = Buffer.from([0, 255, 10, 13, 128]);

describe("bytes in the cache", () => {
  const files = createMemoryFiles();
  const cache = createCache({ files, folder, fingerprint: "1" });
  cache.setBytes({ name: "code.bin", of: "this", bytes });

  it("are read as they were written", () => {
    expect(cache.getBytes({ name: "code.bin", of: "this" })).toEqual(bytes);
    expect(readOnly(cache).getBytes({ name: "code.bin", of: "this" })).toEqual(bytes);
  });

  it("are not there under another name, of something else, or for another tool", () => {
    expect(cache.getBytes({ name: "other.bin", of: "this" })).toBeUndefined();
    expect(cache.getBytes({ name: "code.bin", of: "that" })).toBeUndefined();
    const other = createCache({ files, folder, fingerprint: "2" });
    expect(other.getBytes({ name: "code.bin", of: "this" })).toBeUndefined();
  });

  it.each([0, 63, 64, 66])("are not there when %i bytes of the file are left", (length) => {
    const path = `${folder}/code.bin`;
    const whole = files.readBytes(path) ?? Buffer.alloc(0);
    const damaged = createMemoryFiles();
    damaged.stage({ path, content: whole.subarray(0, length) }).commit();
    const read = createCache({ files: damaged, folder, fingerprint: "1" });
    expect(read.getBytes({ name: "code.bin", of: "this" })).toBeUndefined();
  });

  it("are not written where the cache is only read", () => {
    const empty = createMemoryFiles();
    readOnly(createCache({ files: empty, folder, fingerprint: "1" })).setBytes({
      name: "code.bin",
      of: "this",
      bytes,
    });
    expect(empty.contents.size).toBe(0);
  });
});
