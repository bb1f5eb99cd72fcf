import { describe, expect, it } from "vitest";
import { KeyError } from "../../src/cache/index.js";
import { PriorityQueue, type WorkItem, Workqueue } from "../../src/workqueue/index.js";

/** How many items a queue makes of these. */
function distinct(...items: readonly WorkItem[]): number {
  const queue = new Workqueue<WorkItem>();
  for (const item of items) queue.add(item);
  return queue.size;
}

describe("items without a key function", () => {
  // client-go trap: objects as keys
  it("are known by their members, in whatever order", () => {
    expect(distinct({ namespace: "a", name: "b" }, { name: "b", namespace: "a" })).toBe(1);
    expect(distinct({ namespace: "a", name: "b" }, { namespace: "b", name: "a" })).toBe(2);
    expect(distinct({ name: "b", namespace: undefined }, { name: "b" })).toBe(1);
    expect(distinct({ name: "b", namespace: null }, { name: "b" })).toBe(2);
    expect(distinct({ at: { b: [1, "2"], a: true } }, { at: { a: true, b: [1, "2"] } })).toBe(1);
    expect(distinct([1, 2], [2, 1], [1, 2])).toBe(2);
    expect(distinct({ uid: 9007199254740993n }, { uid: 9007199254740992n })).toBe(2);
    expect(distinct({ name: "a" }, Object.assign(Object.create(null), { name: "a" }))).toBe(1);
  });

  it("are not taken for others that look alike", () => {
    expect(distinct(1, "1")).toBe(2);
    expect(distinct({ a: 1 }, { a: "1" }, { a: [1] }, { a: { 0: 1 } })).toBe(4);
    expect(distinct({ a: 'x","b":"y' }, { a: "x", b: "y" })).toBe(2);
    expect(distinct({ a: "\n" }, { a: "\\n" }, { a: "ä" }, { a: "a" })).toBe(4);
  });

  it("are handed out as they were added, and done with whatever is equal", async () => {
    const queue = new Workqueue<{ readonly name: string }>();
    const item = { name: "a" };
    queue.add(item);
    expect(await queue.get()).toBe(item);
    queue.done({ name: "a" });
    queue.add({ name: "a" });
    expect(await queue.get()).toEqual(item);
  });

  it.each([
    { item: new Date(0), what: "a Date" },
    { item: new Map(), what: "a Map" },
    { item: { call: () => {} }, what: "a value of type function" },
  ])("are refused when they are no plain data: $what", ({ item, what }) => {
    const queue = new Workqueue<object>({ name: "databases" });
    const message = `workqueue databases: an item has no key: ${what} is no plain data; give the queue a key function`;
    expect(() => queue.add(item)).toThrow(message);
    expect(queue.size).toBe(0);
  });

  it("are refused when they have no end", () => {
    const item: { self?: object } = {};
    item.self = item;
    expect(() => new Workqueue<object>({ name: "databases" }).add(item)).toThrow(KeyError);
  });
});

describe("a key function", () => {
  it("tells items apart; the first of a key is handed out", async () => {
    const queue = new Workqueue<{ readonly uid: string; readonly generation: number }>({
      key: ({ uid }) => uid,
    });
    queue.add({ uid: "a", generation: 1 });
    queue.add({ uid: "a", generation: 2 });
    expect(queue.size).toBe(1);
    expect(await queue.get()).toEqual({ uid: "a", generation: 1 });
    queue.add({ uid: "a", generation: 3 });
    queue.done({ uid: "a", generation: 1 });
    expect(await queue.get()).toEqual({ uid: "a", generation: 3 });
  });

  it.each([Workqueue, PriorityQueue])("that throws fails the call, in %o", (Kind) => {
    const broken = new TypeError("no uid");
    const key = (): string => {
      throw broken;
    };
    const queue = new Kind<string>({ name: "databases", key });
    const message = "workqueue databases: an item has no key: no uid";
    expect(() => queue.add("a")).toThrow(expect.objectContaining({ message, cause: broken }));
    expect(() => queue.done("a")).toThrow(message);
    expect(queue.size).toBe(0);
  });

  it("that returns nothing fails the call", () => {
    const labels: ReadonlyMap<string, string> = new Map();
    const key = (item: string): string => labels.get(item) as string;
    expect(() => new Workqueue<string>({ key }).add("a")).toThrow(
      "workqueue: an item has no key: the key function returned undefined",
    );
  });
});
