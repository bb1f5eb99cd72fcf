import {
  compareTyped,
  extractItems,
  FieldSet,
  fieldPath,
  mergeTyped,
  parseableType,
  reconcileFieldSet,
  removeItems,
  TypedError,
  toFieldSet,
  validateTyped,
  valuesEqual,
} from "crd-runtime/managedfields";
import { structuralOf } from "crd-runtime/schema";
import { describe, expect, it } from "vitest";
import { schema } from "./definition.js";
import { mulberry32 } from "./mulberry32.js";
import { type Draft, randomMetadata, randomSpec, randomStatus } from "./random-sample.js";

const type = parseableType(structuralOf(schema));
const deduced = parseableType(undefined);

function randomObject(random: () => number): Draft {
  return {
    apiVersion: "example.com/v1",
    kind: "Sample",
    metadata: { name: "a", ...randomMetadata(random) },
    spec: randomSpec(random, 0.5),
    status: randomStatus(random),
  };
}

describe("typed values", () => {
  it.each(Array.from({ length: 200 }, (_, seed) => seed))("keep their laws (seed %i)", (seed) => {
    const random = mulberry32(seed);
    const [a, b] = [randomObject(random), randomObject(random)];
    const before = JSON.stringify([a, b]);
    for (const value of [a, b]) validateTyped({ value, type, duplicates: "refused" });

    const same = compareTyped({ from: a, to: structuredClone(a), type });
    expect([same.added, same.modified, same.removed].every((set) => set.isEmpty())).toBe(true);
    const there = compareTyped({ from: a, to: b, type });
    const back = compareTyped({ from: b, to: a, type });
    expect(there.added.equals(back.removed)).toBe(true);
    expect(there.removed.equals(back.added)).toBe(true);
    expect(there.modified.equals(back.modified)).toBe(true);
    expect(there.added.intersection(there.modified).isEmpty()).toBe(true);

    expect(mergeTyped({ live: a, applied: undefined, type })).toEqual(a);
    expect(mergeTyped({ live: undefined, applied: b, type })).toEqual(b);
    const merged = mergeTyped({ live: a, applied: b, type });
    validateTyped({ value: merged, type, duplicates: "refused" });
    expect(mergeTyped({ live: merged, applied: b, type })).toEqual(merged);
    const after = compareTyped({ from: a, to: merged, type });
    expect(after.added.equals(there.added)).toBe(true);
    const owned = toFieldSet({ value: b, type });

    const extracted = extractItems({ value: merged, type, fields: owned.leaves() });
    expect(toFieldSet({ value: extracted, type }).equals(owned)).toBe(true);
    const rest = removeItems({ value: merged, type, fields: owned });
    expect(toFieldSet({ value: rest, type }).intersection(owned.leaves()).isEmpty()).toBe(true);
    expect(JSON.stringify([a, b])).toBe(before);
  });
});

const lists: readonly (readonly [live: string, applied: string, merged: string])[] = [
  ["abc", "", "abc"],
  ["", "abc", "abc"],
  // What structured-merge-diff itself makes of them.
  ["abc", "cba", "cba"],
  ["abcd", "ca", "bcda"],
  ["abc", "dbe", "adbce"],
  ["abcde", "ec", "abdec"],
  ["xaybz", "ba", "xybza"],
  ["abc", "xyc", "abxyc"],
  ["abc", "axbyc", "axbyc"],
  ["abcdef", "fxbyd", "acefxbyd"],
];

describe("lists of which each item counts", () => {
  it.each(lists)("%s merged with %s is %s", (live, applied, merged) => {
    const object = (set: string): object => ({ spec: { set: [...set] } });
    expect(mergeTyped({ live: object(live), applied: object(applied), type })).toEqual(
      object(merged),
    );
  });

  it("finds items by keys, defaults included, and extracts the keys with the rest when told to", () => {
    const live = {
      spec: {
        ports: [
          { port: 80, protocol: "TCP", name: "a" },
          { port: 80, protocol: "UDP" },
        ],
      },
    };
    const applied = { spec: { ports: [{ port: 80, name: "b" }] } };
    const merged = mergeTyped({ live, applied, type });
    expect(merged).toEqual({
      spec: {
        ports: [
          { port: 80, protocol: "TCP", name: "b" },
          { port: 80, protocol: "UDP" },
        ],
      },
    });
    const fields = FieldSet.of(["f:spec", "f:ports", 'k:{"port":80,"protocol":"TCP"}', "f:name"]);
    expect(extractItems({ value: merged, type, fields })).toEqual({
      spec: { ports: [{ name: "b" }] },
    });
    expect(extractItems({ value: merged, type, fields, keyFields: "always" })).toEqual({
      spec: { ports: [{ port: 80, protocol: "TCP", name: "b" }] },
    });
  });
});

