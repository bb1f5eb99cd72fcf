import { describe, expect, it } from "vitest";
import {
  ItemExponentialFailureRateLimiter,
  lowPriority,
  PriorityQueue,
  type PriorityQueueOptions,
} from "../../src/workqueue/index.js";
import { FakeClock } from "../fake-clock.js";
import { MemoryMetrics } from "../metrics/memory-metrics.js";
import { observe } from "./observe.js";

const labels = 'name="test",controller="test"';

function newQueue(options: PriorityQueueOptions<string> = {}) {
  const clock = new FakeClock();
  const metrics = new MemoryMetrics();
  const queue = new PriorityQueue<string>({
    name: "test",
    clock,
    metricsProvider: metrics,
    ...options,
  });
  return {
    clock,
    queue,
    /** Depth of each priority that was ever used. */
    depth: (): Readonly<Record<string, number>> =>
      Object.fromEntries(
        metrics
          .series()
          .filter((series) => series.startsWith("workqueue_depth"))
          .map((series) => [/priority="(.*)"/.exec(series)?.[1] ?? "", metrics.value(series) ?? 0]),
      ),
    adds: () => metrics.value(`workqueue_adds_total{${labels}}`),
    retries: () => metrics.value(`workqueue_retries_total{${labels}}`) ?? 0,
  };
}

/** Takes everything that is ready, without being done with it. */
async function takeReady(queue: PriorityQueue<string>): Promise<readonly (string | undefined)[]> {
  const items: (string | undefined)[] = [];
  while (queue.size > 0) items.push(await queue.get());
  return items;
}

