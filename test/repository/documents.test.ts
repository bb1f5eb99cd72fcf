import { expect, it } from "vitest";
import { z } from "zod";
import { tagTable } from "../../generators/model/tags/index.js";
import { documents } from "../../scripts/docs/documents.js";
import { writeRegions } from "../../scripts/docs/regions.js";
import { readText } from "./sources.js";

const manifest = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});

it("has references in its documentation that say what the tables say; else run 'npm run docs'", () => {
  const stale = documents().filter(({ current, expected }) => current !== expected);
  expect(stale.map(({ file }) => file)).toEqual([]);
});

it("shows every tag in docs/tags.md, and those that are implemented in the README", () => {
  const page = (name: string): string =>
    documents().find(({ file }) => file === name)?.expected ?? "";
  for (const { name, example, implemented } of tagTable) {
    const cell = `| \`${example.replaceAll("|", "\\|")}\` |`;
    expect(page("docs/tags.md")).toContain(cell);
    // What a prefix makes of a marker stands in the table of all.
    const isPrefixed = /:(?:items|additionalProperties):/.test(name);
    if (implemented && !isPrefixed) expect(page("README.md")).toContain(cell);
  }
});

it("says in CONTRIBUTING.md what each dependency is for, in the order of package.json", () => {
  const { dependencies, devDependencies } = manifest.parse(JSON.parse(readText("package.json")));
  const [, section = ""] = readText("CONTRIBUTING.md").split("\n## Dependencies");
  const [, mine = "", dev = ""] = section.split(/^\| (?:devD|d)ependency \| for \|$/m);
  const names = (table: string): readonly string[] =>
    [...table.matchAll(/^\| `([^`]+)` \| \S/gm)].map(([, name = ""]) => name);
  expect(names(mine)).toEqual(Object.keys(dependencies));
  expect(names(dev)).toEqual(Object.keys(devDependencies));
});

it("writes regions and nothing else of a page, and refuses ones that it does not know", () => {
  const page =
    "before\n<!-- tags:begin: by npm run docs -->\nof yesterday\n<!-- tags:end -->\nafter\n";
  const written = writeRegions(page);
  expect(written).toMatch(
    /^before\n<!-- tags:begin: by npm run docs -->\n\n\*\*client-gen\*\*.*\|\n\n<!-- tags:end -->\nafter\n$/s,
  );
  expect(written).not.toContain("of yesterday");
  expect(writeRegions(written)).toBe(written);
  expect(writeRegions("no region\n")).toBe("no region\n");
  expect(() => writeRegions("<!-- tea:begin -->\n<!-- tea:end -->\n")).toThrow("no region 'tea'");
  expect(() => writeRegions("<!-- tags:begin -->\n")).toThrow("does not end");
});
