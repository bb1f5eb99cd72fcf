import { describe, expect, it } from "vitest";
import type { DeepReadonly, ObjectMeta, TypeMeta } from "../../src/meta/index.js";
import { MissingKindError, Scheme } from "../../src/scheme/index.js";

interface Database extends TypeMeta {
  metadata: ObjectMeta;
  size?: number;
}

const groupVersion = { group: "example.com", version: "v1" };
const kind = { ...groupVersion, kind: "Database" };

function database(): Database {
  return { apiVersion: "example.com/v1", kind: "Database", metadata: { name: "orders" } };
}

function setDefaults(object: Database): void {
  object.size ??= 1;
}

describe("Scheme.default", () => {
  it("fills in the defaults of an object in place, by the function of its kind", () => {
    const scheme = new Scheme();
    scheme.addTypeDefaultingFunc(kind, setDefaults);
    const object = database();
    scheme.default(object);
    expect(object).toEqual({ ...database(), size: 1 });
  });

  it("leaves an object as it is whose kind has no function, in its version or at all", () => {
    const scheme = new Scheme();
    scheme.addKnownTypes(groupVersion, {
      Database: (input: DeepReadonly<Database>) => structuredClone(input) as Database,
    });
    scheme.addTypeDefaultingFunc({ ...kind, version: "v2" }, setDefaults);
    scheme.addTypeDefaultingFunc({ ...kind, kind: "Cluster" }, setDefaults);
    scheme.addTypeDefaultingFunc({ ...kind, group: "" }, setDefaults);
    const object = database();
    scheme.default(object);
    expect(object).toEqual(database());
  });

  it("finds kinds of the core group", () => {
    const scheme = new Scheme();
    scheme.addTypeDefaultingFunc({ group: "", version: "v1", kind: "Database" }, setDefaults);
    const object = { ...database(), apiVersion: "v1" };
    scheme.default(object);
    expect(object.size).toBe(1);
  });

  it("takes the function that was added last, as AddTypeDefaultingFunc does", () => {
    const scheme = new Scheme();
    scheme.addTypeDefaultingFunc(kind, setDefaults);
    scheme.addTypeDefaultingFunc(kind, (object: Database) => {
      object.size = 2;
    });
    const object = database();
    scheme.default(object);
    expect(object.size).toBe(2);
  });

  it("does not make the kind one that the scheme can copy", () => {
    const scheme = new Scheme();
    scheme.addTypeDefaultingFunc(kind, setDefaults);
    expect(scheme.recognizes(kind)).toBe(false);
    expect(scheme.isVersionRegistered(groupVersion)).toBe(false);
  });

  it("refuses an object that does not say what it is", () => {
    const scheme = new Scheme();
    const { apiVersion: _, ...withoutVersion } = database();
    expect(() => scheme.default(withoutVersion)).toThrow(new MissingKindError("apiVersion"));
    expect(() => scheme.default({ ...database(), kind: "" })).toThrow(new MissingKindError("kind"));
  });

  it("refuses a function for no kind and for no version", () => {
    const scheme = new Scheme();
    const message = "a version and a kind are required to add a function for defaults";
    expect(() => scheme.addTypeDefaultingFunc({ ...kind, kind: "" }, setDefaults)).toThrow(message);
    expect(() => scheme.addTypeDefaultingFunc({ ...kind, version: "" }, setDefaults)).toThrow(
      message,
    );
  });
});
