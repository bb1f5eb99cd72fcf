import { describe, expect, it } from "vitest";
import { formatDiagnostics } from "../../generators/diagnostics/index.js";
import { isApiSource, linkModel } from "../../generators/model/index.js";
import { parseFile } from "../../generators/parse/index.js";

const path = "src/apis/example.com/v1/types.ts";

const lines = [
  "// +genclinet",
  "/** Spec is described. */",
  "export interface Spec {",
  "\tuser: Usr; // +optional",
  "\t/**",
  "\t * Size is",
  "\t * described.",
  "\t */",
  "\tsize: number;",
  "}",
  "",
];

describe("text of a source file", () => {
  it.each([
    ["LF", "\n", ""],
    ["CRLF", "\r\n", ""],
    ["CR", "\r", ""],
    ["LF behind a byte order mark", "\n", "\ufeff"],
    ["CRLF behind a byte order mark", "\r\n", "\ufeff"],
  ])("has the same places and descriptions with %s", (_name, end, mark) => {
    const text = mark + lines.join(end);
    const doc = {
      path: path.replace("types", "doc"),
      text: `${mark}// +groupName=example.com${end}export {};`,
    };
    const { model, diagnostics } = linkModel({
      files: [parseFile({ path, text }), parseFile(doc)],
      config: { apis: "src/apis", client: "src/client" },
      expansions: [],
    });
    const version = model.groups[0]?.versions[0];
    expect(version?.group).toBe("example.com");
    const [type] = version?.types ?? [];
    expect(type?.description).toBe("Spec is described.");
    const members = type?.declaration.kind === "interface" ? type.declaration.members : [];
    expect(members.map(({ description }) => description)).toEqual(["", "Size is\ndescribed."]);
    expect(formatDiagnostics({ diagnostics, textOf: () => text })).toBe(
      [
        `${path}:1:4 - error tag/unknown: unknown tag '+genclinet'`,
        "  1 | // +genclinet",
        "    |    ^^^^^^^^^^ did you mean '+genclient'?",
        `${path}:4:8 - error type/unknown-name: cannot find the type 'Usr'`,
        "  4 | \tuser: Usr; // +optional",
        "    | \t      ^^^ declare it, or import it from a version folder or crd-runtime",
        `${path}:4:16 - error tag/trailing: '+optional' stands behind code`,
        "  4 | \tuser: Usr; // +optional",
        "    | \t              ^^^^^^^^^ put it on a line of its own above the declaration",
        `${path}:9:8 - warning type/number: plain number says neither integer nor float`,
        "  9 | \tsize: number;",
        "    | \t      ^^^^^^ use int32, int64, integer, float or double of crd-runtime",
        "",
      ].join("\n"),
    );
  });

  it("can be empty, or nothing but comments", () => {
    for (const text of ["", "\ufeff", "// +optional", "/* */", "/**", "export {}"]) {
      expect(parseFile({ path, text }).declarations).toEqual([]);
    }
    expect(parseFile({ path, text: "// +optional" }).loose).toEqual([
      { text: "optional", span: [3, 9], trailing: false },
    ]);
    expect(parseFile({ path, text: "/**" }).errors).toHaveLength(1);
  });

  it("is data: the same through JSON, and again", () => {
    const one = parseFile({ path, text: lines.join("\n") });
    expect(JSON.parse(JSON.stringify(one))).toEqual(parseFile({ path, text: lines.join("\n") }));
  });
});

describe("source files", () => {
  it.each([
    ["src/apis/example.com/v1/types.ts", true],
    ["src/apis/example.com/v1/doc.ts", true],
    ["src/apis/example.com/v1/anything.ts", true],
    ["src/apis/example.com/v1/zz_generated.deepcopy.ts", false],
    ["src/apis/example.com/v1/types.test.ts", false],
    ["src/apis/example.com/v1/types.js", false],
    ["src/apis/example.com/v1/more/types.ts", false],
    ["src/apis/example.com/types.ts", false],
    ["src/client/example.com/v1/types.ts", false],
    ["src/apis2/example.com/v1/types.ts", false],
  ])("%s: %s", (file, expected) => {
    expect(isApiSource({ path: file, apis: "src/apis" })).toBe(expected);
    expect(isApiSource({ path: file, apis: "src/apis/" })).toBe(expected);
  });
});
