import { describe, expect, it, test } from "vitest";
import { commentLines } from "../../generators/import-gen/comment.js";
import { parseFile } from "../../generators/parse/index.js";
import { schemaDescription } from "../../generators/schema/index.js";

function linesOf(description: string | undefined): readonly string[] {
  return commentLines({ description, markers: [{ name: "optional", value: "" }], indent: 2 });
}

describe("a description above a member", () => {
  it("stands in a JSDoc comment, with the tags below", () => {
    expect(linesOf("A text.")).toEqual(["/** A text. */", "// +optional"]);
    expect(linesOf("Two\n\n  lines")).toEqual([
      "/**",
      " * Two",
      " *",
      " *   lines",
      " */",
      "// +optional",
    ]);
  });

  it("stands in lines where it would end the comment", () => {
    expect(linesOf("every */5 *")).toEqual(["// every */5 *", "// +optional"]);
  });

  it("stands in a tag where a comment would change it", () => {
    expect(linesOf("TODO: x")).toEqual(['// +crd-project:description="TODO: x"', "// +optional"]);
    expect(linesOf("")).toEqual(["// +optional", '// +crd-project:schema={"description":""}']);
    expect(linesOf("\u2028")).toEqual(['// +crd-project:description="\\u2028"', "// +optional"]);
  });

  it("stands above the tag, too, where its blanks alone are more than a comment keeps", () => {
    expect(linesOf(" blank")).toEqual([
      "/** blank */",
      '// +crd-project:description=" blank"',
      "// +optional",
    ]);
    expect(linesOf("one  \n\n\n\ntwo\n")).toEqual([
      "/**",
      " * one",
      " *",
      " * two",
      " */",
      '// +crd-project:description="one  \\n\\n\\n\\ntwo\\n"',
      "// +optional",
    ]);
    expect(linesOf("  ")).toEqual(['// +crd-project:description="  "', "// +optional"]);
  });

  it("is nothing where there is none", () => {
    expect(linesOf(undefined)).toEqual(["// +optional"]);
  });
});

test.each([
  "A text.",
  "* a list\n* of items",
  "*bold* and `code`",
  "/path",
  "/ alone",
  "- [ ] one\n\n- two",
  "  ",
  "a\n\tb",
  "tabs\there",
  "end */ here\n\nand there */",
  "// slashes */",
  "/// three */",
  "eslint-disable-next-line */",
  "#region */",
  "biome-ignore lint",
  "```\ncode\n```",
  "```\nopen",
  "```\n---\n```",
  "+marker",
  "  + item\n  + item",
  "TODO: x",
  "a\nTODO: x",
  "a\n---",
  "a\n\n\nb",
  "a \nb",
  "a\r\nb",
  "@see {@link x}",
  "<!-- html -->",
  "x".repeat(300),
  "\ud83d\ude00 \u00e9",
  "\ufeffmark",
])("a comment or a tag gives %j back", (description) => {
  const lines = commentLines({ description, markers: [], indent: 2 });
  const text = `export interface A {\n${lines.map((line) => `  ${line}\n`).join("")}  a: string;\n}\n`;
  const [declaration] = parseFile({ path: "a.ts", text }).declarations;
  const member = declaration?.kind === "interface" ? declaration.body.members[0] : undefined;
  const tag = member?.tags.find((one) => one.text.startsWith("crd-project:description="));
  const written = tag?.text.slice("crd-project:description=".length);
  const read =
    written === undefined ? schemaDescription(member?.description ?? "") : JSON.parse(written);
  expect(read).toBe(description);
  expect(member?.tags.length).toBe(written === undefined ? 0 : 1);
});
