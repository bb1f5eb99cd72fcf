import { describe, expect, it } from "vitest";
import {
  BucketRateLimiter,
  defaultControllerRateLimiter,
  ItemExponentialFailureRateLimiter,
  ItemFastSlowRateLimiter,
  MaxOfRateLimiter,
  WithMaxWaitRateLimiter,
  type WorkqueueRateLimiter,
} from "../../src/workqueue/index.js";
import { FakeClock } from "../fake-clock.js";

/** The next delays of an item. */
function delays(input: {
  readonly limiter: WorkqueueRateLimiter;
  readonly key?: string;
  readonly count: number;
}): readonly number[] {
  const { limiter, key = "one", count } = input;
  return Array.from({ length: count }, () => limiter.when(key));
}

const hour = 3_600_000;

describe("ItemExponentialFailureRateLimiter", () => {
  // client-go: TestItemExponentialFailureRateLimiter
  it("doubles the delay of each item for itself, until it is forgotten", () => {
    const limiter = new ItemExponentialFailureRateLimiter({ baseDelayMs: 1, maxDelayMs: 1_000 });
    expect(delays({ limiter, count: 5 })).toEqual([1, 2, 4, 8, 16]);
    expect(limiter.numRequeues("one")).toBe(5);
    expect(delays({ limiter, key: "two", count: 2 })).toEqual([1, 2]);
    expect(limiter.numRequeues("two")).toBe(2);
    limiter.forget("one");
    expect(limiter.numRequeues("one")).toBe(0);
    expect(limiter.when("one")).toBe(1);
  });

  // client-go: TestItemExponentialFailureRateLimiterOverFlow
  it("stays at its longest delay however often an item fails", () => {
    const short = new ItemExponentialFailureRateLimiter({ baseDelayMs: 1, maxDelayMs: 1_000_000 });
    expect(delays({ limiter: short, count: 6 }).at(-1)).toBe(32);
    expect(delays({ limiter: short, key: "two", count: 3_000 }).at(-1)).toBe(1_000_000);
    const options = { baseDelayMs: 60_000, maxDelayMs: 1_000 * hour };
    const long = new ItemExponentialFailureRateLimiter(options);
    expect(delays({ limiter: long, count: 3 }).at(-1)).toBe(240_000);
    expect(delays({ limiter: long, key: "two", count: 3_000 }).at(-1)).toBe(1_000 * hour);
    const none = new ItemExponentialFailureRateLimiter({ baseDelayMs: 0, maxDelayMs: 1_000 });
    expect(delays({ limiter: none, count: 3_000 }).at(-1)).toBe(0);
  });
});

describe("ItemFastSlowRateLimiter", () => {
  // client-go: TestItemFastSlowRateLimiter
  it("is fast for so many failures, and slow from then on", () => {
    const options = { fastDelayMs: 5, slowDelayMs: 10_000, maxFastAttempts: 3 };
    const limiter = new ItemFastSlowRateLimiter(options);
    expect(delays({ limiter, count: 5 })).toEqual([5, 5, 5, 10_000, 10_000]);
    expect(limiter.numRequeues("one")).toBe(5);
    expect(delays({ limiter, key: "two", count: 2 })).toEqual([5, 5]);
    expect(limiter.numRequeues("two")).toBe(2);
    limiter.forget("one");
    expect(limiter.numRequeues("one")).toBe(0);
    expect(limiter.when("one")).toBe(5);
  });
});

