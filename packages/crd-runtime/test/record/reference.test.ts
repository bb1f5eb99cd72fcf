import { expect, it } from "vitest";
import { getPartialReference, getReference } from "../../src/index.js";
import { MissingKindError } from "../../src/scheme/errors.js";
import { database } from "./recording.js";

const reference = {
  apiVersion: "example.com/v1",
  kind: "Database",
  namespace: "default",
  name: "orders",
  uid: "uid-orders",
  resourceVersion: "7",
};

it("makes references to objects, and to parts of them", () => {
  expect(getReference(database)).toEqual(reference);
  const fieldPath = "spec.users{admin}";
  expect(getPartialReference({ object: database, fieldPath })).toEqual({ ...reference, fieldPath });
});

it("leaves out what an object does not have", () => {
  expect(getReference({ apiVersion: "v1", kind: "Node", metadata: { name: "node-1" } })).toEqual({
    apiVersion: "v1",
    kind: "Node",
    name: "node-1",
  });
});

it("takes references as they are", () => {
  expect(getReference(reference)).toBe(reference);
});

it("does not refer to what does not say what it is", () => {
  expect(() => getReference({ kind: "Node", metadata: {} })).toThrow(MissingKindError);
  expect(() => getReference({ apiVersion: "v1", metadata: {} })).toThrow(MissingKindError);
  expect(() => getReference(JSON.parse('"orders"'))).toThrow("no reference can be made to orders");
});
