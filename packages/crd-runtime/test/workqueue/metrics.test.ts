import { describe, expect, it } from "vitest";
import { noopMetricsProvider } from "../../src/metrics/index.js";
import { DelayingQueue, Workqueue } from "../../src/workqueue/index.js";
import { FakeClock } from "../fake-clock.js";
import { MemoryMetrics } from "../metrics/memory-metrics.js";

const labels = 'name="test",controller="test"';
const depth = `workqueue_depth{${labels},priority=""}`;
const adds = `workqueue_adds_total{${labels}}`;
const queueDuration = `workqueue_queue_duration_seconds{${labels}}`;
const workDuration = `workqueue_work_duration_seconds{${labels}}`;
const unfinished = `workqueue_unfinished_work_seconds{${labels}}`;
const longest = `workqueue_longest_running_processor_seconds{${labels}}`;
const retries = `workqueue_retries_total{${labels}}`;

function newQueue(): {
  readonly clock: FakeClock;
  readonly metrics: MemoryMetrics;
  readonly queue: DelayingQueue<string>;
} {
  const clock = new FakeClock();
  const metrics = new MemoryMetrics();
  const queue = new DelayingQueue<string>({ name: "test", metricsProvider: metrics, clock });
  return { clock, metrics, queue };
}

describe("metrics of a queue", () => {
  // client-go: TestMetrics
  it("count what is added and taken, and how long it waits and works", async () => {
    const { clock, metrics, queue } = newQueue();
    queue.add("foo");
    expect(metrics.value(adds)).toBe(1);
    expect(metrics.value(depth)).toBe(1);
    await clock.advance(50);
    expect(await queue.get()).toBe("foo");
    expect(metrics.value(depth)).toBe(0);
    expect(metrics.observations(queueDuration)).toEqual([0.05]);
    for (let time = 0; time < 5; time++) queue.add("foo");
    expect(metrics.value(adds)).toBe(2);
    expect(metrics.value(depth)).toBe(1);
    await clock.advance(25);
    queue.done("foo");
    expect(metrics.observations(workDuration)).toEqual([0.025]);
    expect(metrics.value(depth)).toBe(1);
    expect(await queue.get()).toBe("foo");
    expect(metrics.observations(queueDuration)).toEqual([0.05, 0.025]);
    await clock.advance(1_000);
    queue.done("foo");
    expect(metrics.observations(workDuration)).toEqual([0.025, 1]);
    queue.shutDown();
  });

  // client-go constant: unfinished work period
  it("tell of work in progress twice a second, as long as there is any", async () => {
    const { clock, metrics, queue } = newQueue();
    for (const item of ["foo", "bar"]) queue.add(item);
    expect(clock.timers).toEqual([]);
    await queue.get();
    await clock.advance(200);
    await queue.get();
    await clock.advance(299);
    expect(metrics.value(longest)).toBeFalsy();
    await clock.advance(1);
    expect(metrics.value(longest)).toBe(0.5);
    expect(metrics.value(unfinished)).toBe(0.8);
    queue.done("foo");
    await clock.advance(500);
    expect([metrics.value(longest), metrics.value(unfinished)]).toEqual([0.8, 0.8]);
    queue.done("bar");
    await clock.advance(500);
    expect([metrics.value(longest), metrics.value(unfinished)]).toEqual([0, 0]);
    expect(clock.timers).toEqual([]);
  });

  // client-go: TestMetricShutdown
  it("tell of work in progress no more once the queue shuts down", async () => {
    const { clock, metrics, queue } = newQueue();
    for (const item of ["foo", "bar"]) queue.add(item);
    await queue.get();
    await clock.advance(500);
    expect(metrics.value(unfinished)).toBe(0.5);
    queue.shutDown();
    expect(clock.timers).toEqual([]);
    await queue.get();
    await clock.advance(3_600_000);
    expect(metrics.value(unfinished)).toBe(0.5);
    expect(clock.timers).toEqual([]);
  });

  it("count as retries what is added with a delay, however short", () => {
    const { metrics, queue } = newQueue();
    queue.addAfter({ item: "foo", afterMs: 10 });
    queue.addAfter({ item: "foo", afterMs: 20 });
    queue.addAfter({ item: "bar", afterMs: 0 });
    queue.add("baz");
    expect(metrics.value(retries)).toBe(3);
    queue.shutDown();
    queue.addAfter({ item: "foo", afterMs: 10 });
    expect(metrics.value(retries)).toBe(3);
  });

  it("are none for a queue without a name, or when nothing counts", async () => {
    const clock = new FakeClock();
    const metrics = new MemoryMetrics();
    const queues = [
      new Workqueue<string>({ metricsProvider: metrics, clock }),
      new Workqueue<string>({ name: "test", metricsProvider: noopMetricsProvider, clock }),
      new Workqueue<string>({ name: "test", clock }),
    ];
    for (const queue of queues) {
      queue.add("foo");
      await queue.get();
    }
    expect(metrics.series()).toEqual([]);
    expect(clock.timers).toEqual([]);
  });
});
