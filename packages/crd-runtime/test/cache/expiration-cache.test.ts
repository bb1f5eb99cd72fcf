import { expect, it } from "vitest";
import { ExpirationCache, KeyError } from "../../src/cache/index.js";
import { FakeClock } from "../fake-clock.js";
import { type Thing, thing } from "./objects.js";

function cacheOf(ttlMs: number) {
  const clock = new FakeClock();
  const cache = new ExpirationCache<Thing>({ ttlMs, clock });
  const names = (): string[] => cache.list().map(({ metadata }) => metadata.name ?? "");
  return { clock, cache, names };
}

// client-go: TestTTLExpirationBasic
it("has an object until its time is over", async () => {
  const { clock, cache } = cacheOf(1_000);
  cache.add(thing({ name: "a" }));
  await clock.advance(1_000);
  expect(cache.get(thing({ name: "a" }))).toBeDefined();
  await clock.advance(1);
  expect(cache.getByKey("default/a")).toBeUndefined();
  expect(cache.listKeys()).toEqual([]);
});

// client-go: TestReAddExpiredItem
it("has an object again that was added again", async () => {
  const { clock, cache } = cacheOf(1_000);
  cache.add(thing({ name: "a", value: 1 }));
  await clock.advance(1_001);
  cache.add(thing({ name: "a", value: 2 }));
  await clock.advance(900);
  cache.update(thing({ name: "a", value: 3 }));
  await clock.advance(900);
  expect(cache.getByKey("default/a")?.spec?.value).toBe(3);
});

// client-go: TestTTLList
it("lists what has not expired, and drops what has", async () => {
  const { clock, cache, names } = cacheOf(1_000);
  cache.replace(["a", "b"].map((name) => thing({ name })));
  await clock.advance(600);
  cache.add(thing({ name: "c" }));
  await clock.advance(600);
  expect(cache.listKeys()).toEqual(["default/a", "default/b", "default/c"]);
  expect(names()).toEqual(["c"]);
  expect(cache.listKeys()).toEqual(["default/c"]);
  cache.delete(thing({ name: "c" }));
  expect(names()).toEqual([]);
});

// client-go: TestTTLPolicy
it.each([
  [0, 1e9, true],
  [1_000, 1_000, true],
  [1_000, 1_001, false],
])("keeps objects for %d ms, 0 for ever: after %d ms %s", async (ttlMs, age, kept) => {
  const { clock, cache } = cacheOf(ttlMs);
  cache.add(thing({ name: "a" }));
  await clock.advance(age);
  expect(cache.getByKey("default/a") !== undefined).toBe(kept);
});

it("refuses objects without a key, and a negative time", () => {
  const { cache } = cacheOf(1_000);
  cache.add(thing({ name: "a" }));
  expect(() => cache.replace([thing({ name: "b" }), { metadata: {} }])).toThrow(KeyError);
  expect(cache.listKeys()).toEqual(["default/a"]);
  expect(() => cacheOf(-1)).toThrow("ttlMs must be 0 or more milliseconds, not -1");
});
