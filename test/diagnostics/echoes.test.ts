import { describe, expect, it } from "vitest";
import { diagnostic, withoutEchoes, withSeverities } from "../../generators/diagnostics/index.js";

const span = { file: "src/apis/example.com/v1/types.ts", line: 9, column: 6, length: 15 };
const names = { tag: "+k8s:maximum=3", other: "+k8s:minimum=5" };
const conflict = diagnostic("tag/conflict", names, { span });
const marker = diagnostic("crd/marker", { tag: names.tag, problem: "no value" }, { span });

describe("withoutEchoes", () => {
  it("leaves out what an error at the same place says", () => {
    expect(withoutEchoes([marker, conflict])).toEqual([conflict]);
  });

  it("keeps what is wrong elsewhere", () => {
    const other = { ...marker, span: { ...span, line: 10 } };
    expect(withoutEchoes([conflict, other])).toEqual([conflict, other]);
  });

  it("keeps an error behind a warning, which would let the run go on", () => {
    const diagnostics = withSeverities({
      diagnostics: [conflict, marker],
      severities: { "tag/conflict": "warning" },
    });
    expect(withoutEchoes(diagnostics).map(({ code }) => code)).toEqual([
      "tag/conflict",
      "crd/marker",
    ]);
  });
});
