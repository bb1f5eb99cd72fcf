import { describe, expect, test } from "vitest";
import {
  type Diagnostic,
  diagnostic,
  diagnosticsToGithub,
  diagnosticsToSarif,
  diagnosticsToTsc,
  hasErrors,
  summarize,
} from "../../generators/diagnostics/index.js";

const root = "crd-project.json";
const span = { file: "src/apis/a,b/v1/types: 100%.ts", line: 12, column: 4, length: 10 };
const unknown = diagnostic("tag/unknown", { tag: "+a\r\nb%" }, { span, hint: "did you mean 'x'?" });
const withoutPlace = diagnostic("project/out-of-date", { path: "src/a.ts" });

describe("github", () => {
  const lines = (diagnostics: readonly Diagnostic[], prefix = "") =>
    diagnosticsToGithub({ diagnostics, prefix });

  test("one workflow command a diagnostic, with what would end it escaped", () => {
    expect(lines([withoutPlace, unknown], "operator/")).toEqual([
      "::error file=operator/src/apis/a%2Cb/v1/types%3A 100%25.ts,line=12,endLine=12,col=4,endColumn=14,title=tag/unknown::unknown tag '+a%0D%0Ab%25'%0Adid you mean 'x'?%0ACorrect the spelling, or remove the line. Names are case-sensitive.",
      expect.stringMatching(/^::error title=project\/out-of-date::[^\n]*'src\/a\.ts'[^\n]*$/),
    ]);
  });

  test("a warning is one", () => {
    const one = diagnostic("tag/foreign", { tag: "+a" }, { span });
    expect(lines([one])[0]).toMatch(/^::warning file=src/);
  });
});

describe("info", () => {
  const parameters = { version: "example.com/v1", file: "src/register.ts" };
  const told = diagnostic("generate/hand-written-register", parameters, { span });

  test("is a notice of GitHub, a note of SARIF, and neither stops a run nor is counted", () => {
    expect(diagnosticsToGithub({ diagnostics: [told], prefix: "" })[0]).toMatch(/^::notice file=/);
    expect(
      diagnosticsToSarif({ diagnostics: [told], prefix: "", root, version: "0.1.0" }),
    ).toMatchObject({
      runs: [
        {
          tool: { driver: { rules: [{ defaultConfiguration: { level: "note" } }] } },
          results: [{ level: "note" }],
        },
      ],
    });
    expect(hasErrors([told])).toBe(false);
    expect(summarize([told, unknown])).toBe("1 error");
  });
});

describe("sarif", () => {
  const log = diagnosticsToSarif({
    diagnostics: [withoutPlace, unknown, unknown],
    prefix: "operator/",
    root,
    version: "0.1.0",
  });

  test("each problem once, at its place, with the rule that it breaks", () => {
    expect(log).toMatchObject({
      version: "2.1.0",
      runs: [
        {
          tool: {
            driver: {
              name: "create-crd-project",
              version: "0.1.0",
              rules: [{ id: "project/out-of-date" }, { id: "tag/unknown" }],
            },
          },
          columnKind: "utf16CodeUnits",
          results: [
            {
              ruleId: "tag/unknown",
              ruleIndex: 1,
              level: "error",
              message: { text: "unknown tag '+a\r\nb%'\ndid you mean 'x'?" },
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: {
                      uri: "operator/src/apis/a,b/v1/types:%20100%25.ts",
                      uriBaseId: "%SRCROOT%",
                    },
                    region: { startLine: 12, startColumn: 4, endColumn: 14 },
                  },
                },
              ],
            },
            {
              ruleId: "project/out-of-date",
              ruleIndex: 0,
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: "operator/crd-project.json" },
                    region: { startLine: 1, startColumn: 1, endColumn: 1 },
                  },
                },
              ],
            },
          ],
        },
      ],
    });
  });

  test("without diagnostics there is a run without results, which closes earlier alerts", () => {
    expect(
      diagnosticsToSarif({ diagnostics: [], prefix: "", root, version: "0.1.0" }),
    ).toMatchObject({
      runs: [{ results: [] }],
    });
  });
});

describe("tsc", () => {
  // As microsoft/vscode, extensions/typescript-language-features/package.json, contributes it.
  const matcher =
    /^([^\s].*)[(:](\d+)[,:](\d+)(?:\):\s+|\s+-\s+)(error|warning|info)\s+TS(\d+)\s*:\s*(.*)$/;

  test("VS Code's $tsc finds file, line, column, severity and message of each line", () => {
    const foreign = diagnostic("tag/foreign", { tag: "+a" }, { span: { ...span, line: 13 } });
    const lines = diagnosticsToTsc([foreign, unknown]);
    expect(lines.map((line) => matcher.exec(line)?.slice(1))).toEqual([
      [span.file, "12", "4", "error", "0", "unknown tag '+a b%' [tag/unknown] did you mean 'x'?"],
      [span.file, "13", "4", "warning", "0", expect.stringContaining("[tag/foreign]")],
    ]);
  });

  test("what has no place is an error as tsc's own", () => {
    expect(diagnosticsToTsc([withoutPlace])).toEqual([
      expect.stringMatching(/^error TS0: .*'src\/a\.ts'.* \[project\/out-of-date\]/),
    ]);
  });
});
