import { type FieldPath, FieldSet, FieldsV1Error } from "crd-runtime/managedfields";
import { describe, expect, it } from "vitest";
import { mulberry32 } from "../random.js";

const names = ["f:a", "f:b", 'k:{"n":1}', "v:2", "i:0"];

function randomPaths(random: () => number): readonly FieldPath[] {
  const element = (): string => names[Math.floor(random() * names.length)] ?? "f:a";
  return Array.from({ length: Math.floor(random() * 8) }, () =>
    Array.from({ length: 1 + Math.floor(random() * 3) }, element),
  );
}

/** What a set is, as texts: the oracle of the algebra. */
function texts(paths: Iterable<FieldPath>): ReadonlySet<string> {
  return new Set([...paths].map((path) => path.join(" ")));
}

function isBelow(path: string, others: ReadonlySet<string>): boolean {
  return [...others].some((other) => path === other || path.startsWith(`${other} `));
}

const where = (set: ReadonlySet<string>, keep: (path: string) => boolean): ReadonlySet<string> =>
  new Set([...set].filter(keep));

describe("FieldSet", () => {
  it.each(Array.from({ length: 200 }, (_, seed) => seed))("is a set of paths (seed %i)", (seed) => {
    const random = mulberry32(seed);
    const [left, right] = [randomPaths(random), randomPaths(random)];
    const [a, b] = [FieldSet.of(...left), FieldSet.of(...right)];
    const [as, bs] = [texts(left), texts(right)];
    const before = [JSON.stringify(a), JSON.stringify(b)];

    expect(texts(a.paths())).toEqual(as);
    expect(left.every((path) => a.has(path))).toBe(true);
    expect(right.map((path) => a.has(path))).toEqual(right.map((path) => as.has(path.join(" "))));
    expect(a.isEmpty()).toBe(as.size === 0);
    expect(texts(a.union(b).paths())).toEqual(new Set([...as, ...bs]));
    expect(texts(a.intersection(b).paths())).toEqual(where(as, (path) => bs.has(path)));
    expect(texts(a.difference(b).paths())).toEqual(where(as, (path) => !bs.has(path)));
    expect(texts(a.recursiveDifference(b).paths())).toEqual(
      where(as, (path) => !isBelow(path, bs)),
    );
    expect(texts(a.leaves().paths())).toEqual(
      where(as, (path) => ![...as].some((other) => other.startsWith(`${path} `))),
    );
    expect(texts(a.below("f:a").paths())).toEqual(
      new Set([...as].filter((path) => path.startsWith("f:a ")).map((path) => path.slice(4))),
    );
    expect(a.equals(FieldSet.of(...left.toReversed()))).toBe(true);
    expect(a.equals(b)).toBe(JSON.stringify([...as].sort()) === JSON.stringify([...bs].sort()));
    const json: unknown = JSON.parse(JSON.stringify(a));
    expect(FieldSet.fromJSON(json).equals(a)).toBe(true);
    expect(JSON.stringify(FieldSet.fromJSON(json))).toBe(JSON.stringify(a));
    expect([JSON.stringify(a), JSON.stringify(b)]).toEqual(before);
  });

  it("says so when nothing is taken away", () => {
    const set = FieldSet.of(["f:a"], ["f:a", "f:b"], ["f:c", "f:d"]);
    expect(set.difference(FieldSet.of(["f:x"], ["f:c", "f:x"], ["f:a", "f:x"]))).toEqual(set);
    expect(set.difference(FieldSet.of(["f:c", "f:x"])).node).toBe(set.node);
  });

  const canonical: readonly (readonly [object, object])[] = [
    [
      { "f:b": {}, "f:a": null },
      { "f:a": {}, "f:b": {} },
    ],
    [{ "f:a": { ".": {} } }, { "f:a": {} }],
    [{ "f:a": { "f:b": {}, ".": {} } }, { "f:a": { ".": {}, "f:b": {} } }],
    [{ 'k:{"b":1,"a":2.0}': {} }, { 'k:{"a":2,"b":1}': {} }],
    [{ 'v: "<"': {} }, { 'v:"\\u003c"': {} }],
    [{ "f:a": { "x:unknown": {} }, "z:": {} }, { "f:a": {} }],
    [{ ".": {} }, {}],
    [{ "i:01": {} }, { "i:1": {} }],
  ];

  it.each(canonical)("reads %j", (json, expected) => {
    expect(JSON.stringify(FieldSet.fromJSON(json))).toBe(JSON.stringify(expected));
  });

  it.each([
    { f: {} },
    { "": {} },
    { fspec: {} },
    { "v:{": {} },
    { "v:1 2": {} },
    { "k:1": {} },
    { "k:[]": {} },
    { "i:x": {} },
    { "f:a": "text" },
    { "f:a": [] },
    { "f:a": { "v:": {} } },
    [],
    "text",
  ])("refuses %j", (json) => {
    expect(() => FieldSet.fromJSON(json)).toThrow(FieldsV1Error);
  });

  it("has nothing from prototypes", () => {
    const set = FieldSet.fromJSON(JSON.parse('{"f:__proto__":{"f:constructor":{}}}'));
    expect(set.has(["f:__proto__", "f:constructor"])).toBe(true);
    expect(set.has(["constructor"])).toBe(false);
    expect(set.has(["toString"])).toBe(false);
  });

  it("gives paths level by level, in the server's order", () => {
    const set = FieldSet.of(["f:b"], ["f:a", "f:z"], ["f:a", "v:10"], ["f:a", "v:9"], ["f:a"]);
    expect([...set.paths()].map((path) => path.join(" "))).toEqual([
      "f:a",
      "f:b",
      "f:a f:z",
      "f:a v:9",
      "f:a v:10",
    ]);
  });
});
