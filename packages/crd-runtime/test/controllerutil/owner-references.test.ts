import { describe, expect, it } from "vitest";
import {
  AlreadyOwnedError,
  getControllerOf,
  hasControllerReference,
  hasOwnerReference,
  isControlledBy,
  type KubernetesObject,
  OwnerReferenceError,
  removeOwnerReference,
  setControllerReference,
  setOwnerReference,
} from "../../src/index.js";
import { database, frozen } from "./objects.js";

const owner = frozen(database());
const reference = {
  apiVersion: "example.com/v1",
  kind: "Database",
  name: "orders",
  uid: "uid-orders",
};
const controllerReference = { ...reference, controller: true, blockOwnerDeletion: true };
const other = { apiVersion: "v1", kind: "ConfigMap", name: "orders", uid: "uid-other" };

function secret(metadata: KubernetesObject["metadata"] = {}): KubernetesObject {
  return frozen({
    apiVersion: "v1",
    kind: "Secret",
    metadata: { name: "password", namespace: "default", ...metadata },
  });
}

function referencesOf(object: KubernetesObject): unknown {
  return object.metadata.ownerReferences;
}

describe("setControllerReference", () => {
  it("adds the reference after others, and leaves the object as it was", () => {
    const object = secret({ ownerReferences: [other] });
    const owned = setControllerReference({ owner, object });
    expect(referencesOf(owned)).toEqual([other, controllerReference]);
    expect(referencesOf(object)).toEqual([other]);
  });

  it("returns the same object where there is nothing to change", () => {
    const object = secret({ ownerReferences: [controllerReference] });
    expect(setControllerReference({ owner, object })).toBe(object);
  });

  it("makes a reference of the same owner the controller's", () => {
    const object = secret({ ownerReferences: [reference, other] });
    expect(referencesOf(setControllerReference({ owner, object }))).toEqual([
      controllerReference,
      other,
    ]);
  });

  it("brings version and uid up to date: an owner was made anew, or is seen in another version", () => {
    const old = { ...controllerReference, apiVersion: "example.com/v1beta1", uid: "uid-old" };
    const object = secret({ ownerReferences: [old] });
    expect(referencesOf(setControllerReference({ owner, object }))).toEqual([controllerReference]);
  });

  it("can leave foreground deletions alone", () => {
    const owned = setControllerReference({ owner, object: secret(), blockOwnerDeletion: false });
    expect(referencesOf(owned)).toEqual([{ ...controllerReference, blockOwnerDeletion: false }]);
  });

  it("refuses an object that another owner manages, and says which", () => {
    const object = secret({ ownerReferences: [{ ...other, controller: true }] });
    const set = (): unknown => setControllerReference({ owner, object });
    expect(set).toThrow(AlreadyOwnedError);
    expect(set).toThrow(
      "Secret default/password is already owned by another controller, ConfigMap orders: an object has one at most",
    );
  });

  it("tells kinds of two groups apart", () => {
    const twin = { ...controllerReference, apiVersion: "other.com/v1" };
    const object = secret({ ownerReferences: [twin] });
    expect(() => setControllerReference({ owner, object })).toThrow(AlreadyOwnedError);
  });
});

describe("setOwnerReference", () => {
  it("adds a reference that is no controller's, beside the controller's", () => {
    const object = secret({ ownerReferences: [{ ...other, controller: true }] });
    expect(referencesOf(setOwnerReference({ owner, object }))).toEqual([
      { ...other, controller: true },
      reference,
    ]);
    expect(referencesOf(setOwnerReference({ owner, object, blockOwnerDeletion: true }))).toEqual([
      { ...other, controller: true },
      { ...reference, blockOwnerDeletion: true },
    ]);
  });

  it("returns the same object where there is nothing to change", () => {
    const object = secret({ ownerReferences: [reference] });
    expect(setOwnerReference({ owner, object })).toBe(object);
  });
});

describe.each([
  ["setControllerReference", setControllerReference],
  ["setOwnerReference", setOwnerReference],
])("%s and namespaces", (_name, set) => {
  it("lets a cluster-scoped owner own anything", () => {
    const namespace = frozen({
      apiVersion: "v1",
      kind: "Namespace",
      metadata: { name: "n", uid: "u" },
    });
    const role = frozen({ kind: "ClusterRole", metadata: { name: "r" } });
    expect(
      hasOwnerReference({ owner: namespace, object: set({ owner: namespace, object: secret() }) }),
    ).toBe(true);
    expect(
      hasOwnerReference({ owner: namespace, object: set({ owner: namespace, object: role }) }),
    ).toBe(true);
  });

  it.each([
    [
      "of another namespace",
      secret({ namespace: "other" }),
      "Database default/orders cannot own Secret other/password: owners in other namespaces are not allowed: the owner is in default",
    ],
    [
      "that is cluster-scoped",
      frozen({ kind: "ClusterRole", metadata: { name: "reader" } }),
      "Database default/orders cannot own ClusterRole reader: a cluster-scoped object must not have an owner in a namespace: the owner is in default",
    ],
  ])("refuses an object %s", (_title, object, message) => {
    expect(() => set({ owner, object })).toThrow(
      new OwnerReferenceError({ owner, object, problem: message.split(": ").slice(1).join(": ") }),
    );
    expect(() => set({ owner, object })).toThrow(message);
  });

  it.each([
    ["uid", database({ uid: "" }), "the owner has no uid: create it first"],
    [
      "kind",
      { ...database(), kind: "" },
      "the owner has no apiVersion, kind or name: pass it as a client has returned it",
    ],
    [
      "name",
      database({ name: "" }),
      "the owner has no apiVersion, kind or name: pass it as a client has returned it",
    ],
  ])("refuses an owner without %s", (_title, incomplete, message) => {
    const made = (): unknown => set({ owner: incomplete, object: secret() });
    expect(made).toThrow(OwnerReferenceError);
    expect(made).toThrow(message);
  });
});

it("removes the reference to an owner, in whatever version and of whatever sort", () => {
  const old = { ...controllerReference, apiVersion: "example.com/v1alpha1" };
  const object = secret({ ownerReferences: [other, old] });
  expect(referencesOf(removeOwnerReference({ owner, object }))).toEqual([other]);
  const without = secret({ ownerReferences: [other] });
  expect(removeOwnerReference({ owner, object: without })).toBe(without);
});

it("knows owners and controllers", () => {
  const owned = secret({ ownerReferences: [other, reference] });
  const controlled = secret({ ownerReferences: [other, controllerReference] });
  expect(hasOwnerReference({ owner, object: owned })).toBe(true);
  expect(hasOwnerReference({ owner, object: secret() })).toBe(false);
  expect(hasControllerReference(owned)).toBe(false);
  expect(hasControllerReference(controlled)).toBe(true);
  expect(getControllerOf(controlled)).toEqual(controllerReference);
  expect(isControlledBy({ owner, object: controlled })).toBe(true);
  expect(isControlledBy({ owner, object: owned })).toBe(false);
  expect(isControlledBy({ owner: database({ uid: "uid-anew" }), object: controlled })).toBe(false);
});
