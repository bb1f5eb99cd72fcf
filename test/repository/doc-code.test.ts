import { expect, it } from "vitest";
import { blocksOf, compile } from "./doc-code.js";
import { listFiles, readText } from "./sources.js";

const pages = listFiles(/^(README|CONTRIBUTING|docs\/.+|packages\/[^/]+\/README)\.md$/);

it("compiles every TypeScript block of the documentation", () => {
  expect(pages).toContain("README.md");
  expect(compile(pages.flatMap((page) => blocksOf({ page, text: readText(page) })))).toEqual([]);
});

it("finds blocks with the file and the code that their comment gives", () => {
  const text = [
    "# Page",
    "",
    "```ts",
    "export const one: number = 1;",
    "```",
    "",
    "<!-- ts sample-project/src/two.ts",
    'import { URL } from "node:url";',
    "declare const two: URL;",
    "-->",
    "```ts",
    "export const href: number = two.href;",
    "const other = missing;",
    "```",
    "```sh",
    "npm test",
    "```",
    "",
  ].join("\n");
  const blocks = blocksOf({ page: "docs/page.md", text });
  expect(blocks.map(({ line, file }) => ({ line, file }))).toEqual([
    { line: 3, file: "sample-project/src/docs-page-md-1.ts" },
    { line: 11, file: "sample-project/src/two.ts" },
  ]);
  expect(compile(blocks)).toEqual([
    "docs/page.md:12 Type 'string' is not assignable to type 'number'.",
    "docs/page.md:13 Cannot find name 'missing'.",
  ]);
});
