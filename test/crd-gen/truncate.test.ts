import { describe, expect, it } from "vitest";
import { Truncation, truncated } from "../../generators/crd-gen/truncate.js";

describe("descriptions", () => {
  it.each([
    ["fits", 4, "fits"],
    ["anything", 0, ""],
    ["One. Two words", 10, "One."],
    ["One? Two! Three", 10, "One? Two!"],
    ["Two words more", 10, "Two words..."],
    ["Indivisible", 5, "Indiv..."],
    // What ends at its first character ends nothing.
    [".leading", 4, ".lea..."],
    ["line\nbreak", 7, "line..."],
    ["äöü", 4, "äö..."],
    ["äöü", 5, "äö..."],
    ["文。文字", 8, "文。"],
  ])("cuts %j to %i bytes: %j", (text, limit, expected) => {
    expect(truncated({ text, limit })).toBe(expected);
  });

  it("are cut wherever they stand, and what is shared stays shared", () => {
    const leaf = { type: "string", description: "A leaf." } as const;
    const cut = new Truncation(0).of({
      type: "object",
      description: "All.",
      properties: { a: leaf, b: { type: "array", description: "Some.", items: leaf } },
      additionalProperties: leaf,
      allOf: [leaf],
      anyOf: [leaf],
      oneOf: [leaf],
      not: leaf,
    });
    const bare = { type: "string" };
    expect(cut).toEqual({
      type: "object",
      properties: { a: bare, b: { type: "array", items: bare } },
      additionalProperties: bare,
      allOf: [bare],
      anyOf: [bare],
      oneOf: [bare],
      not: bare,
    });
    expect(cut.additionalProperties).toBe(cut.not);
  });
});
