import { describe, expect, it } from "vitest";
import { applyMergePatch } from "../../../src/apiserver/verbs/patches/merge-patch.js";
import type { JsonRecord } from "../../../src/apiserver/verbs/patches/pointer.js";
import { applyStrategicMergePatch } from "../../../src/apiserver/verbs/patches/strategic-merge-patch.js";

describe("applyMergePatch", () => {
  it.each<[JsonRecord, JsonRecord, JsonRecord]>([
    [{ a: "b" }, { a: "c" }, { a: "c" }],
    [{ a: "b", c: 1 }, { a: null }, { c: 1 }],
    [{ a: ["b"] }, { a: "c" }, { a: "c" }],
    [{ a: { b: "c" } }, { a: { b: "d", c: null } }, { a: { b: "d" } }],
    [{ a: [{ b: "c" }] }, { a: [1] }, { a: [1] }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
    [{ a: "foo" }, { a: { b: 1, c: null } }, { a: { b: 1 } }],
    [{}, { a: [{ b: null, c: 1 }] }, { a: [{ c: 1 }] }],
  ])("%o %o", (document, patch, expected) => {
    applyMergePatch(document, patch);
    expect(document).toEqual(expected);
  });

  it("never reaches a prototype", () => {
    const document: JsonRecord = {};
    applyMergePatch(document, JSON.parse('{"__proto__":{"polluted":true}}'));
    expect(JSON.stringify(document)).toBe('{"__proto__":{"polluted":true}}');
    expect({}).not.toHaveProperty("polluted");
  });
});

describe("applyStrategicMergePatch", () => {
  const owner = (uid: string, name = uid): JsonRecord => ({ uid, name });
  const withOwners = (...ownerReferences: unknown[]): JsonRecord => ({
    metadata: { ownerReferences },
  });

  it.each<[string, JsonRecord, JsonRecord, JsonRecord]>([
    [
      "merges maps",
      { data: { a: "1", b: "2" } },
      { data: { a: null, c: "3" } },
      { data: { b: "2", c: "3" } },
    ],
    [
      "replaces a map",
      { data: { a: "1" } },
      { data: { $patch: "replace", b: "2" } },
      { data: { b: "2" } },
    ],
    ["deletes a map", { data: { a: "1" } }, { data: { $patch: "delete" } }, { data: {} }],
    [
      "keeps some members",
      { data: { a: "1", b: "2" } },
      { data: { $retainKeys: ["b", "c"], c: "3" } },
      { data: { b: "2", c: "3" } },
    ],
    [
      "merges items by their key, new ones first",
      withOwners(owner("u1")),
      withOwners(owner("u2")),
      withOwners(owner("u2"), owner("u1")),
    ],
    [
      "changes an item",
      withOwners(owner("u1"), owner("u2")),
      withOwners(owner("u2", "x")),
      withOwners(owner("u1"), owner("u2", "x")),
    ],
    [
      "deletes an item",
      withOwners(owner("u1"), owner("u2")),
      withOwners({ uid: "u1", $patch: "delete" }),
      withOwners(owner("u2")),
    ],
    [
      "replaces a list",
      withOwners(owner("u1")),
      withOwners({ $patch: "replace" }, owner("u2")),
      withOwners(owner("u2")),
    ],
    [
      "merges primitives",
      { metadata: { finalizers: ["x"] } },
      { metadata: { finalizers: ["y", "x"] } },
      { metadata: { finalizers: ["y", "x"] } },
    ],
    [
      "deletes primitives",
      { metadata: { finalizers: ["x", "y"] } },
      { metadata: { "$deleteFromPrimitiveList/finalizers": ["x"] } },
      { metadata: { finalizers: ["y"] } },
    ],
    [
      "orders a list",
      withOwners(owner("u1"), owner("u2"), owner("u3")),
      {
        metadata: {
          "$setElementOrder/ownerReferences": [{ uid: "u3" }, { uid: "u1" }],
          ownerReferences: [owner("u3", "x")],
        },
      },
      withOwners(owner("u2"), owner("u3", "x"), owner("u1")),
    ],
    ["replaces other lists", { rules: [1, 2] }, { rules: [3] }, { rules: [3] }],
  ])("%s", (_, document, patch, expected) => {
    const result = applyStrategicMergePatch({
      document: structuredClone(document),
      patch,
      kind: "Secret",
    });
    expect(result).toEqual(expected);
  });

  it.each<[JsonRecord, string]>([
    [{ data: { $patch: "other" } }, "unknown patch type: other in map: map[$patch:other]"],
    [
      { data: { $patch: { k: [1] } } },
      "unknown patch type: map[k:[1]] in map: map[$patch:map[k:[1]]]",
    ],
    [withOwners({ name: "x" }), "map: map[name:x] does not contain declared merge key: uid"],
    [
      { metadata: { "$deleteFromPrimitiveList/finalizers": 1 } },
      "invalid patch format of primitive list",
    ],
  ])("refuses %o", (patch, message) => {
    const document = { metadata: { finalizers: [], ownerReferences: [] }, data: {} };
    expect(() => applyStrategicMergePatch({ document, patch, kind: "Secret" })).toThrow(message);
  });
});
