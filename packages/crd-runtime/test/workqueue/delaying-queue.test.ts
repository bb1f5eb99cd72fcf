import { describe, expect, it } from "vitest";
import { DelayingQueue } from "../../src/workqueue/index.js";
import { FakeClock } from "../fake-clock.js";
import { observe } from "./observe.js";

function newQueue(): { readonly clock: FakeClock; readonly queue: DelayingQueue<string> } {
  const clock = new FakeClock();
  return { clock, queue: new DelayingQueue<string>({ name: "databases", clock }) };
}

/** Takes everything that waits. */
async function drain(queue: DelayingQueue<string>): Promise<readonly string[]> {
  const items: string[] = [];
  while (queue.size > 0) {
    const item = await queue.get();
    if (item === undefined) break;
    items.push(item);
    queue.done(item);
  }
  return items;
}

describe("DelayingQueue", () => {
  // client-go: TestSimpleQueue
  it("adds an item once its time has come, and once only", async () => {
    const { clock, queue } = newQueue();
    queue.addAfter({ item: "foo", afterMs: 50 });
    await clock.advance(49);
    expect(queue.size).toBe(0);
    await clock.advance(1);
    expect(await drain(queue)).toEqual(["foo"]);
    await clock.advance(10_000);
    expect(queue.size).toBe(0);
    expect(clock.timers).toEqual([]);
  });

  // client-go: TestDeduping
  it("goes by the earliest of several times", async () => {
    const { clock, queue } = newQueue();
    queue.addAfter({ item: "foo", afterMs: 50 });
    queue.addAfter({ item: "foo", afterMs: 70 });
    await clock.advance(60);
    expect(await drain(queue)).toEqual(["foo"]);
    await clock.advance(20);
    expect(queue.size).toBe(0);
    queue.addAfter({ item: "foo", afterMs: 50 });
    queue.addAfter({ item: "foo", afterMs: 30 });
    expect(clock.timers).toEqual([30]);
    await clock.advance(40);
    expect(await drain(queue)).toEqual(["foo"]);
    await clock.advance(20);
    expect(queue.size).toBe(0);
  });

  // client-go: TestAddTwoFireEarly
  it("does not wait for the first to add the second", async () => {
    const { clock, queue } = newQueue();
    queue.addAfter({ item: "foo", afterMs: 1_000 });
    queue.addAfter({ item: "bar", afterMs: 50 });
    await clock.advance(60);
    expect(await drain(queue)).toEqual(["bar"]);
    queue.addAfter({ item: "baz", afterMs: 2_000 });
    await clock.advance(1_000);
    expect(await drain(queue)).toEqual(["foo"]);
    await clock.advance(2_000);
    expect(await drain(queue)).toEqual(["baz"]);
  });

  // client-go: TestCopyShifting
  it("adds in the order of times what has become ready in one step", async () => {
    const { clock, queue } = newQueue();
    queue.addAfter({ item: "foo", afterMs: 1_000 });
    queue.addAfter({ item: "bar", afterMs: 500 });
    queue.addAfter({ item: "baz", afterMs: 250 });
    await clock.advance(2_000);
    expect(await drain(queue)).toEqual(["baz", "bar", "foo"]);
  });

  it("adds in the order of asking what is ready at one time", async () => {
    const { clock, queue } = newQueue();
    const items = Array.from({ length: 100 }, (_, index) => `item-${index}`);
    for (const item of items) queue.addAfter({ item, afterMs: 10 });
    expect(clock.timers).toEqual([10]);
    await clock.advance(10);
    expect(await drain(queue)).toEqual(items);
  });

  it("takes nothing back when an item is added meanwhile", async () => {
    const { clock, queue } = newQueue();
    queue.addAfter({ item: "foo", afterMs: 50 });
    queue.add("foo");
    expect(await drain(queue)).toEqual(["foo"]);
    await clock.advance(50);
    expect(await drain(queue)).toEqual(["foo"]);
  });

  it("gives a delayed item to who waits for one", async () => {
    const { clock, queue } = newQueue();
    const got = observe(queue.get());
    queue.addAfter({ item: "foo", afterMs: 50 });
    await clock.advance(49);
    expect(got().state).toBe("pending");
    await clock.advance(1);
    expect(got().value).toBe("foo");
  });

  it.each([0, -1, -0.5])("adds at once after %d ms", (afterMs) => {
    const { clock, queue } = newQueue();
    queue.addAfter({ item: "foo", afterMs });
    expect(queue.size).toBe(1);
    expect(clock.timers).toEqual([]);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    "refuses to wait for %d ms",
    (afterMs) => {
      const { queue } = newQueue();
      const message = `workqueue databases: afterMs is no number of milliseconds: ${afterMs}`;
      expect(() => queue.addAfter({ item: "foo", afterMs })).toThrow(new RangeError(message));
      expect(queue.size).toBe(0);
    },
  );

  it("waits longer than a timer can, and for parts of milliseconds", async () => {
    const { clock, queue } = newQueue();
    queue.addAfter({ item: "month", afterMs: 30 * 86_400_000 });
    queue.addAfter({ item: "third", afterMs: 1 / 3 });
    await clock.advance(1);
    expect(await drain(queue)).toEqual(["third"]);
    await clock.advance(30 * 86_400_000);
    expect(await drain(queue)).toEqual(["month"]);
  });

  it.each(["shutDown", "shutDownWithDrain"] as const)("leaves no timer after %s", async (end) => {
    const { clock, queue } = newQueue();
    queue.addAfter({ item: "foo", afterMs: 50 });
    await queue[end]();
    expect(clock.timers).toEqual([]);
    queue.addAfter({ item: "bar", afterMs: 50 });
    queue.addAfter({ item: "baz", afterMs: 0 });
    expect(clock.timers).toEqual([]);
    expect(queue.size).toBe(0);
  });
});