const errors: readonly (readonly [object, string])[] = [
  [{ spec: { replicas: "1" } }, ".spec.replicas: expected numeric (int or float), got string"],
  [{ spec: { image: 1 } }, ".spec.image: expected string, got &value.valueUnstructured{Value:1}"],
  [
    { spec: { image: { a: ["b", null, 1.5, true] } } },
    '.spec.image: expected string, got &value.valueUnstructured{Value:map[string]interface {}{"a":[]interface {}{"b", interface {}(nil), 1.5, true}}}',
  ],
  [{ spec: { paused: "x" } }, ".spec.paused: expected boolean, got &{x}"],
  [{ spec: { settings: ["x", 1] } }, ".spec.settings: expected map, got &{[x 1]}"],
  [{ spec: { set: { b: 1, a: null } } }, ".spec.set: expected list, got &{map[a:<nil> b:1]}"],
  [{ spec: { foo: 1 } }, ".spec.foo: field not declared in schema"],
  [{ foo: 1 }, ".foo: field not declared in schema"],
  [{ metadata: { foo: 1 } }, ".metadata.foo: field not declared in schema"],
  [
    { spec: { embedded: { metadata: { foo: 1 } } } },
    ".spec.embedded.metadata.foo: field not declared in schema",
  ],
  [
    { spec: { set: ["a", "a"], ports: [{ port: 1e6 }, { port: 1e6, protocol: "TCP" }] } },
    'errors:\n  .spec.set: duplicate entries for key [="a"]\n  .spec.ports: duplicate entries for key [port=1000000,protocol="TCP"]',
  ],
  [
    { spec: { parts: [{ name: "a", value: "x" }] } },
    '.spec.parts[name="a"].value: expected numeric (int or float), got string',
  ],
  [
    { spec: { parts: [{ value: 1 }] } },
    '.spec.parts: element 0: associative list with keys has an element that omits all key fields ["name"] (and doesn\'t have default values for any key fields)',
  ],
  [
    { spec: { parts: [null] } },
    ".spec.parts: element 0: associative list with keys may not have a null element",
  ],
  [
    { spec: { parts: ["x"] } },
    ".spec.parts: element 0: associative list with keys may not have non-map elements",
  ],
  [
    { spec: { set: [null] } },
    ".spec.set: element 0: associative list without keys has an element that's an explicit null",
  ],
  [
    { spec: { set: [["x"]] } },
    ".spec.set: element 0: not supported: associative list with lists as elements",
  ],
  [
    { spec: { set: [{}] } },
    ".spec.set: element 0: associative list without keys has an element that's a map type",
  ],
  [
    { spec: { words: [1] } },
    ".spec.words[0]: expected string, got &value.valueUnstructured{Value:1}",
  ],
];

describe("validateTyped", () => {
  it.each(errors)("refuses %j", (value, message) => {
    expect(() => validateTyped({ value, type, duplicates: "refused" })).toThrow(
      expect.objectContaining({ name: "TypedError", message }),
    );
  });

  it("lets duplicates pass where they may be, and anything without a schema", () => {
    const value = { spec: { set: ["a", "a"] } };
    expect(() => validateTyped({ value, type, duplicates: "allowed" })).not.toThrow();
    expect(() => validateTyped({ value, type, duplicates: "refused" })).toThrow(TypedError);
    const any = { foo: [{}, [1]], metadata: { x: 1 } };
    expect(() => validateTyped({ value: any, type: deduced, duplicates: "refused" })).not.toThrow();
  });
});

describe("without a schema", () => {
  it("members of objects are fields and lists are values", () => {
    const value = { metadata: { finalizers: ["a"] }, spec: { a: { b: 1 }, c: [{ d: 1 }], e: {} } };
    expect(toFieldSet({ value, type: deduced }).toJSON()).toEqual({
      "f:metadata": { ".": {}, "f:finalizers": {} },
      "f:spec": { ".": {}, "f:a": { ".": {}, "f:b": {} }, "f:c": {}, "f:e": {} },
    });
  });
});

describe("user data with names of prototypes", () => {
  it("is merged, compared and taken apart like any other", () => {
    const live = JSON.parse('{"spec":{"settings":{"__proto__":"x","constructor":"y"}}}') as object;
    const applied = JSON.parse('{"spec":{"settings":{"__proto__":"z","toString":"t"}}}') as object;
    const merged = mergeTyped({ live, applied, type });
    const text = '{"spec":{"settings":{"__proto__":"z","constructor":"y","toString":"t"}}}';
    expect(JSON.stringify(merged)).toBe(text);
    const { added, modified } = compareTyped({ from: live, to: merged, type });
    expect([...added.paths()]).toEqual([fieldPath("spec", "settings", "toString")]);
    expect([...modified.paths()]).toEqual([fieldPath("spec", "settings", "__proto__")]);
    const left = removeItems({
      value: merged,
      type,
      fields: FieldSet.of(fieldPath("spec", "settings", "constructor")),
    });
    expect(JSON.stringify(left)).toBe('{"spec":{"settings":{"__proto__":"z","toString":"t"}}}');
    expect(valuesEqual(JSON.parse('{"__proto__":1}'), {})).toBe(false);
  });
});

describe("reconcileFieldSet", () => {
  it("gives the whole of what has become atomic to owners of its parts", () => {
    const granular = FieldSet.fromJSON({
      "f:spec": {
        "f:frozen": { "f:a": {} },
        "f:sealed": { ".": {}, "f:a": {} },
        "f:words": { 'v:"a"': {} },
        "f:settings": { "f:a": {} },
        "f:groups": { "f:g": { "f:b": { "f:x": {} } } },
      },
    });
    expect(reconcileFieldSet({ fields: granular, type }).toJSON()).toEqual({
      "f:spec": {
        "f:frozen": {},
        "f:sealed": {},
        "f:words": {},
        "f:settings": { "f:a": {} },
        "f:groups": { "f:g": { "f:b": { "f:x": {} } } },
      },
    });
    const fine = FieldSet.fromJSON({ "f:spec": { "f:frozen": {}, "f:set": { 'v:"a"': {} } } });
    expect(reconcileFieldSet({ fields: fine, type })).toBe(fine);
  });
});
