import { describe, expect, it } from "vitest";
import { namespaceRange, type Snapshot, Storage } from "../../src/apiserver/storage/index.js";
import { FakeClock } from "../../src/clock/fake-clock.js";
import { brief, objectOf, put, remove } from "./objects.js";

const storageKey = "widgets.example.com";
const everything = namespaceRange("");

function at(storage: Storage, revision: number): readonly string[] | undefined {
  const snapshot: Snapshot | undefined = storage.snapshot({ storageKey, revision });
  return snapshot && brief(snapshot.entries(everything));
}

describe("Storage", () => {
  it("counts revisions over all resources", () => {
    const storage = new Storage();
    expect(storage.revision).toBe(1);
    expect(put(storage, { name: "a" }).revision).toBe(2);
    expect(put(storage, { name: "a", storageKey: "others.example.com" }).revision).toBe(3);
    expect(remove(storage, { name: "a" })).toBe(4);
    expect(storage.revision).toBe(4);
    expect([storage.count(storageKey), storage.count("others.example.com")]).toEqual([0, 1]);
  });

  it("hands the revision to what is stored", () => {
    const storage = new Storage({ revision: 41 });
    const entry = put(storage, { name: "a" });
    expect(objectOf(entry)).toMatchObject({ metadata: { resourceVersion: "42" } });
    expect(storage.get({ storageKey, namespace: "default", name: "a" })).toBe(entry);
  });

  describe("writes nothing", () => {
    const encode = () => expect.unreachable("a refused write is not encoded");
    const key = { storageKey, namespace: "default", name: "a" };
    it.each([
      { what: "over an object", write: (storage: Storage) => storage.create({ ...key, encode }) },
      {
        what: "over another revision",
        write: (storage: Storage) => storage.update({ ...key, revision: 1, encode }),
      },
      {
        what: "where nothing is",
        write: (storage: Storage) => storage.update({ ...key, name: "b", revision: 2, encode }),
      },
      {
        what: "in another namespace",
        write: (storage: Storage) =>
          storage.update({ ...key, namespace: "x", revision: 2, encode }),
      },
      {
        what: "to delete another revision",
        write: (storage: Storage) => storage.delete({ ...key, revision: 3 }),
      },
      {
        what: "to delete nothing",
        write: (storage: Storage) => storage.delete({ ...key, name: "b" }),
      },
    ])("$what", ({ write }) => {
      const storage = new Storage();
      put(storage, { name: "a" });
      expect(write(storage)).toBeUndefined();
      expect(storage.revision).toBe(2);
      expect(brief(storage.list({ storageKey }))).toEqual(["a@2"]);
    });

    it("when encoding throws", () => {
      const storage = new Storage();
      const fail = () => {
        throw new Error("no");
      };
      expect(() => storage.create({ ...key, encode: fail })).toThrow("no");
      expect([storage.revision, storage.count(storageKey)]).toEqual([1, 0]);
    });
  });

  it("lists in the order of keys, all or a namespace", () => {
    const storage = new Storage();
    for (const [namespace, name] of [
      ["x-y", "a"],
      ["x", "b"],
      ["x", "a"],
      ["y", "a"],
    ] as const) {
      put(storage, { namespace, name });
    }
    const keys = (namespace?: string): readonly string[] =>
      storage.list({ storageKey, namespace }).map((entry) => `${entry.namespace}/${entry.name}`);
    expect(keys()).toEqual(["x-y/a", "x/a", "x/b", "y/a"]);
    expect(keys("x")).toEqual(["x/a", "x/b"]);
  });

  it("shows a collection as it was", () => {
    const storage = new Storage();
    put(storage, { name: "b" });
    put(storage, { name: "d" });
    put(storage, { name: "b", data: "new" });
    remove(storage, { name: "d" });
    put(storage, { name: "a" });
    put(storage, { name: "d" });
    expect([1, 2, 3, 4, 5, 6, 7].map((revision) => at(storage, revision))).toEqual([
      [],
      ["b@2"],
      ["b@2", "d@3"],
      ["b@4", "d@3"],
      ["b@4"],
      ["a@6", "b@4"],
      ["a@6", "b@4", "d@7"],
    ]);
    expect(() => at(storage, 8)).toThrow("revision 8 is in the future");
    const past = storage.snapshot({ storageKey, revision: 3 });
    expect(past?.count(everything)).toBe(2);
    expect(past?.get({ namespace: "default", name: "d" })?.revision).toBe(3);
    expect(past?.get({ namespace: "default", name: "a" })).toBeUndefined();
  });

  it("is empty where a resource was not known yet", () => {
    const storage = new Storage();
    put(storage, { name: "x", storageKey: "others.example.com" });
    put(storage, { name: "a" });
    expect(at(storage, 1)).toEqual([]);
    expect(storage.floor(storageKey)).toBe(2);
  });

  it("keeps a snapshot through later writes", () => {
    const storage = new Storage();
    for (const name of ["a", "b", "c", "d"]) put(storage, { name });
    for (const round of [1, 2, 3]) {
      expect(at(storage, 5)).toEqual(["a@2", "b@3", "c@4", "d@5"]);
      put(storage, { name: `a${round}` });
      if (round < 3) remove(storage, { name: "bcd".charAt(round) });
    }
    expect(at(storage, 5)).toEqual(["a@2", "b@3", "c@4", "d@5"]);
  });
});

