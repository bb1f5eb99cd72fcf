import { describe, expect, it } from "vitest";
import { withSharedShapes } from "../../scripts/bundle/shared-shapes.js";

describe("withSharedShapes", () => {
  it.each([
    ["a copy with members", "f({ ...a, b });", "f({ ...null, ...a, b });"],
    ["copies of two", "x = {...a, ...b};", "x = {...null, ...a, ...b};"],
    [
      "copies in copies",
      "x = { ...a, b: { ...c, d } }; y = { ...e, f };",
      "x = { ...null, ...a, b: { ...null, ...c, d } }; y = { ...null, ...e, f };",
    ],
  ])("changes %s", (_, code, changed) => {
    expect(withSharedShapes(code)).toBe(changed);
  });

  it.each([
    ["a copy alone", "x = { ...a };"],
    ["a copy behind members", "x = { a, ...b, c };"],
    ["what is taken apart", "({ a, ...rest } = x); const { b, ...others } = y;"],
    ["lists and arguments", "f(...a, [...b, c]);"],
    ["texts", 'x = "{ ...a, b }"; // { ...a, b }'],
    ["no code", ""],
  ])("leaves %s", (_, code) => {
    expect(withSharedShapes(code)).toBe(code);
  });
});
