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
// client-go: TestTypedResourceEventHandlerAdapter
it("takes the key of a tombstone from itself", () => {
  const tombstone = new DeletedFinalStateUnknown<Thing>({ key: "ns/gone", object: undefined });
  expect(deletionHandlingKey(tombstone)).toBe("ns/gone");
  expect(deletionHandlingKey(thing({ name: "a", namespace: "ns" }))).toBe("ns/a");
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