describe("MaxOfRateLimiter", () => {
  // client-go: TestMaxOfRateLimiter
  it("takes the longest delay, and the most failures", () => {
    const limiter = new MaxOfRateLimiter([
      new ItemFastSlowRateLimiter({ fastDelayMs: 5, slowDelayMs: 3_000, maxFastAttempts: 3 }),
      new ItemExponentialFailureRateLimiter({ baseDelayMs: 1, maxDelayMs: 1_000 }),
    ]);
    expect(delays({ limiter, count: 5 })).toEqual([5, 5, 5, 3_000, 3_000]);
    expect(limiter.numRequeues("one")).toBe(5);
    expect(delays({ limiter, key: "two", count: 2 })).toEqual([5, 5]);
    expect(limiter.numRequeues("two")).toBe(2);
    limiter.forget("one");
    expect(limiter.numRequeues("one")).toBe(0);
    expect(limiter.when("one")).toBe(5);
    expect(delays({ limiter: new MaxOfRateLimiter([]), count: 1 })).toEqual([0]);
  });
});

describe("WithMaxWaitRateLimiter", () => {
  // client-go: TestWithMaxWaitRateLimiter
  it("waits no longer than it is allowed to", () => {
    const options = { fastDelayMs: 5, slowDelayMs: 1_000_000, maxFastAttempts: 2 };
    const inner = new ItemFastSlowRateLimiter(options);
    const limiter = new WithMaxWaitRateLimiter({ limiter: inner, maxDelayMs: 500_000 });
    expect(delays({ limiter, count: 4 })).toEqual([5, 5, 500_000, 500_000]);
    expect(limiter.numRequeues("one")).toBe(4);
    limiter.forget("one");
    expect(inner.numRequeues("one")).toBe(0);
  });
});

describe("BucketRateLimiter", () => {
  it("spends its burst, and then tokens of the future, whichever item asks", async () => {
    const clock = new FakeClock();
    const limiter = new BucketRateLimiter({ qps: 10, burst: 3, clock });
    expect(delays({ limiter, count: 5 })).toEqual([0, 0, 0, 100, 200]);
    await clock.advance(150);
    expect(limiter.when()).toBeCloseTo(150, 6);
    await clock.advance(60_000);
    expect(delays({ limiter, key: "two", count: 4 })).toEqual([0, 0, 0, 100]);
    limiter.forget();
    expect(limiter.numRequeues()).toBe(0);
    expect(clock.timers).toEqual([]);
  });

  it("refuses what is no rate", () => {
    expect(() => new BucketRateLimiter({ qps: 0, burst: 1 })).toThrow("qps must be above 0");
  });
});

// client-go constant: workqueue item limiter, workqueue bucket
it("defaults to 5 ms doubled up to 1000 s, and to 10 a second after 100 for all items", () => {
  const limiter = defaultControllerRateLimiter({ clock: new FakeClock() });
  expect(delays({ limiter, count: 4 })).toEqual([5, 10, 20, 40]);
  expect(delays({ limiter, count: 15 }).at(-1)).toBe(1_000_000);
  for (let index = 0; index < 81; index++) expect(limiter.when(`item-${index}`)).toBe(5);
  expect(limiter.when("item-81")).toBeCloseTo(100, 6);
});

describe.each([Number.NaN, -1, Number.POSITIVE_INFINITY])("a delay of %d", (ms) => {
  it("is refused by every limiter, by name", () => {
    const inner = new MaxOfRateLimiter([]);
    const message = (name: string): string =>
      `rate limiter: ${name} must be a number of milliseconds from 0 on: ${ms}`;
    expect(() => new ItemExponentialFailureRateLimiter({ baseDelayMs: ms, maxDelayMs: 1 })).toThrow(
      message("baseDelayMs"),
    );
    expect(() => new ItemExponentialFailureRateLimiter({ baseDelayMs: 1, maxDelayMs: ms })).toThrow(
      message("maxDelayMs"),
    );
    const fastSlow = { fastDelayMs: 1, slowDelayMs: 1, maxFastAttempts: 1 };
    expect(() => new ItemFastSlowRateLimiter({ ...fastSlow, slowDelayMs: ms })).toThrow(
      message("slowDelayMs"),
    );
    expect(() => new WithMaxWaitRateLimiter({ limiter: inner, maxDelayMs: ms })).toThrow(
      message("maxDelayMs"),
    );
  });
});
