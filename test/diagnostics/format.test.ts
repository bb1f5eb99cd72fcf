import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import {
  catalog,
  type Diagnostic,
  diagnostic,
  diagnosticsToJson,
  formatDiagnostics,
  hasErrors,
  lineStarts,
  positionAt,
  type SourceSpan,
  sortDiagnostics,
  splitLines,
  summarize,
} from "../../generators/diagnostics/index.js";

function unknown(span: Partial<SourceSpan> | undefined, hint?: string): Diagnostic {
  const place = { file: "types.ts", line: 1, column: 1, length: 1, ...span };
  return diagnostic(
    "tag/unknown",
    { tag: "+x" },
    { ...(span === undefined ? {} : { span: place }), hint },
  );
}

function frame(text: string, span: Partial<SourceSpan>, hint?: string): readonly string[] {
  const printed = formatDiagnostics({ diagnostics: [unknown(span, hint)], textOf: () => text });
  return printed.trimEnd().split("\n").slice(1);
}

describe("format", () => {
  it("prints tsc's shape with a frame and a hint", () => {
    const text = `${"\n".repeat(11)}// +genclinet\n`;
    const span = { file: "src/apis/example.com/v1/types.ts", line: 12, column: 4, length: 10 };
    const printed = formatDiagnostics({
      diagnostics: [
        diagnostic(
          "tag/unknown",
          { tag: "+genclinet" },
          { span, hint: "did you mean '+genclient'?" },
        ),
      ],
      textOf: () => text,
    });
    expect(printed).toBe(
      [
        "src/apis/example.com/v1/types.ts:12:4 - error tag/unknown: unknown tag '+genclinet'",
        "  12 | // +genclinet",
        "     |    ^^^^^^^^^^ did you mean '+genclient'?",
        "",
      ].join("\n"),
    );
  });

  it("keeps tabs, and counts the cells of wide and invisible characters", () => {
    expect(frame("\t\ta\t+x", { column: 5, length: 2 })).toEqual([
      "  1 | \t\ta\t+x",
      "    | \t\t \t^^",
    ]);
    expect(frame("名前: +字x", { column: 5, length: 2 })).toEqual([
      "  1 | 名前: +字x",
      "    |       ^^^",
    ]);
    expect(frame("e\u0301 😀 +x", { column: 7, length: 2 })).toEqual([
      "  1 | e\u0301 😀 +x",
      "    |      ^^",
    ]);
  });

  it("cuts spans at the end of their line, and shows at least one caret", () => {
    expect(frame("ab\ncd", { column: 2, length: 20 })).toEqual(["  1 | ab", "    |  ^"]);
    expect(frame("ab", { column: 3, length: 0 })).toEqual(["  1 | ab", "    |   ^"]);
    expect(frame("", { column: 1, length: 1 })).toEqual(["  1 |", "    | ^"]);
  });

  it("reads byte order marks and every line end", () => {
    for (const end of ["\n", "\r\n", "\r", "\u2028"]) {
      expect(frame(`\ufeffab${end}cd${end}`, { line: 2, length: 2 })).toEqual([
        "  2 | cd",
        "    | ^^",
      ]);
      expect(frame(`\ufeffab${end}cd${end}`, { line: 1, length: 2 })).toEqual([
        "  1 | ab",
        "    | ^^",
      ]);
    }
  });

  it("lets no escape sequence of a source file reach the terminal", () => {
    expect(frame("a\u001b[31mb", { length: 1 })).toEqual(["  1 | a\ufffd[31mb", "    | ^"]);
  });

  it("prints hints of several lines below each other", () => {
    expect(frame("ab", { length: 2 }, "add:\none\n  two\n\nthree")).toEqual([
      "  1 | ab",
      "    | ^^ add:",
      "    | one",
      "    |   two",
      "    |",
      "    | three",
    ]);
  });

  it("does without a place, a text or a line", () => {
    const print = (one: Diagnostic, text?: string): string =>
      formatDiagnostics({ diagnostics: [one], textOf: () => text });
    expect(print(unknown(undefined, "a hint\nof two lines"))).toBe(
      `error tag/unknown: unknown tag '+x'\n  a hint\n  of two lines\n  ${catalog["tag/unknown"].fix}\n`,
    );
    expect(print(unknown({}))).toBe("types.ts:1:1 - error tag/unknown: unknown tag '+x'\n");
    expect(print(unknown({ line: 9 }, "a hint"), "one line")).toBe(
      "types.ts:9:1 - error tag/unknown: unknown tag '+x'\n  a hint\n",
    );
    expect(formatDiagnostics({ diagnostics: [], textOf: () => undefined })).toBe("");
  });

  it("colours for a terminal only, without changing the text", () => {
    const diagnostics = [unknown({ length: 2 }, "hint"), unknown(undefined)];
    const textOf = (): string => "+x";
    const plain = formatDiagnostics({ diagnostics, textOf });
    const colored = formatDiagnostics({ diagnostics, textOf, color: true });
    expect(plain).not.toContain("\u001b");
    expect(colored).toContain("\u001b[91merror\u001b[0m");
    expect(stripVTControlCharacters(colored)).toBe(plain);
  });
});

describe("order", () => {
  const spans = [
    { file: "b.ts", line: 1, column: 1 },
    { file: "a.ts", line: 10, column: 1 },
    { file: "a.ts", line: 9, column: 5 },
    { file: "a.ts", line: 9, column: 2 },
  ];

  it("is by file, line and column; what has no place comes last, and nothing twice", () => {
    const diagnostics = [unknown(undefined), ...spans.map((span) => unknown(span))];
    const sorted = sortDiagnostics([...diagnostics, ...diagnostics]);
    expect(sorted.map(({ span }) => span && `${span.file}:${span.line}:${span.column}`)).toEqual([
      "a.ts:9:2",
      "a.ts:9:5",
      "a.ts:10:1",
      "b.ts:1:1",
      undefined,
    ]);
  });

  it("is that of JSON, too", () => {
    expect(diagnosticsToJson(spans.map((span) => unknown(span, "a hint")))[0]).toEqual({
      code: "tag/unknown",
      severity: "error",
      message: "unknown tag '+x'",
      file: "a.ts",
      line: 9,
      column: 2,
      length: 1,
      hint: "a hint",
      cause: expect.any(String),
      fix: expect.any(String),
    });
    expect(diagnosticsToJson([unknown(undefined)])[0]).not.toHaveProperty("file");
  });

  it("counts errors and warnings", () => {
    const warning = diagnostic("type/number", {}, {});
    expect(summarize([])).toBe("");
    expect(summarize([warning])).toBe("1 warning");
    expect(summarize([warning, ...spans.map((span) => unknown(span))])).toBe("4 errors, 1 warning");
    expect(hasErrors([warning])).toBe(false);
    expect(hasErrors([warning, unknown({})])).toBe(true);
  });
});

describe("lines", () => {
  it("have places for every offset", () => {
    const text = "\ufeffab\r\nc\n\nd";
    const starts = lineStarts(text);
    expect(starts).toEqual([1, 5, 7, 8]);
    expect(splitLines(text)).toEqual(["ab", "c", "", "d"]);
    const places = [0, 1, 2, 3, 4, 5, 7, 8, 99].map((offset) => positionAt({ starts, offset }));
    expect(places.map(({ line, column }) => `${line}:${column}`)).toEqual([
      "1:1",
      "1:1",
      "1:2",
      "1:3",
      "1:4",
      "2:1",
      "3:1",
      "4:1",
      "4:92",
    ]);
  });
});