describe("PriorityQueue", () => {
  // client-go: returns an item
  it("returns an item", async () => {
    const { queue, depth, adds, retries } = newQueue();
    queue.addWithOpts({ items: ["foo"] });
    expect(await queue.getWithPriority()).toEqual({ item: "foo", priority: 0 });
    expect(depth()).toEqual({ 0: 0 });
    expect(adds()).toBe(1);
    expect(retries()).toBe(0);
  });

  // client-go: in order
  it("returns items in the order of adding", async () => {
    const { queue, depth, adds } = newQueue();
    queue.addWithOpts({ items: ["foo"] });
    queue.addWithOpts({ items: ["bar", "baz"] });
    expect(await takeReady(queue)).toEqual(["foo", "bar", "baz"]);
    expect(depth()).toEqual({ 0: 0 });
    expect(adds()).toBe(3);
  });

  // client-go: not while locked
  // client-go: enqueues a locked item
  it("keeps an item that is processed in the queue until it is done", async () => {
    const { clock, queue, depth, adds } = newQueue();
    queue.add("foo");
    expect(await queue.get()).toBe("foo");
    queue.add("foo");
    queue.add("bar");
    expect(queue.size).toBe(2);
    expect(await queue.get()).toBe("bar");
    const next = observe(queue.get());
    await clock.settle();
    expect(next().state).toBe("pending");
    expect(depth()).toEqual({ 0: 1 });
    expect(adds()).toBe(3);
  });

  // client-go: as soon as unlocked
  it("returns an item that was added while it was processed as soon as it is done, in its order", async () => {
    const { queue, depth, adds } = newQueue();
    queue.add("foo");
    await queue.get();
    queue.add("foo");
    queue.add("bar");
    expect(await queue.get()).toBe("bar");
    queue.add("baz");
    queue.done("foo");
    expect(await queue.get()).toBe("foo");
    expect(depth()).toEqual({ 0: 1 });
    expect(adds()).toBe(4);
  });

  it("gives an item that is done to who waits for one", async () => {
    const { queue } = newQueue();
    queue.add("foo");
    await queue.get();
    queue.addWithOpts({ items: ["foo"], priority: 7 });
    const next = queue.getWithPriority();
    queue.done("foo");
    expect(await next).toEqual({ item: "foo", priority: 7 });
  });

  // client-go: de-duplicates
  it("makes one of what is added twice", async () => {
    const { queue, depth, adds } = newQueue();
    queue.addWithOpts({ items: ["foo", "foo"] });
    queue.add("foo");
    expect(queue.size).toBe(1);
    expect(depth()).toEqual({ 0: 1 });
    expect(adds()).toBe(1);
    expect(await takeReady(queue)).toEqual(["foo"]);
  });

  // client-go: retains highest priority
  // client-go: never decreases
  it("keeps the highest priority", async () => {
    const { queue, depth, adds } = newQueue();
    for (const priority of [1, 2, -5, 0]) queue.addWithOpts({ items: ["foo"], priority });
    expect(depth()).toEqual({ 1: 0, 2: 1 });
    expect(await queue.getWithPriority()).toEqual({ item: "foo", priority: 2 });
    expect(queue.size).toBe(0);
    expect(depth()).toEqual({ 1: 0, 2: 0 });
    expect(adds()).toBe(1);
  });

  // client-go constant: low priority
  it("takes an item that is added anew with the priority that it then has", async () => {
    const { queue } = newQueue();
    queue.addWithOpts({ items: ["foo"], priority: 5 });
    await queue.get();
    queue.addWithOpts({ items: ["foo"], priority: lowPriority });
    queue.done("foo");
    expect(await queue.getWithPriority()).toEqual({ item: "foo", priority: -100 });
  });

  // client-go: moves up when raised
  it("returns an item whose priority is raised before the others", async () => {
    const { queue, depth, adds } = newQueue();
    queue.addWithOpts({ items: ["foo", "bar", "baz"] });
    queue.addWithOpts({ items: ["baz"], priority: 1 });
    expect(await queue.getWithPriority()).toEqual({ item: "baz", priority: 1 });
    expect(queue.size).toBe(2);
    expect(depth()).toEqual({ 0: 2, 1: 0 });
    expect(adds()).toBe(3);
  });

  // client-go: FIFO in new priority class
  it("puts an item whose priority is raised at the end of its new priority", async () => {
    const { queue } = newQueue();
    queue.addWithOpts({ items: ["low", "raised"] });
    queue.addWithOpts({ items: ["first", "second"], priority: 1 });
    queue.addWithOpts({ items: ["raised"], priority: 1 });
    queue.addWithOpts({ items: ["third"], priority: 1 });
    queue.addWithOpts({ items: ["first", "low"], priority: 0 });
    expect(await takeReady(queue)).toEqual(["first", "second", "raised", "third", "low"]);
  });

  // client-go: retains lowest `after`
  it("keeps the earliest time", async () => {
    const { clock, queue, depth, adds } = newQueue();
    queue.add("foo");
    queue.addAfter({ item: "foo", afterMs: 3_600_000 });
    expect(await queue.getWithPriority()).toEqual({ item: "foo", priority: 0 });
    expect(queue.size).toBe(0);
    expect(depth()).toEqual({ 0: 0 });
    expect(adds()).toBe(1);
    queue.addAfter({ item: "bar", afterMs: 100 });
    queue.addAfter({ item: "bar", afterMs: 50 });
    queue.addAfter({ item: "bar", afterMs: 70 });
    await clock.advance(50);
    expect(await takeReady(queue)).toEqual(["bar"]);
  });

  // client-go: Len excludes non-ready
  // client-go: TestItemsAreInludedInLenAndMetricsOnceTheyAreReady
  it("counts items once they are ready, time after time", async () => {
    const { clock, queue, depth } = newQueue();
    for (let round = 0; round < 2; round++) {
      queue.addAfter({ item: "foo", afterMs: 500 });
      queue.add("baz");
      queue.addAfter({ item: "bar", afterMs: 500 });
      queue.add("bal");
      expect(queue.size).toBe(2);
      expect(depth()).toEqual({ 0: 2 });
      await clock.advance(1_000);
      expect(queue.size).toBe(4);
      expect(depth()).toEqual({ 0: 4 });
      for (const item of await takeReady(queue)) queue.done(item ?? "");
      expect(queue.size).toBe(0);
      expect(depth()).toEqual({ 0: 0 });
    }
  });

  // client-go: Get released on shutdown
  // client-go: TestGetFromPriorityQueueIsUnblockedOnShutdown
  it("sends everybody away when it shuts down, also with items left", async () => {
    const { clock, queue } = newQueue();
    const waiting = [queue.get(), queue.getWithPriority()];
    queue.shutDown();
    expect(await Promise.all(waiting)).toEqual([undefined, undefined]);
    const other = new PriorityQueue<string>({ clock });
    other.add("baz");
    other.addAfter({ item: "bar", afterMs: 500 });
    other.shutDown();
    other.addAfter({ item: "foo", afterMs: 1_000 });
    expect(await other.getWithPriority()).toBeUndefined();
    expect(await other.get()).toBeUndefined();
    expect(clock.timers).toEqual([]);
  });

  // client-go: many items
  it("hands out many items", async () => {
    const { clock, queue } = newQueue();
    for (let round = 0; round < 5; round++) {
      const items = Array.from({ length: 1_000 }, (_, index) => `foo${index}`);
      for (const [index, item] of items.entries()) {
        const number = (index * 7919) % 100;
        if (number < 10) queue.addAfter({ item, afterMs: number });
        else queue.addWithOpts({ items: [item], priority: number });
      }
      const taken: (string | undefined)[] = [];
      const workers = Array.from({ length: 100 }, async () => {
        for (let turn = 0; turn < 10; turn++) {
          const item = await queue.get();
          taken.push(item);
          queue.done(item ?? "");
        }
      });
      await clock.advance(10);
      await Promise.all(workers);
      expect(taken.sort()).toEqual(items.sort());
    }
  });

  // client-go: metrics with after then without
  it("counts an item that waits as added when it is added without waiting", async () => {
    const { queue, depth, adds } = newQueue();
    queue.addAfter({ item: "foo", afterMs: 3_600_000 });
    expect(queue.size).toBe(0);
    expect(depth()).toEqual({});
    queue.add("foo");
    expect(queue.size).toBe(1);
    expect(depth()).toEqual({ 0: 1 });
    expect(await queue.get()).toBe("foo");
    expect(queue.size).toBe(0);
    expect(depth()).toEqual({ 0: 0 });
    expect(adds()).toBe(1);
  });

  // client-go: metrics on re-add with higher priority
  it("counts an item that waits at the priority that it is ready with", async () => {
    const { clock, queue, depth } = newQueue();
    queue.addWithOpts({ items: ["foo"], afterMs: 100, priority: 1 });
    queue.addWithOpts({ items: ["foo"], afterMs: 100, priority: 2 });
    expect(depth()).toEqual({});
    await clock.advance(100);
    expect(depth()).toEqual({ 2: 1 });
    queue.addWithOpts({ items: ["foo"], priority: 3 });
    expect(depth()).toEqual({ 2: 0, 3: 1 });
    expect(await queue.get()).toBe("foo");
    queue.addWithOpts({ items: ["foo"], priority: 1 });
    queue.addWithOpts({ items: ["foo"], priority: 4 });
    expect(depth()).toEqual({ 1: 0, 2: 0, 3: 0, 4: 1 });
  });

  // client-go: TestHighPriorityItemsAreReturnedBeforeLowPriorityItemMultipleTimes
  it("returns high priorities before low ones, time after time", async () => {
    const { queue } = newQueue();
    for (let round = 0; round < 3; round++) {
      queue.addWithOpts({ items: ["low-1", "low-2"], priority: lowPriority });
      queue.addWithOpts({ items: ["high-1", "high-2"], priority: 100 });
      queue.addWithOpts({ items: ["none"] });
      const items = await takeReady(queue);
      expect(items).toEqual(["high-1", "high-2", "none", "low-1", "low-2"]);
      for (const item of items) queue.done(item ?? "");
    }
  });

  // client-go: TestItemIsOnlyReturnedAfterAfterHasPassed
  it("returns an item only when its time has come", async () => {
    const { clock, queue, depth, adds, retries } = newQueue();
    const got = observe(queue.get());
    queue.addAfter({ item: "foo", afterMs: 1_000 });
    expect(clock.timers).toEqual([1_000]);
    await clock.advance(999);
    expect(got().state).toBe("pending");
    await clock.advance(1);
    expect(got().value).toBe("foo");
    expect(depth()).toEqual({ 0: 0 });
    expect(adds()).toBe(1);
    expect(retries()).toBe(1);
  });

  // client-go: TestHighPriorityItemThatBecameReadyIsReturnedBeforeLowPriorityItem
  it("lets an item that has become ready overtake lower priorities", async () => {
    const { clock, queue, depth, adds, retries } = newQueue();
    queue.addWithOpts({ items: ["foo"], priority: lowPriority });
    queue.addWithOpts({ items: ["prio"], afterMs: 1_000, priority: 0 });
    await clock.advance(1_000);
    expect(await queue.getWithPriority()).toEqual({ item: "prio", priority: 0 });
    expect(depth()).toEqual({ [-100]: 1, 0: 0 });
    expect(adds()).toBe(2);
    expect(retries()).toBe(1);
  });

  it("orders what has become ready by when it did, not by when it was added", async () => {
    const { clock, queue } = newQueue();
    queue.addAfter({ item: "waited", afterMs: 10 });
    queue.add("added later");
    await clock.advance(10);
    queue.add("added last");
    expect(await takeReady(queue)).toEqual(["added later", "waited", "added last"]);
  });

  // client-go: TestItemIsReturnedAsSoonAsPossible
  it("gives an item to who waits for one at once", async () => {
    const { queue, depth, adds } = newQueue();
    const got = queue.get();
    queue.add("foo");
    expect(queue.size).toBe(0);
    expect(await got).toBe("foo");
    expect(depth()).toEqual({ 0: 0 });
    expect(adds()).toBe(1);
  });

  // client-go: TestWaitingItemIsReturnedRightAfterReadWithoutAfter
  it("gives a waiting item at once when it is added without waiting", async () => {
    const { clock, queue, adds } = newQueue();
    queue.addAfter({ item: "foo", afterMs: 1_000 });
    const got = queue.get();
    queue.add("foo");
    expect(await got).toBe("foo");
    expect(adds()).toBe(1);
    queue.done("foo");
    await clock.advance(1_000);
    expect(queue.size).toBe(0);
  });

  // client-go: TestMultipleItemsWithAfterAreReturnedInCorrectOrder
  it("returns items in the order of their times", async () => {
    const { clock, queue, depth, adds } = newQueue();
    const got = [queue.get(), queue.get()];
    queue.addAfter({ item: "foo", afterMs: 1_000 });
    queue.addAfter({ item: "bar", afterMs: 200 });
    await clock.advance(1_000);
    expect(await Promise.all(got)).toEqual(["bar", "foo"]);
    expect(depth()).toEqual({ 0: 0 });
    expect(adds()).toBe(2);
  });

  // client-go: TestMetricsAreUpdatedForItemWhoseRequeueAfterExpiredThatGetsAddedAgainWithoutRequeueAfter
  it("counts an item whose time has come once when it is added again", async () => {
    const { clock, queue, depth, adds } = newQueue();
    queue.addAfter({ item: "foo", afterMs: 50 });
    await clock.advance(50);
    expect(depth()).toEqual({ 0: 1 });
    queue.add("foo");
    expect(queue.size).toBe(1);
    expect(depth()).toEqual({ 0: 1 });
    expect(await queue.get()).toBe("foo");
    expect(queue.size).toBe(0);
    expect(depth()).toEqual({ 0: 0 });
    expect(adds()).toBe(1);
  });

  // client-go: TestWhenAddingMultipleItemsWithRatelimitTrueTheyDontAffectEachOther
  it("lets each of several rate-limited items wait its own time", async () => {
    const rateLimiter = new ItemExponentialFailureRateLimiter({ baseDelayMs: 5, maxDelayMs: 1e6 });
    const { clock, queue, retries } = newQueue({ rateLimiter });
    for (let failure = 0; failure < 7; failure++) rateLimiter.when("bar");
    queue.addWithOpts({ items: ["bar", "foo"], rateLimited: true });
    await clock.advance(5);
    expect(await takeReady(queue)).toEqual(["foo"]);
    await clock.advance(634);
    expect(queue.size).toBe(0);
    await clock.advance(1);
    expect(await takeReady(queue)).toEqual(["bar"]);
    expect(retries()).toBe(2);
  });

  it("takes the shorter of a delay and the rate limiter's", async () => {
    const { clock, queue } = newQueue();
    queue.addWithOpts({ items: ["limited"], afterMs: 100, rateLimited: true });
    queue.addWithOpts({ items: ["delayed"], afterMs: 1, rateLimited: true });
    expect(clock.timers).toEqual([1]);
    await clock.advance(5);
    expect(await takeReady(queue)).toEqual(["delayed", "limited"]);
    queue.forget("limited");
    expect(queue.numRequeues("limited")).toBe(0);
    expect(queue.numRequeues("delayed")).toBe(1);
  });

  // client-go: TestPriorityQueueDoesNotDeadlockOnShutdownWhileHandingOutItems
  it("loses nothing to those who leave while items are handed out", async () => {
    const { clock, queue } = newQueue();
    const abort = new AbortController();
    const left = [1, 2, 3].map(() => observe(queue.get({ signal: abort.signal })));
    const stays = queue.get();
    queue.add("a");
    abort.abort(new Error("gone"));
    queue.add("b");
    expect(await stays).toBe("b");
    await clock.settle();
    expect(left.map((each) => each().value ?? each().state)).toEqual(["a", "rejected", "rejected"]);
    queue.shutDown();
    queue.done("a");
    queue.done("b");
    await queue.shutDownWithDrain();
  });

  it("tries an item again with the priority that it had", async () => {
    const { clock, queue, adds, depth } = newQueue({ onError: () => {} });
    let calls = 0;
    const running = queue.processWith({
      handler: () => {
        if (++calls < 3) throw new Error("try again");
      },
    });
    queue.addWithOpts({ items: ["foo"], priority: lowPriority });
    await clock.advance(100);
    expect(adds()).toBe(3);
    expect(depth()).toEqual({ [lowPriority]: 0 });
    queue.shutDown();
    await running;
  });

  it("drains what was handed out, and hands out nothing more", async () => {
    const { clock, queue } = newQueue();
    queue.addWithOpts({ items: ["a", "b"] });
    await queue.get();
    const drained = observe(queue.shutDownWithDrain());
    expect(await queue.get()).toBeUndefined();
    await clock.settle();
    expect(drained().state).toBe("pending");
    queue.done("a");
    await clock.settle();
    expect(drained().state).toBe("resolved");
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])(
    "refuses %d as a priority or a delay",
    (number) => {
      const { queue } = newQueue();
      expect(() => queue.addWithOpts({ items: ["a"], priority: number })).toThrow(
        new RangeError(`workqueue test: priority is no number: ${number}`),
      );
      expect(() => queue.addAfter({ item: "a", afterMs: number })).toThrow(
        new RangeError(`workqueue test: afterMs is no number of milliseconds: ${number}`),
      );
      expect(queue.size).toBe(0);
    },
  );

  it("adds at once after a negative delay", () => {
    const { queue, retries } = newQueue();
    queue.addAfter({ item: "a", afterMs: -1 });
    expect(queue.size).toBe(1);
    expect(retries()).toBe(0);
  });
});
