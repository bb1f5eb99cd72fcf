import { describe, expect, it } from "vitest";
import type { Clock } from "../../src/clock/index.js";
import { ConfigError, TokenBucket } from "../../src/rest/index.js";
import { FakeClock } from "../fake-clock.js";

/** Starts so many waits and records the time at which each ends. */
function startWaits(input: {
  readonly bucket: TokenBucket;
  readonly clock: FakeClock;
  readonly count: number;
}): { readonly index: number; readonly at: number }[] {
  const { bucket, clock, count } = input;
  const ended: { index: number; at: number }[] = [];
  for (let index = 0; index < count; index++) {
    bucket.wait().then(() => ended.push({ index, at: Math.round(clock.monotonic()) }));
  }
  return ended;
}

describe("TokenBucket", () => {
  // client-go: TestBasicThrottle, TestThrottle, TestWait
  it("lets a burst go at once, then one after another in the order of asking", async () => {
    const clock = new FakeClock();
    const bucket = new TokenBucket({ qps: 5, burst: 2, clock });
    const ended = startWaits({ bucket, clock, count: 5 });
    await clock.settle();
    expect(ended).toEqual([
      { index: 0, at: 0 },
      { index: 1, at: 0 },
    ]);
    await clock.advance(1_000);
    expect(ended.slice(2)).toEqual([
      { index: 2, at: 200 },
      { index: 3, at: 400 },
      { index: 4, at: 600 },
    ]);
  });

  // client-go: TestIncrementThrottle
  it("fills up to the burst and not beyond", async () => {
    const clock = new FakeClock();
    const bucket = new TokenBucket({ qps: 10, burst: 3, clock });
    await clock.advance(60_000);
    expect([1, 2, 3, 4].map(() => bucket.tryAccept())).toEqual([true, true, true, false]);
    await clock.advance(100);
    expect([bucket.tryAccept(), bucket.tryAccept()]).toEqual([true, false]);
  });

  it("serves those who wait before those who only try", async () => {
    const clock = new FakeClock();
    const bucket = new TokenBucket({ qps: 1, burst: 1, clock });
    const ended = startWaits({ bucket, clock, count: 2 });
    await clock.advance(999);
    expect(bucket.tryAccept()).toBe(false);
    await clock.advance(1);
    expect(ended.map(({ index }) => index)).toEqual([0, 1]);
    expect(bucket.tryAccept()).toBe(false);
  });

  it("lets nobody pass those who wait, when their timer is late", async () => {
    let elapsed = 0;
    const late: Clock = {
      now: () => 0,
      monotonic: () => elapsed,
      setTimer: () => ({ cancel: () => {} }),
    };
    const bucket = new TokenBucket({ qps: 1, burst: 1, clock: late });
    bucket.tryAccept();
    void bucket.wait();
    elapsed = 5_000;
    expect(bucket.tryAccept()).toBe(false);
  });

  it("gives up the place of an aborted wait", async () => {
    const clock = new FakeClock();
    const bucket = new TokenBucket({ qps: 1, burst: 1, clock });
    const controller = new AbortController();
    expect(bucket.tryAccept()).toBe(true);
    const first = bucket.wait(controller.signal);
    const second = bucket.wait().then(() => clock.monotonic());
    const reason = new Error("enough");
    controller.abort(reason);
    await expect(first).rejects.toBe(reason);
    await clock.advance(1_000);
    expect(await second).toBe(1_000);
  });

  it("leaves no timer when the last wait is aborted", async () => {
    const clock = new FakeClock();
    const bucket = new TokenBucket({ qps: 1, burst: 1, clock });
    const controller = new AbortController();
    bucket.tryAccept();
    const wait = bucket.wait(controller.signal);
    controller.abort();
    await expect(wait).rejects.toThrow();
    expect(clock.timers).toEqual([]);
    await expect(bucket.wait(controller.signal)).rejects.toThrow();
  });

  // client-go: TestRatePrecisionBug, TestMultithreadedThrottling
  it("keeps its rate and its order when that is no round number", async () => {
    const clock = new FakeClock();
    const bucket = new TokenBucket({ qps: 33.3, burst: 1, clock });
    const ended = startWaits({ bucket, clock, count: 300 });
    await clock.advance((299 / 33.3) * 1_000 + 1);
    expect(ended.map(({ index }) => index)).toEqual(Array.from({ length: 300 }, (_, i) => i));
    expect(ended.at(-1)?.at).toBeCloseTo((299 / 33.3) * 1_000, -1);
  });

  it.each([
    { qps: 0, burst: 1 },
    { qps: -1, burst: 1 },
    { qps: Number.NaN, burst: 1 },
    { qps: Number.POSITIVE_INFINITY, burst: 1 },
    { qps: 1, burst: 0 },
    { qps: 1, burst: 1.5 },
  ])("refuses qps $qps with burst $burst", (options) => {
    expect(() => new TokenBucket(options)).toThrow(ConfigError);
  });
});
