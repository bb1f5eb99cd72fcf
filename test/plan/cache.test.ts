import { describe, expect, it } from "vitest";
import { createMemoryFiles } from "../../generators/files.js";
import { createCache, readOnly } from "../../generators/plan/cache.js";

const folder = "node_modules/.cache/create-crd-project";
const entry = { name: "code.bin", of: "this", code: Buffer.from([0, 255, 10, 13, 128]) };

describe("compiled code in the cache", () => {
  const files = createMemoryFiles();
  const cache = createCache({ files, folder, fingerprint: "1" });
  cache.setCode(entry);

  it("is read as it was written", () => {
    expect(cache.getCode(entry)).toEqual(entry.code);
    expect(readOnly(cache).getCode(entry)).toEqual(entry.code);
  });

  it("is not there under another name, or of something else", () => {
    expect(cache.getCode({ ...entry, name: "other.bin" })).toBeUndefined();
    expect(cache.getCode({ ...entry, of: "that" })).toBeUndefined();
  });

  it.each([0, 63, 64, 66])("is not there when %i bytes of the file are left", (length) => {
    const path = `${folder}/code.bin`;
    const whole = files.readBytes(path) ?? Buffer.alloc(0);
    const damaged = createMemoryFiles();
    damaged.stage({ path, content: whole.subarray(0, length) }).commit();
    const read = createCache({ files: damaged, folder, fingerprint: "1" });
    expect(read.getCode(entry)).toBeUndefined();
  });

  it("is neither written nor taken where a project's own files are", () => {
    const own = createMemoryFiles();
    const outside = createCache({ files: own, folder: ".create-crd-project", fingerprint: "1" });
    outside.setCode(entry);
    expect(own.contents.size).toBe(0);
    const content = files.readBytes(`${folder}/code.bin`) ?? "";
    own.stage({ path: ".create-crd-project/code.bin", content }).commit();
    expect(outside.getCode(entry)).toBeUndefined();
  });

  it("is not written where the cache is only read", () => {
    const empty = createMemoryFiles();
    readOnly(createCache({ files: empty, folder, fingerprint: "1" })).setCode(entry);
    expect(empty.contents.size).toBe(0);
  });
});
