import { getEventListeners } from "node:events";
import { describe, expect, it } from "vitest";
import { DefaultQueue, type QueuedItem, Workqueue } from "../../src/workqueue/index.js";
import { FakeClock } from "../fake-clock.js";
import { observe, takeAll } from "./observe.js";

/** Remembers what was touched. */
class TraceQueue extends DefaultQueue<string> {
  readonly touched: string[] = [];

  override touch(queued?: QueuedItem<string>): void {
    if (queued !== undefined) this.touched.push(queued.item);
  }
}

const settle = async (): Promise<void> => await new FakeClock().settle();

describe.each(["shutDown", "shutDownWithDrain"] as const)("Workqueue until %s", (end) => {
  // client-go: TestBasic
  it("hands out what 50 producers add to 10 consumers, and nothing that comes too late", async () => {
    const queue = new Workqueue<number | string>();
    const clock = new FakeClock();
    const taken: (number | string)[] = [];
    const consumers = Array.from({ length: 10 }, () =>
      takeAll({ queue, taken: (item) => void taken.push(item) }),
    );
    for (let round = 0; round < 50; round++) {
      for (let producer = 0; producer < 50; producer++) queue.add(producer);
      await clock.settle();
    }
    const ended = queue[end]();
    queue.add("added after shutdown");
    await Promise.all([ended, ...consumers]);
    expect(taken).toHaveLength(50 * 50);
    expect(taken).not.toContain("added after shutdown");
    expect(queue.size).toBe(0);
  });

  // client-go: TestAddWhileProcessing
  it("hands out again what is added while it is processed", async () => {
    const queue = new Workqueue<number>();
    const counts = new Map<number, number>();
    const consumers = Array.from({ length: 10 }, () =>
      takeAll({
        queue,
        taken: (item) => {
          const count = (counts.get(item) ?? 0) + 1;
          counts.set(item, count);
          if (count < 2) queue.add(item);
        },
      }),
    );
    for (let producer = 0; producer < 50; producer++) queue.add(producer);
    await settle();
    await Promise.all([queue[end](), ...consumers]);
    expect([...counts.values()]).toEqual(Array.from({ length: 50 }, () => 2));
    expect(queue.size).toBe(0);
  });
});

describe("Workqueue", () => {
  // client-go: TestLen
  it("counts what waits", async () => {
    const queue = new Workqueue<string>();
    queue.add("foo");
    expect(queue.size).toBe(1);
    queue.add("bar");
    expect(queue.size).toBe(2);
    queue.add("foo");
    expect(queue.size).toBe(2);
    await queue.get();
    expect(queue.size).toBe(1);
  });

  // client-go: TestReinsert
  it("takes an item back while it is processed", async () => {
    const queue = new Workqueue<string>();
    queue.add("foo");
    expect(await queue.get()).toBe("foo");
    queue.add("foo");
    expect(queue.size).toBe(0);
    queue.done("foo");
    expect(await queue.get()).toBe("foo");
    queue.done("foo");
    expect(queue.size).toBe(0);
  });

  // client-go: TestCollapse
  it("makes one of what is added twice, and tells its order", async () => {
    const order = new TraceQueue();
    const queue = new Workqueue<string>({ queue: order });
    queue.add("bar");
    expect(order.touched).toEqual([]);
    queue.add("bar");
    expect(order.touched).toEqual(["bar"]);
    expect(await queue.get()).toBe("bar");
    queue.done("bar");
    expect(queue.size).toBe(0);
  });

  // client-go: TestCollapseWhileProcessing
  it("lets one worker at a time have an item", async () => {
    const order = new TraceQueue();
    const queue = new Workqueue<string>({ queue: order });
    queue.add("foo");
    expect(await queue.get()).toBe("foo");
    queue.add("foo");
    queue.add("foo");
    const other = observe(queue.get());
    await settle();
    expect(other().state).toBe("pending");
    queue.done("foo");
    await settle();
    expect(other().value).toBe("foo");
    queue.done("foo");
    expect(queue.size).toBe(0);
    expect(order.touched).toEqual([]);
  });

  it("gives items in the order of adding to those who wait in the order of asking", async () => {
    const queue = new Workqueue<string>();
    const waiting = [queue.get(), queue.get()];
    for (const item of ["a", "b", "c"]) queue.add(item);
    expect(await Promise.all(waiting)).toEqual(["a", "b"]);
    expect(await queue.get()).toBe("c");
  });

  it("gives nothing to who has left", async () => {
    const queue = new Workqueue<string>();
    const abort = new AbortController();
    const gone = observe(queue.get({ signal: abort.signal }));
    const stays = queue.get();
    abort.abort(new Error("had enough"));
    queue.add("foo");
    expect(await stays).toBe("foo");
    const { signal } = new AbortController();
    const served = queue.get({ signal });
    queue.add("bar");
    expect(await served).toBe("bar");
    expect(getEventListeners(signal, "abort")).toEqual([]);
    await settle();
    expect(gone().error).toEqual(new Error("had enough"));
    await expect(queue.get({ signal: abort.signal })).rejects.toThrow("had enough");
  });

  it("keeps the order that it is given", async () => {
    class Stack extends DefaultQueue<string> {
      readonly #items: QueuedItem<string>[] = [];
      override get size(): number {
        return this.#items.length;
      }
      override push(queued: QueuedItem<string>): void {
        this.#items.push(queued);
      }
      override pop(): QueuedItem<string> | undefined {
        return this.#items.pop();
      }
    }
    const queue = new Workqueue<string>({ queue: new Stack() });
    for (const item of ["a", "b", "c"]) queue.add(item);
    expect([await queue.get(), await queue.get(), await queue.get()]).toEqual(["c", "b", "a"]);
  });
});

