import { describe, expect, it } from "vitest";
import type { DeepReadonly, ObjectMeta, TypeMeta } from "../../src/meta/index.js";
import {
  ConflictingKindError,
  MissingKindError,
  NotRegisteredError,
  Scheme,
} from "../../src/scheme/index.js";

interface Database extends TypeMeta {
  metadata: ObjectMeta;
  spec: { tags: string[] };
}

function deepCopyDatabase(input: DeepReadonly<Database>): Database {
  return structuredClone(input) as Database;
}

const groupVersion = { group: "example.com", version: "v1" };
const database: Database = {
  apiVersion: "example.com/v1",
  kind: "Database",
  metadata: { name: "orders" },
  spec: { tags: ["a"] },
};

function schemeWithDatabase(): Scheme {
  const scheme = new Scheme();
  scheme.addKnownTypes(groupVersion, { Database: deepCopyDatabase });
  return scheme;
}

describe("Scheme", () => {
  // client-go: TestKnownTypes, TestScheme
  it("knows what was added, and nothing else", () => {
    const scheme = schemeWithDatabase();
    expect(scheme.recognizes({ ...groupVersion, kind: "Database" })).toBe(true);
    expect(scheme.recognizes({ ...groupVersion, kind: "Cluster" })).toBe(false);
    expect(scheme.recognizes({ ...groupVersion, version: "v2", kind: "Database" })).toBe(false);
    expect([...scheme.knownTypes(groupVersion)]).toEqual([["Database", deepCopyDatabase]]);
    expect(scheme.knownTypes({ group: "other", version: "v1" }).size).toBe(0);
    expect(scheme.allKnownTypes()).toEqual([{ ...groupVersion, kind: "Database" }]);
    expect(scheme.isVersionRegistered(groupVersion)).toBe(true);
    expect(scheme.isVersionRegistered({ group: "", version: "v1" })).toBe(false);
  });

  it("keeps its kinds when the answer of knownTypes is changed", () => {
    const scheme = schemeWithDatabase();
    (scheme.knownTypes(groupVersion) as Map<string, unknown>).clear();
    expect(scheme.recognizes({ ...groupVersion, kind: "Database" })).toBe(true);
  });

  // client-go: TestAddKnownTypesIdemPotent
  it("takes the same kind twice", () => {
    const scheme = schemeWithDatabase();
    scheme.addKnownTypes(groupVersion, { Database: deepCopyDatabase });
    expect(scheme.allKnownTypes()).toHaveLength(1);
  });

  // client-go: TestConflictingAddKnownTypes
  it("refuses another function for a kind, and then adds none of the call", () => {
    const scheme = schemeWithDatabase();
    const other = (input: DeepReadonly<Database>): Database => ({ ...input }) as Database;
    const add = (): void =>
      scheme.addKnownTypes(groupVersion, { Cluster: deepCopyDatabase, Database: other });
    expect(add).toThrow(ConflictingKindError);
    expect(add).toThrow('kind "Database" of version "example.com/v1" is registered already');
    expect(scheme.recognizes({ ...groupVersion, kind: "Cluster" })).toBe(false);
  });

  it("refuses an empty version and an empty kind", () => {
    const scheme = new Scheme();
    expect(() => scheme.addKnownTypes({ group: "a", version: "" }, {})).toThrow(TypeError);
    expect(() => scheme.addKnownTypes(groupVersion, { "": deepCopyDatabase })).toThrow(TypeError);
  });

  // client-go: TestScheme
  it("copies by kind", () => {
    const copy = schemeWithDatabase().deepCopyObject(database);
    expect(copy).toStrictEqual(database);
    expect(copy.spec.tags).not.toBe(database.spec.tags);
  });

  // client-go: TestUnversionedTypes
  it.each(["v1", "meta.k8s.io/v1", "example.com/v1"])("copies a Status of %s", (apiVersion) => {
    const status = { apiVersion, kind: "Status", details: { causes: [{ reason: "r" }] } };
    const copy = new Scheme().deepCopyObject(status);
    expect(copy).toStrictEqual(status);
    expect(copy.details).not.toBe(status.details);
  });

  it("names the kind that is not registered", () => {
    const scheme = new Scheme();
    for (const ask of [scheme.deepCopyObject, scheme.objectKind]) {
      const attempt = (): unknown => ask.call(scheme, database);
      expect(attempt).toThrow(NotRegisteredError);
      expect(attempt).toThrow('no kind "Database" is registered for version "example.com/v1"');
    }
  });

  // client-go: TestBadJSONRejection
  it.each([
    { object: {}, message: "the object has no kind" },
    { object: { kind: "Database" }, message: "the object has no apiVersion" },
    { object: { apiVersion: "v1", kind: "" }, message: "the object has no kind" },
  ])("refuses $object", ({ object, message }) => {
    const attempt = (): unknown =>
      schemeWithDatabase().deepCopyObject<TypeMeta>(object as TypeMeta);
    expect(attempt).toThrow(MissingKindError);
    expect(attempt).toThrow(message);
  });

  it("tells the kind of an object", () => {
    expect(schemeWithDatabase().objectKind(database)).toEqual({
      ...groupVersion,
      kind: "Database",
    });
  });
});
