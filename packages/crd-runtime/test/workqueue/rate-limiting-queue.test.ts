import { describe, expect, it } from "vitest";
import {
  ItemExponentialFailureRateLimiter,
  PriorityQueue,
  RateLimitingQueue,
} from "../../src/workqueue/index.js";
import { FakeClock } from "../fake-clock.js";

describe("RateLimitingQueue", () => {
  // client-go: TestRateLimitingQueue
  it("lets an item wait longer each time, until it is forgotten", async () => {
    const clock = new FakeClock();
    const rateLimiter = new ItemExponentialFailureRateLimiter({
      baseDelayMs: 1,
      maxDelayMs: 1_000,
    });
    const queue = new RateLimitingQueue<string>({ rateLimiter, clock });
    /** Adds rate-limited, and waits until the item is there. */
    const delayOf = async (item: string): Promise<number> => {
      queue.addRateLimited(item);
      const ms = await clock.advanceToNext();
      expect(await queue.get()).toBe(item);
      queue.done(item);
      return ms;
    };
    expect(await delayOf("one")).toBe(1);
    expect(await delayOf("one")).toBe(2);
    expect(queue.numRequeues("one")).toBe(2);
    expect(await delayOf("two")).toBe(1);
    expect(await delayOf("two")).toBe(2);
    queue.forget("one");
    expect(queue.numRequeues("one")).toBe(0);
    expect(await delayOf("one")).toBe(1);
  });

  it("counts the failures of objects that are equal as those of one item", () => {
    const queue = new RateLimitingQueue<{ readonly name: string }>({ clock: new FakeClock() });
    queue.addRateLimited({ name: "a" });
    queue.addRateLimited({ name: "a" });
    expect(queue.numRequeues({ name: "a" })).toBe(2);
    queue.forget({ name: "a" });
    expect(queue.numRequeues({ name: "a" })).toBe(0);
  });

  it("asks its rate limiter nothing once it shuts down", () => {
    const queue = new RateLimitingQueue<string>({ clock: new FakeClock() });
    queue.shutDown();
    queue.addRateLimited("a");
    expect(queue.numRequeues("a")).toBe(0);
  });
});

it.each([RateLimitingQueue, PriorityQueue])("refuses a rate limiter's NaN: %o", (Kind) => {
  const rateLimiter = { when: () => Number.NaN, forget: () => {}, numRequeues: () => 0 };
  const queue = new Kind<string>({ name: "databases", rateLimiter });
  expect(() => queue.addRateLimited("a")).toThrow(
    new RangeError(
      "workqueue databases: its rate limiter's answer is no number of milliseconds: NaN",
    ),
  );
});
