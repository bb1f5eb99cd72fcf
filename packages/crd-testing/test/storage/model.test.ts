import { describe, expect, it } from "vitest";
import { seededRandom } from "../../src/apiserver/faults/random.js";
import { namespaceRange, Storage, type StorageEntry } from "../../src/apiserver/storage/index.js";
import { FakeClock } from "../../src/clock/fake-clock.js";
import { put, remove } from "./objects.js";

const storageKey = "widgets.example.com";

/** What a storage was at each revision, kept whole. */
class Model {
  readonly states = new Map<number, ReadonlyMap<string, StorageEntry>>();
  #current: ReadonlyMap<string, StorageEntry> = new Map();

  record(revision: number, change?: (state: Map<string, StorageEntry>) => void): void {
    const next = new Map(this.#current);
    change?.(next);
    this.#current = next;
    this.states.set(revision, next);
  }

  at(revision: number): readonly StorageEntry[] {
    const state = this.states.get(revision) ?? new Map<string, StorageEntry>();
    return [...state].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
  }
}

describe("Storage against a model", () => {
  it.each([11, 12, 13, 14])("any watch replays any retained past, seed %i", async (seed) => {
    const random = seededRandom(seed);
    const clock = new FakeClock();
    const history = { minEvents: 20, maxEvents: 150, maxAgeMs: 60_000 };
    const storage = new Storage({ clock, history });
    const model = new Model();
    model.record(1);
    storage.open(storageKey);
    const pick = (count: number): number => Math.floor(random() * count);

    for (let step = 0; step < 1_500; step++) {
      const namespace = `n${pick(3)}`;
      const name = `o${pick(25)}`;
      const key = `${namespace}/${name}`;
      const present = storage.get({ storageKey, namespace, name }) !== undefined;
      const dice = random();
      if (dice < 0.05) {
        put(storage, { name, storageKey: "others.example.com" });
        model.record(storage.revision);
      } else if (dice < 0.35 && present) {
        const revision = remove(storage, { namespace, name });
        model.record(revision, (state) => state.delete(key));
      } else {
        const entry = put(storage, { namespace, name, data: String(step) });
        model.record(entry.revision, (state) => state.set(key, entry));
      }
      if (random() < 0.05) await clock.advance(pick(10_000));
      if (random() < 0.01) storage.compact(storage.revision - pick(40));
      if (step % 25 === 0) check({ storage, model, pick });
    }
  });
});

function check(input: {
  readonly storage: Storage;
  readonly model: Model;
  readonly pick: (count: number) => number;
}): void {
  const { storage, model, pick } = input;
  const { revision } = storage;
  expect(storage.list({ storageKey })).toEqual(model.at(revision));
  const floor = storage.floor(storageKey);
  for (const from of [floor, revision, floor + pick(revision - floor + 1)]) {
    const namespace = `n${pick(3)}`;
    const range = namespaceRange(namespace);
    const inside = model.at(from).filter((entry) => entry.namespace === namespace);
    if (from >= storage.compactedRevision) {
      const snapshot = storage.snapshot({ storageKey, revision: from });
      expect([...(snapshot?.entries(namespaceRange("")) ?? [])]).toEqual(model.at(from));
      expect([...(snapshot?.entries(range) ?? [])]).toEqual(inside);
      expect(snapshot?.count(range)).toBe(inside.length);
    }
    const state = new Map(inside.map((entry) => [entry.name, entry]));
    const watch = storage.watch({ storageKey, namespace, from });
    let last = from;
    while (!watch.idle) {
      for (const { entry, previous, revision: at } of watch.take(1 + pick(9))) {
        expect(at).toBeGreaterThan(last);
        last = at;
        const name = (entry ?? previous)?.name ?? "";
        expect(previous).toBe(state.get(name));
        if (entry === undefined) state.delete(name);
        else state.set(name, entry);
      }
    }
    watch.close();
    const names = [...state.keys()].sort();
    const now = model.at(revision).filter((entry) => entry.namespace === namespace);
    expect(names.map((name) => state.get(name))).toEqual(now);
  }
}
