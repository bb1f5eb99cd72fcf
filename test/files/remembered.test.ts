import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createNodeFiles, RememberedFiles } from "../../generators/files.js";

let base: string;
let root: string;
let files: RememberedFiles;

beforeEach(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), "crd-remembered-")));
  root = join(base, "project");
  mkdirSync(join(root, "src/apis"), { recursive: true });
  writeFileSync(join(root, "src/apis/a.ts"), "a");
  // Long after whatever changes here.
  files = new RememberedFiles({ open: () => createNodeFiles({ root }), now: () => 1e15 });
  files.begin();
});

afterEach(() => {
  rmSync(base, { recursive: true, force: true });
});

/** What a run looks at. */
function look() {
  const names = (folder: string) => files.list(folder).map(({ name }) => name);
  return [names("src"), names("src/apis"), files.read("src/apis/a.ts")];
}

describe("a run after changes that are known", () => {
  test("a folder that was moved away is gone with all that was in it, and back with it", () => {
    const there = [["apis"], ["a.ts"], "a"];
    expect(look()).toEqual(there);
    renameSync(join(root, "src"), join(base, "elsewhere"));
    files.begin(["src"]);
    expect(look()).toEqual([[], [], undefined]);
    renameSync(join(base, "elsewhere"), join(root, "src"));
    files.begin(["src"]);
    expect(look()).toEqual(there);
  });

  test("another folder of the same name has other files", () => {
    look();
    renameSync(join(root, "src"), join(base, "elsewhere"));
    mkdirSync(join(root, "src/apis"), { recursive: true });
    writeFileSync(join(root, "src/apis/b.ts"), "b");
    files.begin(["src"]);
    expect(look()).toEqual([["apis"], ["b.ts"], undefined]);
  });

  test("a file can be written into a folder that has gone", () => {
    files.stage({ path: "out/deep/a.ts", content: "1" }).commit();
    rmSync(join(root, "out"), { recursive: true });
    files.begin(["out"]);
    files.stage({ path: "out/deep/a.ts", content: "2" }).commit();
    expect(files.read("out/deep/a.ts")).toBe("2");
  });

  test("what has not changed is not looked at again", () => {
    look();
    writeFileSync(join(root, "src/apis/a.ts"), "another text");
    writeFileSync(join(root, "src/apis/b.ts"), "b");
    // What an editor saved by way of, and what is gone, stand for nothing else.
    files.begin(["src/apis/b.ts", "src/apis/b.ts~", "src/apis/4913"]);
    expect(look()).toEqual([["apis"], ["a.ts", "b.ts"], "a"]);
  });
});
