import { expect, it } from "vitest";
import {
  compareResourceVersion,
  DeletedFinalStateUnknown,
  deletionHandlingKey,
  formatObjectName,
  KeyError,
  metaNamespaceKey,
  parseObjectName,
} from "../../src/cache/index.js";
import { type Thing, thing } from "./objects.js";

const unnamed: Thing = { ...thing({ name: "a" }), metadata: {} };

function tombstone(key: string, object?: Thing): DeletedFinalStateUnknown<Thing> {
  return new DeletedFinalStateUnknown({ key, object });
}

it("makes keys of namespace and name", () => {
  expect(metaNamespaceKey(thing({ name: "a", namespace: "ns" }))).toBe("ns/a");
  expect(metaNamespaceKey(thing({ name: "a", namespace: "" }))).toBe("a");
});

// client-go: TestKeyError
it("names the object that has no key", () => {
  const object = { metadata: { name: "" } };
  const error = catchError(() => metaNamespaceKey(object));
  expect(error).toBeInstanceOf(KeyError);
  expect(error).toMatchObject({ object, message: expect.stringContaining("metadata.name") });
});

// client-go: TestDeletionHandlingObjectToName
// client-go: TestDeletedObjectGetKey
// client-go: TestDeletedObjectGetObjectName
it.each([
  ["an object", thing({ name: "a", namespace: "ns" }), "ns/a", "ns", "a"],
  ["a cluster-scoped object", thing({ name: "a", namespace: "" }), "a", "", "a"],
  ["a tombstone", tombstone("ns/gone"), "ns/gone", "ns", "gone"],
  ["a cluster-scoped tombstone", tombstone("gone"), "gone", "", "gone"],
  [
    "a tombstone, not its object",
    tombstone("ns/gone", thing({ name: "b" })),
    "ns/gone",
    "ns",
    "gone",
  ],
  ["a tombstone whose object has no name", tombstone("ns/gone", unnamed), "ns/gone", "ns", "gone"],
])("takes key, namespace and name of %s", (_, deleted, key, namespace, name) => {
  expect(deletionHandlingKey(deleted)).toBe(key);
  expect(parseObjectName(deletionHandlingKey(deleted))).toEqual({ namespace, name });
});

// client-go: TestDeletedObjectGetObjectName
it("finds no name for an object without one, or for a tombstone whose key is none", () => {
  expect(() => deletionHandlingKey(unnamed)).toThrow(KeyError);
  expect(() => parseObjectName(deletionHandlingKey(tombstone("a/b/c")))).toThrow(KeyError);
});

// client-go: TestObjectNames
it.each([
  ["ns/name", { namespace: "ns", name: "name" }],
  ["name", { namespace: "", name: "name" }],
  ["", { namespace: "", name: "" }],
])("prints what it parses: %j", (key, objectName) => {
  expect(parseObjectName(key)).toEqual(objectName);
  expect(formatObjectName(objectName)).toBe(key);
});

it("parses no key with two slashes", () => {
  expect(() => parseObjectName("a/b/c")).toThrow('unexpected key format: "a/b/c"');
});

// client-go: TestCompareResourceVersion
it.each([
  ["1", "2", -1],
  ["10", "9", 1],
  ["99999999999999999999999", "100000000000000000000000", -1],
  ["42", "42", 0],
])("compares versions without losing digits: %s %s", (a, b, expected) => {
  expect(Math.sign(compareResourceVersion(a, b))).toBe(expected);
});

// client-go: TestCompareResourceVersion
it.each(["", "0", "007", "-1", "1.5", "abc", " 1"])("compares no %j", (version) => {
  expect(() => compareResourceVersion("1", version)).toThrow(RangeError);
  expect(() => compareResourceVersion(version, "1")).toThrow(RangeError);
});

function catchError(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}
