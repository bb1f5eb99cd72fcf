import { describe, expect, it } from "vitest";
import {
  escapeFieldValue,
  metadataFields,
  parseFieldSelector,
  SelectorError,
} from "../../src/labels/index.js";

describe("a field selector", () => {
  it.each([
    ["", ""],
    ["metadata.name=a", "metadata.name=a"],
    ["b==2,a!=1", "a!=1,b=2"],
    [",a=1,,", "a=1"],
    ["a=", "a="],
    ["=", ""],
    [String.raw`a=x\,y\=z\\`, String.raw`a=x\,y\=z\\`],
  ])("is understood: %j", (text, printed) => {
    expect(parseFieldSelector(text).toString()).toBe(printed);
  });

  // The server's own texts, as apimachinery 0.37 writes them.
  it.each([
    ["a", "invalid selector: 'a'; can't understand 'a'"],
    ["a=1,b", "invalid selector: 'a=1,b'; can't understand 'b'"],
    ["a=b=c", "invalid field selector: unescaped character in value: 61"],
    [String.raw`a=\x`, String.raw`invalid field selector: invalid escape sequence: \x`],
    ["a=b\\", "invalid field selector: invalid escape sequence: \\"],
  ])("is refused: %j", (text, message) => {
    expect(() => parseFieldSelector(text)).toThrow(new SelectorError(message));
  });

  it("is matched against fields, absent ones being empty", () => {
    const selector = parseFieldSelector("metadata.name=a,spec.phase!=Failed");
    expect(selector.matches({ "metadata.name": "a" })).toBe(true);
    expect(selector.matches({ "metadata.name": "a", "spec.phase": "Failed" })).toBe(false);
    expect(selector.matches({})).toBe(false);
    expect(parseFieldSelector("toString=").matches({})).toBe(true);
    expect(selector.requiresExactMatch("metadata.name")).toBe("a");
    expect(selector.requiresExactMatch("spec.phase")).toBeUndefined();
  });

  it("names a field that a resource cannot be selected by", () => {
    const selector = parseFieldSelector("metadata.name=a,spec.x=1");
    expect(() => selector.requireFields(["metadata.name", "metadata.namespace"])).toThrow(
      "field label not supported: spec.x",
    );
    expect(() => selector.requireFields(["metadata.name", "spec.x"])).not.toThrow();
  });

  it("knows the fields of every object", () => {
    expect(metadataFields({ metadata: { name: "a" } })).toEqual({
      "metadata.name": "a",
      "metadata.namespace": "",
    });
  });

  it("reads back any value that was escaped", () => {
    for (const value of ["", ",", "=", "\\", "\\,", "a=b,c\\", "ü😀,"]) {
      const [requirement] = parseFieldSelector(`f=${escapeFieldValue(value)}`).requirements;
      expect(requirement?.value).toBe(value);
    }
  });
});
