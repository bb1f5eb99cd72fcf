import { describe, expect, it } from "vitest";
import { applyJsonPatch, jsonPatchOf } from "../../../src/apiserver/verbs/patches/json-patch.js";
import { PatchError } from "../../../src/apiserver/verbs/patches/pointer.js";

function apply(document: object, patch: unknown): unknown {
  const operations = jsonPatchOf(patch);
  if (operations === undefined) throw new Error("no patch");
  return applyJsonPatch({ document: structuredClone(document) as never, operations });
}

describe("applyJsonPatch", () => {
  it.each([
    [{ a: 1 }, [{ op: "add", path: "/b", value: null }], { a: 1, b: null }],
    [{ a: [1, 3] }, [{ op: "add", path: "/a/1", value: 2 }], { a: [1, 2, 3] }],
    [{ a: [1] }, [{ op: "add", path: "/a/-", value: 2 }], { a: [1, 2] }],
    [{ a: [1, 2] }, [{ op: "add", path: "/a/-1", value: 3 }], { a: [1, 2, 3] }],
    [{ a: [1, 2, 3] }, [{ op: "remove", path: "/a/-1" }], { a: [1, 2] }],
    [{ a: 1, b: 2 }, [{ op: "remove", path: "/a" }], { b: 2 }],
    [{ a: 1 }, [{ op: "replace", path: "/b", value: 2 }], { a: 1, b: 2 }],
    [{ a: 1 }, [{ op: "replace", path: "", value: { c: 3 } }], { c: 3 }],
    [{ a: { b: 1 } }, [{ op: "move", from: "/a/b", path: "/c" }], { a: {}, c: 1 }],
    [
      { a: { b: [1] } },
      [
        { op: "copy", from: "/a/b", path: "/c" },
        { op: "add", path: "/c/-", value: 2 },
      ],
      { a: { b: [1] }, c: [1, 2] },
    ],
    [
      { "a/b": 1, "c~d": 2 },
      [
        { op: "replace", path: "/a~1b", value: 3 },
        { op: "remove", path: "/c~0d" },
      ],
      { "a/b": 3 },
    ],
    [
      { a: { x: 1, y: 2 } },
      [{ op: "test", path: "/a", value: { y: 2, x: 1 } }],
      { a: { x: 1, y: 2 } },
    ],
    [{}, [{ op: "test", path: "/a", value: null }], {}],
  ])("%o %o", (document, patch, expected) => {
    expect(apply(document, patch)).toEqual(expected);
  });

  it.each([
    [
      { op: "remove", path: "/x" },
      "error in remove for path: '/x': Unable to remove nonexistent key: x: missing value",
    ],
    [
      { op: "add", path: "/x/y", value: 1 },
      'add operation does not apply: doc is missing path: "/x/y": missing value',
    ],
    [
      { op: "add", path: "/list/9", value: 1 },
      "error in add for path: '/list/9': Unable to access invalid index: 9: invalid index referenced",
    ],
    [
      { op: "add", path: "/list/x", value: 1 },
      `error in add for path: '/list/x': value was not a proper array index: 'x': strconv.Atoi: parsing "x": invalid syntax`,
    ],
    [{ op: "test", path: "/a", value: 2 }, "testing value /a failed: test failed"],
    [
      { op: "move", from: "/x/y", path: "/z" },
      "move operation does not apply: doc is missing from path: /x/y: missing value",
    ],
    [{ op: "shout", path: "/a" }, "Unexpected kind: shout"],
    [{ op: "add", value: 1 }, "add operation failed to decode path: missing value"],
  ])("refuses %o", (operation, message) => {
    const run = (): unknown => apply({ a: 1, list: [1] }, [operation]);
    expect(run).toThrow(PatchError);
    expect(run).toThrow(message);
  });

  it("never reaches a prototype", () => {
    const patched = apply({ a: {} }, [
      { op: "add", path: "/a/__proto__", value: { polluted: true } },
    ]);
    expect(JSON.stringify(patched)).toBe('{"a":{"__proto__":{"polluted":true}}}');
    expect({}).not.toHaveProperty("polluted");
    expect(() => apply({}, [{ op: "add", path: "/constructor/x", value: 1 }])).toThrow(PatchError);
  });

  it("shares nothing with the patch", () => {
    const value = { list: [1] };
    const patch = [
      { op: "add", path: "/x", value },
      { op: "add", path: "/x/list/-", value: 2 },
    ];
    expect(apply({}, patch)).toEqual({ x: { list: [1, 2] } });
    expect(value).toEqual({ list: [1] });
  });
});
