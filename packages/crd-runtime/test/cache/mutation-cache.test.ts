import { describe, expect, it } from "vitest";
import {
  DeletedFinalStateUnknown,
  IndexError,
  MutationCache,
  type MutationCacheOptions,
  metaNamespaceIndex,
  namespaceIndex,
  Store,
} from "../../src/cache/index.js";
import { FakeClock } from "../fake-clock.js";
import { type Thing, thing } from "./objects.js";

const key = "default/a";

function cacheOf(options: Partial<MutationCacheOptions<Thing>> = {}) {
  const clock = new FakeClock();
  const store = new Store<Thing>({
    indexers: {
      [namespaceIndex]: metaNamespaceIndex,
      value: (object) => [String(object.spec?.value)],
    },
  });
  const cache = new MutationCache<Thing>({ indexer: store, clock, ...options });
  const version = (): string | undefined => cache.getByKey(key)?.metadata.resourceVersion;
  return { clock, store, cache, version };
}

const at = (resourceVersion: string, uid = "one", value = 0): Thing =>
  thing({ name: "a", uid, resourceVersion, value });

describe("a mutation cache", () => {
  // client-go trap: own writes unseen
  it("returns whichever is newer of what was written and what the informer has seen", () => {
    const { cache, store, version } = cacheOf();
    store.add(at("9"));
    cache.mutation(at("10"));
    expect(version()).toBe("10");
    store.add(at("11"));
    expect(version()).toBe("11");
  });

  it("takes what the informer has seen when versions cannot be compared", () => {
    const { cache, store, version } = cacheOf();
    store.add(at("abc"));
    cache.mutation(at("abd"));
    expect(version()).toBe("abc");
  });

  it.each([true, false])("has objects that the informer has not seen: %s", (includeAdds) => {
    const { cache, version } = cacheOf({ includeAdds });
    cache.mutation(at("5", "one", 7));
    expect(version()).toBe(includeAdds ? "5" : undefined);
    expect(cache.byIndex("value", "7")).toHaveLength(includeAdds ? 1 : 0);
  });

  it("finds objects by the values that they have now", () => {
    const { cache, store } = cacheOf({ includeAdds: true });
    store.add(at("1", "one", 1));
    store.add(thing({ name: "b", resourceVersion: "2", value: 1 }));
    cache.mutation(at("3", "one", 2));
    const names = (value: string) =>
      cache.byIndex("value", value).map(({ metadata }) => metadata.name);
    expect([names("1"), names("2"), names("3")]).toEqual([["b"], ["a"], []]);
    expect(cache.byIndex(namespaceIndex, "default")).toHaveLength(2);
    expect(() => cache.byIndex("none", "x")).toThrow(IndexError);
  });

  // client-go constant: mutation cache size, mutation cache time
  it("has room for a hundred objects, and keeps them for five minutes, where nothing is said", async () => {
    const { cache, clock } = cacheOf({ includeAdds: true });
    const has = (at: number): boolean => cache.getByKey(`default/${at}`) !== undefined;
    const write = (at: number): void =>
      cache.mutation(thing({ name: String(at), resourceVersion: "3" }));
    for (let at = 0; at < 100; at++) write(at);
    expect([has(0), has(1)]).toEqual([true, true]);
    write(100);
    expect([has(0), has(1), has(2)]).toEqual([true, true, false]);
    await clock.advance(299_999);
    expect(has(100)).toBe(true);
    await clock.advance(1);
    expect(has(100)).toBe(false);
  });

  it("forgets after its time, and the one that was not asked for longest", async () => {
    const { cache, clock, store, version } = cacheOf({ includeAdds: true, ttlMs: 1_000, size: 2 });
    store.add(at("1"));
    cache.mutation(at("2"));
    await clock.advance(999);
    expect(version()).toBe("2");
    await clock.advance(1);
    expect(version()).toBe("1");
    for (const name of ["x", "y"]) cache.mutation(thing({ name, resourceVersion: "3" }));
    cache.getByKey("default/x");
    cache.mutation(thing({ name: "z", resourceVersion: "3" }));
    expect(["x", "y", "z"].map((name) => cache.getByKey(`default/${name}`)?.metadata.name)).toEqual(
      ["x", undefined, "z"],
    );
  });
});

describe("what the informer sees", () => {
  // client-go: TestMutationCacheOnAddOrUpdate
  it.each([
    ["an older state keeps", "9", "10"],
    ["the same state takes away", "10", undefined],
    ["a newer state takes away", "11", undefined],
  ])("%s what was written", (_, seen, left) => {
    const { cache, version } = cacheOf({ includeAdds: true });
    cache.mutation(at("10"));
    cache.onAddOrUpdate(at(seen));
    expect(version()).toBe(left);
  });

  // client-go: TestMutationCacheOnDelete
  // client-go: TestMutationCacheOnDeleteClearsStaleMutation
  it.each([
    ["an older object's end keeps", at("9", "zero"), "10"],
    ["its own end takes away", at("11"), undefined],
    ["its own end, last known older, takes away", at("9"), undefined],
    ["a later object's end takes away", at("12", "two"), undefined],
    [
      "a tombstone with its last state takes away",
      new DeletedFinalStateUnknown<Thing>({ key, object: at("9") }),
      undefined,
    ],
    [
      "a tombstone without a state takes away",
      new DeletedFinalStateUnknown<Thing>({ key, object: undefined }),
      undefined,
    ],
  ])("%s what was written", (_, deleted, left) => {
    const { cache, version } = cacheOf({ includeAdds: true });
    cache.mutation(at("10"));
    cache.onDelete(deleted);
    expect(version()).toBe(left);
  });

  // client-go: TestMutationCacheUpdateConcurrentDelete
  it.each([
    ["the same object", at("12")],
    ["an older version", at("10", "zero")],
  ])("an end is not undone by a late write to %s", (_, late) => {
    const { cache, version } = cacheOf({ includeAdds: true });
    cache.onDelete(at("11"));
    cache.mutation(late);
    expect(version()).toBeUndefined();
  });

  // client-go: TestMutationCacheUpdateConcurrentRecreate
  it("an end does not hide a later object of the same name", () => {
    const { cache, version } = cacheOf({ includeAdds: true });
    cache.onDelete(at("11"));
    cache.mutation(at("12", "two"));
    expect(version()).toBe("12");
    cache.onDelete(at("13", "two"));
    cache.onAddOrUpdate(at("14", "three"));
    cache.mutation(at("15", "three"));
    expect(version()).toBe("15");
  });
});

it.each([{ ttlMs: -1 }, { size: Number.NaN }])("is not made with %j", (options) => {
  const [[option, value] = []] = Object.entries(options);
  expect(() => new MutationCache({ indexer: new Store<Thing>(), ...options })).toThrow(
    new RangeError(`mutation cache: ${option} must be 0 or more, not ${value}`),
  );
});
