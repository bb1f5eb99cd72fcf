import { getEventListeners } from "node:events";
import { describe, expect, it } from "vitest";
import type { Clock } from "../../src/clock/index.js";
import {
  ItemExponentialFailureRateLimiter,
  PriorityQueue,
  type PriorityQueueOptions,
  RateLimitingQueue,
  WorkqueueError,
} from "../../src/workqueue/index.js";
import { deferred } from "../deferred.js";
import { FakeClock } from "../fake-clock.js";
import { observe } from "./observe.js";

/** Each look at this clock takes a millisecond. */
function busyClock(): Clock {
  let now = 0;
  return { now: () => 0, monotonic: () => ++now, setTimer: () => ({ cancel: () => {} }) };
}

describe.each([RateLimitingQueue, PriorityQueue])("processWith of %o", (Kind) => {
  function start(options: PriorityQueueOptions<string> = {}) {
    const clock = new FakeClock();
    const errors: WorkqueueError[] = [];
    const queue = new Kind<string>({
      name: "databases",
      clock,
      rateLimiter: new ItemExponentialFailureRateLimiter({ baseDelayMs: 5, maxDelayMs: 1_000 }),
      onError: (error) => void errors.push(error),
      ...options,
    });
    return { clock, errors, queue };
  }

  it("works on as many items at a time as there are workers, one by default", async () => {
    for (const workers of [undefined, 3]) {
      const { clock, queue } = start();
      const taken: string[] = [];
      const gate = deferred<void>();
      const handler = async (item: string): Promise<void> => {
        taken.push(item);
        await gate.promise;
      };
      const running = queue.processWith({ workers, handler });
      for (const item of ["a", "b", "c", "d"]) queue.add(item);
      await clock.settle();
      expect(taken).toEqual(["a", "b", "c"].slice(0, workers ?? 1));
      gate.resolve();
      await clock.settle();
      expect(taken).toEqual(["a", "b", "c", "d"]);
      queue.shutDown();
      await running;
    }
  });

  // client-go trap: failures never forgotten, rejected worker keeps its item
  it("adds an item whose handler throws again, later each time, and forgets one that succeeds", async () => {
    const { clock, errors, queue } = start();
    const times: number[] = [];
    const running = queue.processWith({
      handler: async () => {
        times.push(Math.round(clock.monotonic()));
        if (times.length < 4) throw new Error("the database is not there");
      },
    });
    queue.add("default/orders");
    await clock.advance(1_000);
    expect(times).toEqual([0, 5, 15, 35]);
    expect(queue.numRequeues("default/orders")).toBe(0);
    expect(errors).toHaveLength(3);
    expect(errors[1]).toMatchObject({
      name: "WorkqueueError",
      queue: "databases",
      source: "handler",
      item: "default/orders",
      cause: new Error("the database is not there"),
      message:
        "workqueue databases: the handler failed for default/orders, which is tried again (failures: 2): the database is not there",
    });
    queue.shutDown();
    await running;
    expect(clock.timers).toEqual([]);
  });

  it.each([
    { thrown: undefined, said: "" },
    { thrown: "text", said: ": text" },
    { thrown: null, said: ": null" },
  ])("takes whatever is thrown, also at once: $thrown", async ({ thrown, said }) => {
    const { clock, errors, queue } = start();
    let calls = 0;
    const running = queue.processWith({
      handler: () => {
        if (++calls === 1) throw thrown;
      },
    });
    queue.add("a");
    await clock.advance(10);
    expect(calls).toBe(2);
    expect(errors.map(({ message }) => message)).toEqual([
      `workqueue databases: the handler failed for a, which is tried again (failures: 1)${said}`,
    ]);
    queue.shutDown();
    await running;
  });

  it("lets one worker at a time have an item, also when the handler adds it", async () => {
    const { clock, queue } = start();
    const working: string[] = [];
    const most: number[] = [];
    const workers = queue.processWith({
      workers: 4,
      handler: async (item) => {
        working.push(item);
        most.push(working.length);
        if (most.length < 5) queue.add(item);
        await clock.settle();
        working.pop();
      },
    });
    queue.add("a");
    for (let turn = 0; turn < 6; turn++) await clock.settle();
    expect(most).toEqual([1, 1, 1, 1, 1]);
    queue.shutDown();
    await workers;
  });

  it("ends with the signal: takes nothing more, waits for what runs, leaves nothing behind", async () => {
    const { clock, queue } = start();
    const abort = new AbortController();
    const gate = deferred<void>();
    const taken: string[] = [];
    const running = observe(
      queue.processWith({
        workers: 2,
        signal: abort.signal,
        handler: async (item) => {
          taken.push(item);
          await gate.promise;
        },
      }),
    );
    queue.addAfter({ item: "later", afterMs: 10_000 });
    for (const item of ["a", "b", "c"]) queue.add(item);
    await clock.settle();
    abort.abort();
    await clock.settle();
    expect(clock.timers).toEqual([]);
    expect(queue.isShuttingDown).toBe(true);
    expect(running().state).toBe("pending");
    gate.resolve();
    await clock.settle();
    expect(running().state).toBe("resolved");
    expect(taken).toEqual(["a", "b"]);
    expect(queue.size).toBe(1);
    await queue.shutDownWithDrain();
  });

  it("does not begin with an item that was handed out as the signal was aborted", async () => {
    const { queue } = start();
    const abort = new AbortController();
    const taken: string[] = [];
    const handler = (item: string): void => void taken.push(item);
    const running = queue.processWith({ signal: abort.signal, handler });
    queue.add("a");
    abort.abort();
    await running;
    expect(taken).toEqual([]);
    await queue.shutDownWithDrain();
  });

  it("leaves nothing on its signal", async () => {
    const { signal } = new AbortController();
    const { clock, queue } = start();
    const running = queue.processWith({ workers: 20, signal, handler: () => {} });
    await clock.settle();
    expect(getEventListeners(signal, "abort")).toHaveLength(1);
    queue.shutDown();
    await running;
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  it("begins nothing when the signal is aborted already", async () => {
    const { queue } = start();
    queue.add("a");
    const taken: string[] = [];
    const handler = (item: string): void => void taken.push(item);
    await queue.processWith({ signal: AbortSignal.abort(), handler });
    expect(taken).toEqual([]);
    expect(queue.size).toBe(1);
    expect(queue.isShuttingDown).toBe(true);
  });

  it("is waited for by shutDownWithDrain, as long as its signal lets it", async () => {
    const { clock, queue } = start();
    const running = observe(queue.processWith({ handler: () => new Promise(() => {}) }));
    queue.add("stuck");
    await clock.settle();
    const abort = new AbortController();
    const drained = observe(queue.shutDownWithDrain({ signal: abort.signal }));
    await clock.settle();
    expect(drained().state).toBe("pending");
    abort.abort(new Error("10 s are over"));
    await clock.settle();
    expect(drained().error).toEqual(
      new WorkqueueError({
        queue: "databases",
        source: "drain",
        message: "still in processing when the wait for its workers was ended: stuck",
        cause: new Error("10 s are over"),
      }),
    );
    expect(running().state).toBe("pending");
  });

  it("says that an item which fails while the queue shuts down is not tried again", async () => {
    const { clock, errors, queue } = start();
    const gate = deferred<void>();
    const running = queue.processWith({ handler: async () => await gate.promise });
    queue.add("a");
    await clock.settle();
    const drained = queue.shutDownWithDrain();
    gate.reject(new Error("too late"));
    await Promise.all([drained, running]);
    expect(errors.map(({ message }) => message)).toEqual([
      "workqueue databases: the handler failed for a, which is not tried again: the queue is shutting down: too late",
    ]);
  });

  it.each(["when", "forget"] as const)(
    "rejects when the rate limiter's %s throws, and begins nothing more",
    async (method) => {
      let calls = 0;
      const once = (): number => {
        if (++calls === 1) throw new Error("no memory of it");
        return 5;
      };
      const limiter = { when: () => 5, forget: () => {}, numRequeues: () => 0, [method]: once };
      const { clock, queue } = start({ rateLimiter: limiter });
      const gate = deferred<void>();
      const taken: string[] = [];
      const handler = async (item: string): Promise<void> => {
        taken.push(item);
        if (item.startsWith("slow")) await gate.promise;
        if (method === "when") throw new Error("try again");
      };
      const running = observe(queue.processWith({ workers: 3, handler }));
      for (const item of ["slow-1", "a", "slow-2", "b", "c"]) queue.add(item);
      await clock.settle();
      expect(queue.isShuttingDown).toBe(true);
      expect(running().state).toBe("pending");
      gate.resolve();
      await clock.settle();
      expect(running().error).toEqual(new Error("no memory of it"));
      expect(taken).toEqual(["slow-1", "a", "slow-2"]);
      await queue.shutDownWithDrain();
    },
  );

  it.each([0, -1, 1.5, Number.NaN])("refuses %d workers", async (workers) => {
    const { queue } = start();
    await expect(queue.processWith({ workers, handler: () => {} })).rejects.toThrow(
      new RangeError(`workqueue databases: workers must be a whole number above 0: ${workers}`),
    );
  });

  it("leaves the event loop its turns, however much there is to do", async () => {
    const { queue } = start({ clock: busyClock() });
    for (let index = 0; index < 10_000; index++) queue.add(`item-${index}`);
    let done = 0;
    let doneAtTurn = 0;
    setImmediate(() => {
      doneAtTurn = done;
      queue.shutDown();
    });
    await queue.processWith({ handler: () => void done++ });
    expect(doneAtTurn).toBeGreaterThan(0);
    expect(doneAtTurn).toBeLessThan(1_000);
  });
});

it("a drain waits for the workers, also while they leave the event loop a turn", async () => {
  const queue = new RateLimitingQueue<string>({ clock: busyClock() });
  for (let index = 0; index < 10_000; index++) queue.add(`item-${index}`);
  let done = 0;
  const running = queue.processWith({ handler: () => void done++ });
  await queue.shutDownWithDrain();
  expect(done).toBe(10_000);
  await running;
});
