import { describe, expect, it } from "vitest";
import { frameOf } from "../../generators/diagnostics/frame.js";

describe("a frame of a line of megabytes", () => {
  const line = `${"a".repeat(3_000_000)}wrong${"b".repeat(2_000_000)}`;

  it.each([
    [1, "a"],
    [3_000_001, "wrong"],
    [5_000_005, "b"],
  ])("shows what is near column %i", (column, text) => {
    const frame = frameOf({ span: { file: "x", line: 1, column, length: text.length }, line });
    expect(frame.source.length).toBeLessThan(510);
    expect(frame.source.slice(frame.padding.length, frame.padding.length + text.length)).toBe(text);
    expect(frame.carets).toBe("^".repeat(text.length));
    expect(frame.source.startsWith("...")).toBe(column > 1);
    expect(frame.source.endsWith("...")).toBe(column < 5_000_000);
  });

  it("leaves lines that one can read as they are", () => {
    const source = "a".repeat(500);
    const span = { file: "x", line: 1, column: 500, length: 1 };
    expect(frameOf({ span, line: source })).toMatchObject({ source, padding: " ".repeat(499) });
  });
});
