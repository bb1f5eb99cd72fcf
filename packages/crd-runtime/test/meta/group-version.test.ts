import { describe, expect, it } from "vitest";
import {
  formatGroupResource,
  formatGroupVersion,
  parseGroupVersion,
} from "../../src/meta/index.js";

describe("group and version", () => {
  it.each([
    { text: "v1", value: { group: "", version: "v1" } },
    { text: "example.com/v1beta1", value: { group: "example.com", version: "v1beta1" } },
  ])("$text is read and written", ({ text, value }) => {
    expect(parseGroupVersion(text)).toEqual(value);
    expect(formatGroupVersion(value)).toBe(text);
  });

  it.each(["", "/", "/v1", "a/", "a/b/c"])("'%s' is none", (text) => {
    expect(parseGroupVersion(text)).toBeUndefined();
  });

  it("names resources as kubectl does", () => {
    expect(formatGroupResource({ group: "example.com", resource: "databases" })).toBe(
      "databases.example.com",
    );
    expect(formatGroupResource({ group: "", resource: "pods" })).toBe("pods");
  });
});
