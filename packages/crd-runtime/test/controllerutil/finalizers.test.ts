import { expect, it } from "vitest";
import {
  addFinalizer,
  containsFinalizer,
  type DeepReadonly,
  removeFinalizer,
} from "../../src/index.js";
import { type Database, database, frozen } from "./objects.js";

const finalizer = "example.com/backup";

it("adds a finalizer after the others, and leaves the object as it was", () => {
  const object = frozen(database({ finalizers: ["example.com/other"] }));
  const added = addFinalizer({ object, finalizer });
  expect(added).toEqual(database({ finalizers: ["example.com/other", finalizer] }));
  expect(object.metadata.finalizers).toEqual(["example.com/other"]);
});

it("adds the first finalizer", () => {
  expect(addFinalizer({ object: frozen(database()), finalizer }).metadata.finalizers).toEqual([
    finalizer,
  ]);
});

it("returns the same object where there is nothing to change", () => {
  const object = frozen(database({ finalizers: [finalizer] }));
  expect(addFinalizer({ object, finalizer })).toBe(object);
  expect(removeFinalizer({ object, finalizer: "example.com/other" })).toBe(object);
  const none = frozen(database());
  expect(removeFinalizer({ object: none, finalizer })).toBe(none);
});

it("removes a finalizer each time that it is there", () => {
  const object = frozen(database({ finalizers: [finalizer, "example.com/other", finalizer] }));
  expect(removeFinalizer({ object, finalizer }).metadata.finalizers).toEqual(["example.com/other"]);
});

it("removes the last one to an empty list, which an update needs to see", () => {
  const object = frozen(database({ finalizers: [finalizer] }));
  expect(removeFinalizer({ object, finalizer }).metadata.finalizers).toEqual([]);
});

it("knows what is there", () => {
  const object = database({ finalizers: [finalizer] });
  expect(containsFinalizer({ object, finalizer })).toBe(true);
  expect(containsFinalizer({ object, finalizer: "example.com" })).toBe(false);
  expect(containsFinalizer({ object: database(), finalizer })).toBe(false);
});

it("takes objects of caches, and keeps the type of what it is given", () => {
  const cached: DeepReadonly<Database> = frozen(database());
  const added: DeepReadonly<Database> = addFinalizer({ object: cached, finalizer });
  const own: Database = addFinalizer({ object: database(), finalizer });
  expect(added).toEqual(own);
});