describe("shutDownWithDrain", () => {
  /** A queue of which foo and bar are in processing. */
  async function busyQueue(): Promise<Workqueue<string>> {
    const queue = new Workqueue<string>({ name: "databases" });
    queue.add("foo");
    queue.add("bar");
    await queue.get();
    await queue.get();
    return queue;
  }

  // client-go: TestQueueDrainageUsingShutDownWithDrain
  it("waits for what is processed", async () => {
    const queue = await busyQueue();
    const drained = observe(queue.shutDownWithDrain());
    expect(await queue.get()).toBeUndefined();
    queue.done("foo");
    await settle();
    expect(drained().state).toBe("pending");
    queue.done("bar");
    await settle();
    expect(drained().state).toBe("resolved");
  });

  // client-go: TestNoQueueDrainageUsingShutDown
  it("is not what shutDown does", async () => {
    const queue = await busyQueue();
    queue.shutDown();
    expect(queue.isShuttingDown).toBe(true);
    expect(await queue.get()).toBeUndefined();
  });

  // client-go: TestForceQueueShutdownUsingShutDown
  it("is ended by shutDown", async () => {
    const queue = await busyQueue();
    const drained = observe(queue.shutDownWithDrain());
    await settle();
    expect(drained().state).toBe("pending");
    queue.shutDown();
    await settle();
    expect(drained().state).toBe("resolved");
  });

  // client-go: TestQueueDrainageUsingShutDownWithDrainWithDirtyItem
  it("hands out again what was added while it was processed", async () => {
    const queue = new Workqueue<string>();
    queue.add("foo");
    await queue.get();
    queue.add("foo");
    const drained = observe(queue.shutDownWithDrain());
    expect(await queue.get()).toBeUndefined();
    queue.done("foo");
    expect(await queue.get()).toBe("foo");
    await settle();
    expect(drained().state).toBe("pending");
    queue.done("foo");
    expect(await queue.get()).toBeUndefined();
    await settle();
    expect(drained().state).toBe("resolved");
  });

  it("waits for everything that a worker goes on to take", async () => {
    const queue = new Workqueue<string>();
    for (const item of ["a", "b", "c"]) queue.add(item);
    const taken: string[] = [];
    const worker = takeAll({
      queue,
      taken: async (item) => {
        await settle();
        taken.push(item);
      },
    });
    await queue.shutDownWithDrain();
    expect(taken).toEqual(["a", "b", "c"]);
    await worker;
  });

  it("does not wait for what nobody takes", async () => {
    const queue = new Workqueue<string>();
    queue.add("foo");
    await queue.shutDownWithDrain();
    expect(queue.size).toBe(1);
  });

  it("can be asked for twice", async () => {
    const queue = await busyQueue();
    const both = Promise.all([queue.shutDownWithDrain(), queue.shutDownWithDrain()]);
    queue.done("foo");
    queue.done("bar");
    await both;
    await queue.shutDownWithDrain();
  });

  it("ends with the signal, and says what was still processed", async () => {
    const queue = await busyQueue();
    queue.done("foo");
    const abort = new AbortController();
    const drained = queue.shutDownWithDrain({ signal: abort.signal });
    abort.abort(new Error("30 s are over"));
    await expect(drained).rejects.toThrow(
      "workqueue databases: still in processing when the wait for its workers was ended: bar: 30 s are over",
    );
    await expect(queue.shutDownWithDrain({ signal: abort.signal })).rejects.toThrow("bar");
    queue.done("bar");
    await queue.shutDownWithDrain();
  });
});
