import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import {
  PriorityQueue,
  type RateLimitingInterface,
  RateLimitingQueue,
} from "../../src/workqueue/index.js";
import { FakeClock } from "../fake-clock.js";
import { MemoryMetrics } from "../metrics/memory-metrics.js";

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

interface Big {
  readonly name: string;
  readonly data: readonly number[];
}

/** Sends items the whole way through a queue, and keeps none. */
async function pass(queue: RateLimitingInterface<Big>): Promise<readonly WeakRef<Big>[]> {
  const kept: WeakRef<Big>[] = [];
  for (let index = 0; index < 50; index++) {
    const item = { name: `item-${index}`, data: [index] };
    kept.push(new WeakRef(item));
    queue.add(item);
    if (index % 2 === 0) queue.add(item);
  }
  for (let index = 0; index < 50; index++) {
    const item = await queue.get();
    if (item !== undefined) queue.done(item);
  }
  return kept;
}

// client-go: TestGarbageCollection
it.each([RateLimitingQueue, PriorityQueue])("%o keeps nothing of what is done", async (Kind) => {
  const clock = new FakeClock();
  const metricsProvider = new MemoryMetrics();
  const queue = new Kind<Big>({ name: "test", key: ({ name }) => name, metricsProvider, clock });
  const refs = await pass(queue);
  await clock.settle();
  collect();
  expect(refs.filter((ref) => ref.deref() !== undefined)).toEqual([]);
  expect(queue.size).toBe(0);
});
