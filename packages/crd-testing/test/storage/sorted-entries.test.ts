import { describe, expect, it } from "vitest";
import { seededRandom } from "../../src/apiserver/faults/random.js";
import type { StorageEntry } from "../../src/apiserver/storage/index.js";
import { SortedEntries } from "../../src/apiserver/storage/sorted-entries.js";

function entry(name: string, revision: number): StorageEntry {
  const value = new Uint8Array();
  return { namespace: "", name, revision, value, labels: undefined, fields: {}, epoch: 0 };
}

describe("SortedEntries", () => {
  it.each([1, 2, 3])("agrees with a sorted map, seed %i", (seed) => {
    const random = seededRandom(seed);
    const entries = new SortedEntries<StorageEntry>();
    const model = new Map<string, StorageEntry>();
    const pick = (): string => `k${Math.floor(random() * 3_000)}`;
    for (let step = 0; step < 12_000; step++) {
      const key = pick();
      // Grows first, then shrinks.
      if (random() < (step < 8_000 ? 0.2 : 0.8)) {
        entries.delete(key);
        model.delete(key);
      } else {
        const value = entry(key, step);
        entries.set(key, value);
        model.set(key, value);
      }
      if (step % 400 !== 0) continue;
      const sorted = [...model].sort(([a], [b]) => (a < b ? -1 : 1));
      const [from = "", to] = [pick(), pick()].sort();
      const expected = sorted.filter(([k]) => k >= from && (to === undefined || k < to));
      expect([...entries.range({ from, to })]).toEqual(expected);
      expect(entries.count({ from, to })).toBe(expected.length);
      expect([...entries.range({ from: "", to: undefined })]).toEqual(sorted);
      expect(entries.count({ from: "", to: undefined })).toBe(entries.size);
      expect(entries.get(key)).toBe(model.get(key));
    }
  });

  it("counts an empty range when its ends are in the wrong order", () => {
    const entries = new SortedEntries<StorageEntry>();
    for (const key of ["a", "b", "c"]) entries.set(key, entry(key, 1));
    expect(entries.count({ from: "c", to: "a" })).toBe(0);
    expect([...entries.range({ from: "c", to: "a" })]).toEqual([]);
  });
});
