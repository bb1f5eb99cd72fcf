import { describe, expect, it } from "vitest";
import { applyJsonPatch } from "../../generators/crd-gen/json-patch.js";
import type { JsonValue } from "../../generators/model/index.js";

const value = { a: { b: [1, 2, 3], "x/y": 1, "m~n": 2 }, list: [{ name: "one" }] };

function apply(...patch: readonly JsonValue[]): unknown {
  return applyJsonPatch({ value, patch });
}

describe("JSON patch (RFC 6902)", () => {
  it.each([
    ["adds a member", { op: "add", path: "/a/c", value: null }, "/a/c", null],
    ["adds in front of an element", { op: "add", path: "/a/b/1", value: 9 }, "/a/b", [1, 9, 2, 3]],
    ["adds behind the last element", { op: "add", path: "/a/b/-", value: 9 }, "/a/b", [1, 2, 3, 9]],
    ["adds at the end by its index", { op: "add", path: "/a/b/3", value: 9 }, "/a/b", [1, 2, 3, 9]],
    ["replaces", { op: "replace", path: "/list/0/name", value: "two" }, "/list/0/name", "two"],
    ["removes an element", { op: "remove", path: "/a/b/0" }, "/a/b", [2, 3]],
    ["removes a member", { op: "remove", path: "/a/b" }, "/a", { "x/y": 1, "m~n": 2 }],
    ["reads escapes", { op: "replace", path: "/a/x~1y", value: 7 }, "/a/x~1y", 7],
    ["reads tildes", { op: "replace", path: "/a/m~0n", value: 8 }, "/a/m~0n", 8],
    ["moves", { op: "move", from: "/a/b/0", path: "/a/first" }, "/a/first", 1],
    ["copies", { op: "copy", from: "/list/0", path: "/list/-" }, "/list/1", { name: "one" }],
  ])("%s", (_, operation, at, expected) => {
    const isThere = { op: "test", path: at, value: expected };
    expect(apply(operation, isThere)).toHaveProperty("value");
  });

  it.each([
    [{ op: "replace", path: "/a/c", value: 1 }, "there is nothing at '/a/c'"],
    [{ op: "remove", path: "/nothing/at/all" }, "there is nothing at '/nothing/at/all'"],
    [{ op: "add", path: "/a/b/4", value: 1 }, "there is nothing at '/a/b/4'"],
    [{ op: "add", path: "/a/b/01", value: 1 }, "there is nothing at '/a/b/01'"],
    [{ op: "add", path: "/a/b/0/c", value: 1 }, "there is nothing at '/a/b/0/c'"],
    [{ op: "add", path: "/a" }, "it lacks 'value'"],
    [{ op: "move", path: "/a" }, "it lacks 'from'"],
    [{ op: "move", from: "/a", path: "/a/b/c" }, "it moves a value into itself"],
    [{ op: "copy", from: "/z", path: "/a" }, "there is nothing at '/z'"],
    [{ op: "test", path: "/a/b", value: [1, 2] }, "the value at '/a/b' is another one"],
    [
      { op: "test", path: "/list/0", value: { name: "one", more: 1 } },
      "the value at '/list/0' is another one",
    ],
    [{ op: "remove", path: "" }, "it removes the whole definition"],
    [{ op: "add", path: "a", value: 1 }, "its 'path' is no JSON pointer, which begins with '/'"],
    [{ op: "merge", path: "/a" }, "its 'op' is add, remove, replace, move, copy or test"],
    ["x", "it is no object"],
  ])("%j does not apply", (operation, problem) => {
    expect(apply({ op: "test", path: "/a/b/0", value: 1 }, operation)).toEqual({
      problem: `operation 2: ${problem}`,
    });
  });

  it("changes nothing of what it is given", () => {
    const before = JSON.stringify(value);
    apply({ op: "add", path: "/a/b/-", value: 4 }, { op: "remove", path: "/list" });
    expect(JSON.stringify(value)).toBe(before);
  });
});
