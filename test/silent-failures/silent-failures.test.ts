import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readTree, writeTree } from "../golden/case.js";
import { runProject } from "../golden/run.js";

const root = dirname(fileURLToPath(import.meta.url));
const update = process.env["UPDATE_GOLDENS"] === "1";

/**
 * What code-generator passes over in silence, a folder each: here it is reported (`diagnostics.txt`), or has the effect that its
 * author meant (`expected/`). The numbers are those of the catalogue of such mistakes that this project keeps to.
 */
const cases = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

describe("what code-generator passes over in silence", () => {
  it("has all 21 of its forms", () => {
    const numbers = new Set(cases.map((name) => Number.parseInt(name, 10)));
    expect([...numbers]).toEqual(Array.from({ length: 21 }, (_, at) => at + 1));
  });

  it.each(cases.filter((name) => existsSync(join(root, name, "input"))))("%s", async (name) => {
    const folder = join(root, name);
    const { files, report } = await runProject({ project: readTree(join(folder, "input")) });
    const text = join(folder, "diagnostics.txt");
    if (update) {
      rmSync(join(folder, "expected"), { recursive: true, force: true });
      rmSync(text, { force: true });
      mkdirSync(folder, { recursive: true });
      if (report === "") writeTree({ folder: join(folder, "expected"), tree: files });
      else writeFileSync(text, report);
    }
    if (existsSync(text)) {
      expect(report).toBe(readFileSync(text, "utf8"));
      return;
    }
    const expected = readTree(join(folder, "expected"));
    expect(expected.size).toBeGreaterThan(0);
    expect([...files]).toEqual([...expected]);
    expect(report).toBe("");
  });
});
