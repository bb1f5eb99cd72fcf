import { describe, expect, it } from "vitest";
import { forEachItem, forEachValue } from "../../src/meta/index.js";

function visited<T>(run: (visit: (one: T) => void) => void): T[] {
  const found: T[] = [];
  run((one) => found.push(one));
  return found;
}

describe("forEachItem", () => {
  it("visits the elements in order, but for those that are null or undefined", () => {
    const items = ["b", null, "", undefined, "a"];
    expect(visited<string>((visit) => forEachItem(items, visit))).toEqual(["b", "", "a"]);
  });

  it("visits nothing of a list that is null or absent", () => {
    expect(visited((visit) => forEachItem<string>(null, visit))).toEqual([]);
    expect(visited((visit) => forEachItem<string>(undefined, visit))).toEqual([]);
  });

  it("hands over the element alone", () => {
    const counts: number[] = [];
    forEachItem(["a"], (...given: unknown[]) => counts.push(given.length));
    forEachValue({ a: "a" }, (...given: unknown[]) => counts.push(given.length));
    expect(counts).toEqual([1, 1]);
  });
});

describe("forEachValue", () => {
  it("visits the map's own values in order, but for those that are null or undefined", () => {
    const map: Record<string, string | null> = Object.create({ inherited: "no" });
    Object.assign(map, { b: "1", none: null, a: "2" });
    expect(visited<string>((visit) => forEachValue(map, visit))).toEqual(["1", "2"]);
  });

  it("visits nothing of a map that is null or absent", () => {
    expect(visited((visit) => forEachValue<string>(null, visit))).toEqual([]);
    expect(visited((visit) => forEachValue<string>(undefined, visit))).toEqual([]);
  });
});
