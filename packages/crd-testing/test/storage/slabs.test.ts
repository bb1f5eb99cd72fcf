import { describe, expect, it } from "vitest";
import { seededRandom } from "../../src/apiserver/faults/random.js";
import { type Encode, Storage, type StorageEntry } from "../../src/apiserver/storage/index.js";
import { put, remove } from "./objects.js";

const storageKey = "widgets.example.com";
const text = new TextDecoder();

function textOf(entry: StorageEntry | undefined): string {
  return text.decode(entry?.value);
}

/** Bytes of all memory in which the values of entries lie. */
function memoryOf(entries: readonly StorageEntry[]): number {
  const buffers = new Set(entries.map(({ value }) => value.buffer));
  return [...buffers].reduce((sum, { byteLength }) => sum + byteLength, 0);
}

describe("values", () => {
  it.each([1, 2, 3])("are what was stored, wherever they have been moved, seed %i", (seed) => {
    const random = seededRandom(seed);
    const storage = new Storage({ history: { minEvents: 5, maxBytes: 20_000 } });
    const expected = new Map<string, string>();
    for (let step = 0; step < 20_000; step++) {
      const name = `o${Math.floor(random() * 200)}`;
      if (random() < 0.1 && expected.delete(name)) {
        remove(storage, { name });
        continue;
      }
      const data = `${step} ${"x".repeat(Math.floor(random() ** 4 * 20_000))}`;
      expected.set(name, textOf(put(storage, { name, data })));
    }
    const found = storage.list({ storageKey }).map((entry) => [entry.name, textOf(entry)]);
    expect(new Map(found as [string, string][])).toEqual(expected);
  });

  it("stay readable when they have been replaced and forgotten", () => {
    const storage = new Storage({ history: { minEvents: 0, maxEvents: 0 } });
    const old = put(storage, { name: "a", data: "first" });
    const { value } = old;
    const before = textOf(old);
    for (let step = 0; step < 5_000; step++) put(storage, { name: "a", data: `${step}` });
    expect([textOf(old), text.decode(value)]).toEqual([before, before]);
  });

  it("keep little more memory than they need after many updates", () => {
    const random = seededRandom(7);
    const storage = new Storage({ history: { minEvents: 0, maxEvents: 0 } });
    const data = "x".repeat(1_000);
    for (let index = 0; index < 2_000; index++) put(storage, { name: `o${index}`, data });
    for (let step = 0; step < 20_000; step++) {
      put(storage, { name: `o${Math.floor(random() * 2_000)}`, data: `${data}${step % 10}` });
    }
    const entries = storage.list({ storageKey });
    const used = entries.reduce((sum, { value }) => sum + value.length, 0);
    expect(memoryOf(entries)).toBeLessThan(1.75 * used);
  });

  it("keep little memory where few objects are updated all the time", () => {
    const storage = new Storage({ history: { minEvents: 10, maxEvents: 10 } });
    const data = "x".repeat(1_000);
    for (let step = 0; step < 50_000; step++) put(storage, { name: `o${step % 3}`, data });
    const events = storage.watch({ storageKey, from: storage.floor(storageKey) }).take(100);
    const kept = events.flatMap(({ entry, previous }) => [entry, previous]);
    expect(memoryOf(kept.filter((entry) => entry !== undefined))).toBeLessThan(64 * 1024);
  });

  it("are copied: a buffer may be used again", () => {
    const storage = new Storage();
    const scratch = new TextEncoder().encode('{"metadata":{"resourceVersion":"2"}}');
    const encode: Encode = () => ({ value: scratch, labels: undefined, fields: {}, epoch: 0 });
    const entry = storage.create({ storageKey, namespace: "", name: "a", encode });
    scratch.fill(0);
    expect(textOf(entry)).toBe('{"metadata":{"resourceVersion":"2"}}');
  });
});

describe("an object that is created lazily", () => {
  const key = { storageKey, namespace: "", name: "a" };

  function lazily(storage: Storage): { readonly calls: number[] } {
    const calls: number[] = [];
    const encode: Encode = (revision) => {
      calls.push(revision);
      const value = new TextEncoder().encode(`{"metadata":{"resourceVersion":"${revision}"}}`);
      return { value, labels: { app: "x" }, fields: { "spec.a": "1" }, epoch: 3 };
    };
    expect(storage.createLazily({ ...key, encode })).toMatchObject({ name: "a", revision: 2 });
    return { calls };
  }

  it("is there, and encoded once, when somebody looks at it", () => {
    const storage = new Storage();
    const watch = storage.watch({ storageKey, from: 1 });
    const { calls } = lazily(storage);
    expect([storage.revision, storage.count(storageKey), calls]).toEqual([2, 1, []]);
    const [event] = watch.take(1);
    const entry = storage.get(key);
    expect(event).toMatchObject({ revision: 2, entry, previous: undefined });
    expect(calls).toEqual([]);
    expect([entry?.labels, entry?.fields, entry?.epoch]).toEqual([
      { app: "x" },
      { "spec.a": "1" },
      3,
    ]);
    expect(textOf(entry)).toBe('{"metadata":{"resourceVersion":"2"}}');
    expect(calls).toEqual([2]);
  });

  it("is refused where there is one", () => {
    const storage = new Storage();
    lazily(storage);
    const encode = () => expect.unreachable("a refused write is not encoded");
    expect(storage.createLazily({ ...key, encode })).toBeUndefined();
    expect(storage.create({ ...key, encode })).toBeUndefined();
    expect(storage.revision).toBe(2);
  });

  it("is exported as plain data, and is replaced and deleted as any other", () => {
    const storage = new Storage();
    lazily(storage);
    const other = new Storage();
    other.restore(structuredClone(storage.export()));
    expect(textOf(other.get(key))).toBe('{"metadata":{"resourceVersion":"2"}}');
    put(storage, { namespace: "", name: "a", data: "new" });
    expect(textOf(storage.get(key))).toContain('"data":"new"');
    expect(remove(storage, { namespace: "", name: "a" })).toBe(4);
    expect(storage.count(storageKey)).toBe(0);
  });
});
