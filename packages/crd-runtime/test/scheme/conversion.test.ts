import { describe, expect, it } from "vitest";
import type { DeepReadonly, ObjectMeta, TypeMeta } from "../../src/meta/index.js";
import { MissingKindError, NotConvertibleError, Scheme } from "../../src/scheme/index.js";

interface Database extends TypeMeta {
  metadata: ObjectMeta;
  path: string[];
}

const group = "example.com";
const of = (version: string) => ({ group, version, kind: "Database" });

function database(version: string, path: string[] = []): Database {
  return {
    apiVersion: `${group}/${version}`,
    kind: "Database",
    metadata: { name: "orders" },
    path,
  };
}

/** A scheme with conversions that note where they led. */
function schemeWith(...steps: readonly (readonly [from: string, to: string])[]): Scheme {
  const scheme = new Scheme();
  for (const [from, to] of steps) {
    scheme.addConversionFunc(of(from), of(to), (input: DeepReadonly<Database>) =>
      database(to, [...input.path, `${from}>${to}`]),
    );
  }
  return scheme;
}

describe("Scheme.convertToVersion", () => {
  it("converts by the function for the two versions", () => {
    const scheme = schemeWith(["v1beta1", "v1"], ["v1", "v1beta1"]);
    const object = database("v1beta1");
    expect(scheme.convertToVersion(object, { group, version: "v1" })).toEqual(
      database("v1", ["v1beta1>v1"]),
    );
    expect(object).toEqual(database("v1beta1"));
  });

  it("goes over the hub from one spoke to another", () => {
    const scheme = schemeWith(
      ["v1alpha1", "v1"],
      ["v1", "v1alpha1"],
      ["v1beta1", "v1"],
      ["v1", "v1beta1"],
    );
    const converted = scheme.convertToVersion<Database>(database("v1alpha1"), {
      group,
      version: "v1beta1",
    });
    expect(converted).toEqual(database("v1beta1", ["v1alpha1>v1", "v1>v1beta1"]));
  });

  it("takes the direct way where there is one, and the function that was given last", () => {
    const scheme = schemeWith(["v1", "v2"], ["v2", "v3"], ["v1", "v3"]);
    scheme.addConversionFunc(of("v1"), of("v3"), () => database("v3", ["last"]));
    expect(scheme.convertToVersion(database("v1"), { group, version: "v3" })).toEqual(
      database("v3", ["last"]),
    );
  });

  it("copies an object of the version itself", () => {
    const scheme = new Scheme();
    scheme.addKnownTypes(
      { group, version: "v1" },
      { Database: (input: DeepReadonly<Database>) => structuredClone(input) as Database },
    );
    const object = database("v1", ["a"]);
    const copy = scheme.convertToVersion<Database>(object, { group, version: "v1" });
    expect(copy).toEqual(object);
    expect(copy.path).not.toBe(object.path);
  });

  it("names what is missing", () => {
    const target = { group, version: "v3" };
    expect(() => new Scheme().convertToVersion(database("v1"), target)).toThrow(
      'kind "Database" of version "example.com/v1" cannot be converted to "example.com/v3": call registerConversions of a zz_generated.conversion',
    );
    const scheme = schemeWith(["v1", "v2"]);
    expect(() => scheme.convertToVersion(database("v1"), target)).toThrow(NotConvertibleError);
    expect(() => scheme.convertToVersion(database("v1"), target)).toThrow(
      'cannot be converted to "example.com/v3": it is converted to example.com/v2',
    );
    expect(() => scheme.convertToVersion({ kind: "Database" }, target)).toThrow(MissingKindError);
  });

  it("takes no conversion without version and kind", () => {
    const scheme = new Scheme();
    const convert = (): Database => database("v1");
    expect(() => scheme.addConversionFunc(of(""), of("v1"), convert)).toThrow(TypeError);
    expect(() => scheme.addConversionFunc(of("v1"), { ...of("v2"), kind: "" }, convert)).toThrow(
      "a version and a kind are required to add a conversion",
    );
  });
});