describe("history", () => {
  it("keeps events by number once they are more than the least", () => {
    const storage = new Storage({ history: { minEvents: 2, maxEvents: 5 } });
    for (let count = 0; count < 20; count++) put(storage, { name: "a" });
    expect(storage.floor(storageKey)).toBe(16);
    expect(at(storage, 15)).toBeUndefined();
    expect(at(storage, 16)).toEqual(["a@16"]);
  });

  it("keeps events by the bytes that only they hold", () => {
    const storage = new Storage({ history: { minEvents: 2, maxBytes: 4_000 } });
    const data = "x".repeat(900);
    for (let count = 0; count < 20; count++) put(storage, { name: `created${count}`, data });
    expect(storage.floor(storageKey)).toBe(1);
    for (let count = 0; count < 10; count++) put(storage, { name: "created0", data });
    expect(storage.revision - storage.floor(storageKey)).toBe(3);
    const tiny = new Storage({ history: { minEvents: 6, maxBytes: 0 } });
    for (let count = 0; count < 20; count++) put(tiny, { name: "a" });
    expect(tiny.revision - tiny.floor(storageKey)).toBe(6);
  });

  it("keeps events by age, but the least number of them for ever", async () => {
    const clock = new FakeClock();
    const storage = new Storage({ clock, history: { minEvents: 2, maxAgeMs: 10_000 } });
    for (let second = 0; second < 30; second++) {
      put(storage, { name: "a" });
      await clock.advance(1_000);
    }
    put(storage, { name: "a" });
    expect(storage.floor(storageKey)).toBe(22);
    await clock.advance(1_000_000);
    put(storage, { name: "a" });
    expect(storage.revision - storage.floor(storageKey)).toBe(2);
  });

  it("forgets snapshots by age even where the log has them", async () => {
    const clock = new FakeClock();
    const storage = new Storage({ clock });
    put(storage, { name: "a" });
    await clock.advance(120_000);
    put(storage, { name: "b" });
    put(storage, { name: "c", storageKey: "others.example.com" });
    await clock.advance(299_000);
    expect(at(storage, 2)).toEqual(["a@2"]);
    expect(storage.compactedRevision).toBe(2);
    await clock.advance(1_000);
    expect(storage.compactedRevision).toBe(3);
    expect(at(storage, 2)).toBeUndefined();
    expect(at(storage, 4)).toEqual(["a@2", "b@3"]);
    // Watches read the log, which is short.
    expect(storage.floor(storageKey)).toBe(1);
  });

  it("is compacted at once when asked to", () => {
    const storage = new Storage();
    for (const name of ["a", "b", "c"]) put(storage, { name });
    storage.compact(3);
    expect([storage.compactedRevision, storage.floor(storageKey)]).toEqual([3, 3]);
    expect([at(storage, 2), at(storage, 3)]).toEqual([undefined, ["a@2", "b@3"]]);
    expect(() => storage.watch({ storageKey, from: 2 })).toThrow("revision 2 is forgotten");
    storage.compact(1_000);
    expect(storage.compactedRevision).toBe(4);
  });
});

