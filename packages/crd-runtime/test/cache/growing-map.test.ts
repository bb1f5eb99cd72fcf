import { describe, expect, it } from "vitest";
import { GrowingMap } from "../../src/cache/growing-map.js";
import { mulberry32 } from "../random.js";

/** More than the stem holds. */
const many = 20_000;

function filled(): GrowingMap<number> {
  const map = new GrowingMap<number>();
  for (let index = 0; index < many; index++) map.set(`key-${index}`, index);
  return map;
}

describe("a map that grows in small pieces", () => {
  it("holds what a native map holds after the same random writes", () => {
    const random = mulberry32(7);
    const map = filled();
    const native = new Map([...map.entries()]);
    for (let step = 0; step < 4 * many; step++) {
      const key = `key-${Math.floor(random() * 1.5 * many)}`;
      // Below half of the steps delete, so that the stem has room again while keys are in branches.
      if (random() < 0.45) expect(map.delete(key)).toBe(native.delete(key));
      else {
        map.set(key, step);
        native.set(key, step);
      }
    }
    const sorted = (entries: Iterable<[string, number]>) => [...entries].sort();
    expect(map.size).toBe(native.size);
    expect(sorted(map.entries())).toEqual(sorted(native));
    expect(map.listKeys().sort()).toEqual([...native.keys()].sort());
    expect([...map.keys()].sort()).toEqual([...native.keys()].sort());
    expect(map.list()).toEqual([...map.values()]);
    for (let index = 0; index < 1.5 * many; index++) {
      const key = `key-${index}`;
      if (map.get(key) !== native.get(key) || map.has(key) !== native.has(key)) {
        expect.fail(`${key} differs`);
      }
    }
  });

  it("changes a key in its place wherever it is", () => {
    const map = filled();
    map.delete("key-0");
    for (const key of ["key-1", `key-${many - 1}`]) {
      map.set(key, -1);
      expect(map.get(key)).toBe(-1);
    }
    expect(map.size).toBe(many - 1);
    expect(map.list().filter((value) => value === -1)).toHaveLength(2);
  });

  it("shows an iteration what is added and hides what is deleted meanwhile, beyond the stem, too", () => {
    const map = new GrowingMap<number>();
    map.set("first", 0);
    const values = map.values();
    expect(values.next().value).toBe(0);
    for (let index = 1; index < many; index++) map.set(`key-${index}`, index);
    map.delete(`key-${many - 1}`);
    map.delete("key-1");
    const rest = [...values];
    expect(rest).toHaveLength(many - 3);
    expect(new Set(rest).size).toBe(many - 3);
    expect(values.next()).toEqual({ done: true, value: undefined });
  });

  it("spreads keys so that no native map takes more than a share of them", () => {
    const native = Map.prototype.set;
    const sizes = new Map<object, number>();
    Map.prototype.set = function (this: Map<unknown, unknown>, key: unknown, value: unknown) {
      native.call(this, key, value);
      native.call(sizes, this, this.size);
      return this;
    };
    try {
      const map = new GrowingMap<number>();
      for (let index = 0; index < 200_000; index++)
        map.set(`namespace-${index % 10}/name-${index}`, index);
    } finally {
      Map.prototype.set = native;
    }
    expect(Math.max(...sizes.values())).toBe(1 << 14);
    expect(sizes.size).toBe(65);
  });
});
