import { describe, expect, it } from "vitest";
import { createMemoryFiles, createNodeFiles, sha256 } from "../../generators/files.js";
import { temporaryFolder } from "../process/temporary-folder.js";

describe.each([
  ["node", () => createNodeFiles({ root: temporaryFolder() })],
  ["memory", () => createMemoryFiles()],
])("bytes in files of %s", (_, open) => {
  const bytes = Buffer.from([0, 255, 10, 13, 128]);

  it("are read, hashed and measured as they were written", () => {
    const files = open();
    files.stage({ path: "a/code.bin", content: bytes }).commit();
    expect(files.readBytes("a/code.bin")).toEqual(bytes);
    expect(files.digest("a/code.bin")).toBe(sha256(bytes));
    expect(files.stat("a/code.bin")?.size).toBe(5);
  });

  it("of a text are its UTF-8, and of no file undefined", () => {
    const files = open();
    files.stage({ path: "a.txt", content: "é" }).commit();
    expect(files.readBytes("a.txt")).toEqual(Buffer.from("é"));
    expect(files.readBytes("b.txt")).toBeUndefined();
  });
});
