import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { yamlOf } from "../../src/apiserver/request/response/yaml.js";

function words(count: number, separator = " "): string {
  return Array.from({ length: count }, (_, index) => `word${index}`).join(separator);
}

// Lines break where sigs.k8s.io/yaml breaks them in kube-apiserver's answers.
describe("yamlOf", () => {
  it("breaks lines at the first blank beyond the 80th column", () => {
    expect(yamlOf({ message: `a: ${"x".repeat(60)} ${"y".repeat(90)} z` })).toBe(
      `message: 'a: ${"x".repeat(60)} ${"y".repeat(90)}\n  z'\n`,
    );
    expect(yamlOf([{ key: `${"x".repeat(90)} b` }])).toBe(`- key: ${"x".repeat(90)}\n    b\n`);
    expect(yamlOf({ list: [`${"x".repeat(90)} b`] })).toBe(`list:\n- ${"x".repeat(90)}\n  b\n`);
  });

  it("keeps blanks that follow each other", () => {
    const text = `${"x".repeat(90)}  b`;
    expect(yamlOf({ a: text })).toBe(`a: ${text}\n`);
    expect(yamlOf({ a: `\t${text}` })).toBe(`a: "\\t${"x".repeat(90)}\n  \\ b"\n`);
  });

  it("quotes as go-yaml does", () => {
    expect(yamlOf({ a: "'x" })).toBe("a: '''x'\n");
    expect(yamlOf({ a: "it's" })).toBe("a: it's\n");
    expect(yamlOf({ a: "x\ty" })).toBe('a: "x\\ty"\n');
    expect(yamlOf({ a: "\u{1F600}" })).toBe('a: "\\U0001F600"\n');
    expect(yamlOf({ a: "x \ny\n" })).toBe('a: "x \\ny\\n"\n');
    expect(yamlOf({ a: "x\ny\n" })).toBe("a: |\n  x\n  y\n");
  });

  it.each([
    words(60),
    `'${words(60)}`,
    `x: ${words(60, "  ")}`,
    `\u0001${words(60, "   ")} `,
    `${words(60)}\n${words(60)}`,
    `\n ${words(60)}\n\n`,
    `${"ä".repeat(90)} # ${words(30)}: 'x' "y"`,
  ])("is read back: %#", (text) => {
    const value = { a: text, "k: ey": [text, { b: { c: text } }], z: "end" };
    expect(parse(yamlOf(value))).toEqual(value);
  });
});