describe("watch", () => {
  const names = (watch: ReturnType<Storage["watch"]>): readonly string[] =>
    watch.take(1_000).map(({ entry, previous, revision }) => {
      const sign = entry === undefined ? "-" : previous === undefined ? "+" : "~";
      return `${sign}${(entry ?? previous)?.name}@${revision}`;
    });

  it("brings what was written after a revision, in order", () => {
    const storage = new Storage();
    put(storage, { name: "a" });
    put(storage, { name: "b" });
    const watch = storage.watch({ storageKey, from: 2 });
    put(storage, { name: "a" });
    put(storage, { name: "x", storageKey: "others.example.com" });
    remove(storage, { name: "b" });
    expect(watch.idle).toBe(false);
    expect(names(watch)).toEqual(["+b@3", "~a@4", "-b@6"]);
    expect(watch.idle).toBe(true);
    expect(names(watch)).toEqual([]);
  });

  it("brings as many as asked for", () => {
    const storage = new Storage();
    const watch = storage.watch({ storageKey, from: 1 });
    for (const name of ["a", "b", "c"]) put(storage, { name });
    expect(watch.take(2).map(({ revision }) => revision)).toEqual([2, 3]);
    expect(watch.take(2).map(({ revision }) => revision)).toEqual([4]);
  });

  it.each([
    { scope: { namespace: "x" }, expected: ["+a@2", "+b@3"] },
    { scope: { name: "a" }, expected: ["+a@2", "+a@4"] },
    { scope: { namespace: "y", name: "a" }, expected: ["+a@4"] },
    { scope: { namespace: "z" }, expected: [] },
  ])("keeps to $scope", ({ scope, expected }) => {
    const storage = new Storage();
    const watch = storage.watch({ storageKey, from: 1, ...scope });
    let calls = 0;
    watch.onChange(() => calls++);
    put(storage, { namespace: "x", name: "a" });
    put(storage, { namespace: "x", name: "b" });
    put(storage, { namespace: "y", name: "a" });
    expect(calls).toBe(expected.length);
    expect(names(watch)).toEqual(expected);
  });

  it("waits for a revision of the future", () => {
    const storage = new Storage();
    const watch = storage.watch({ storageKey, from: 3 });
    for (const name of ["a", "b", "c"]) put(storage, { name });
    expect(names(watch)).toEqual(["+c@4"]);
  });

  it("ends when it falls behind the log", () => {
    const storage = new Storage({ history: { minEvents: 2, maxEvents: 2 } });
    const watch = storage.watch({ storageKey, from: 1 });
    for (const name of ["a", "b"]) put(storage, { name });
    expect(watch.end).toBeUndefined();
    put(storage, { name: "c" });
    expect(watch.end).toBe("lagging");
    expect(names(watch)).toEqual([]);
  });

  it.each([
    {
      what: "its resource is dropped",
      end: (storage: Storage) => storage.dropCollection(storageKey),
    },
    { what: "watches are closed", end: (storage: Storage) => storage.closeWatches(storageKey) },
    { what: "all watches are closed", end: (storage: Storage) => storage.closeWatches() },
    { what: "a state is restored", end: (storage: Storage) => storage.restore(storage.export()) },
    { what: "the storage is rewound", end: (storage: Storage) => storage.rewind(1) },
  ])("closes when $what, after what was written", ({ end }) => {
    const storage = new Storage();
    const watch = storage.watch({ storageKey, from: 1 });
    let calls = 0;
    watch.onChange(() => calls++);
    put(storage, { name: "a" });
    end(storage);
    expect([calls, watch.end]).toEqual([2, "closed"]);
    expect(names(watch)).toEqual(["+a@2"]);
    put(storage, { name: "b" });
    expect(names(watch)).toEqual([]);
    watch.close();
    expect(calls).toBe(2);
  });

  it("leaves watches of other resources open", () => {
    const storage = new Storage();
    const watch = storage.watch({ storageKey, from: 1 });
    storage.closeWatches("others.example.com");
    storage.dropCollection("others.example.com");
    expect(watch.end).toBeUndefined();
  });
});

describe("state", () => {
  it("comes back in another storage, without history", () => {
    const storage = new Storage();
    put(storage, { name: "a" });
    put(storage, { name: "b", storageKey: "others.example.com" });
    put(storage, { name: "a", data: "new" });
    const state = structuredClone(storage.export());
    const other = new Storage();
    other.restore(state);
    put(storage, { name: "c" });
    expect([other.revision, other.floor(storageKey), other.compactedRevision]).toEqual([4, 4, 4]);
    expect(other.list({ storageKey })).toEqual(storage.list({ storageKey }).slice(0, 1));
    expect(put(other, { name: "z" }).revision).toBe(5);
  });

  it("goes back in time and gives revisions out again", () => {
    const storage = new Storage();
    put(storage, { name: "a" });
    put(storage, { name: "b" });
    put(storage, { name: "a", data: "new" });
    put(storage, { name: "x", storageKey: "late.example.com" });
    storage.rewind(3);
    expect(storage.revision).toBe(3);
    expect(brief(storage.list({ storageKey }))).toEqual(["a@2", "b@3"]);
    expect(storage.count("late.example.com")).toBe(0);
    expect(put(storage, { name: "c" }).revision).toBe(4);
    storage.compact(4);
    expect(() => storage.rewind(3)).toThrow("revision 3 is forgotten");
    expect(() => storage.rewind(9)).toThrow(RangeError);
  });

  it("forgets a resource that is dropped", () => {
    const storage = new Storage();
    put(storage, { name: "a" });
    storage.dropCollection(storageKey);
    expect(storage.count(storageKey)).toBe(0);
    expect(storage.revision).toBe(2);
    expect(storage.floor(storageKey)).toBe(2);
  });

  it("computes fields anew without a write", () => {
    const storage = new Storage();
    put(storage, { name: "a", data: "red" });
    storage.reindex({ storageKey, fieldsOf: (entry) => ({ "spec.name": entry.name }) });
    const [entry] = storage.list({ storageKey });
    expect(entry?.fields).toEqual({ "spec.name": "a" });
    expect(storage.revision).toBe(2);
  });

  it("tells of each new revision", () => {
    const storage = new Storage();
    const seen: number[] = [];
    const forget = storage.onRevision(() => seen.push(storage.revision));
    put(storage, { name: "a" });
    remove(storage, { name: "a" });
    forget();
    put(storage, { name: "a" });
    expect(seen).toEqual([2, 3]);
  });
});
