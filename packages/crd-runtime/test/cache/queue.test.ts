import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { Queue } from "../../src/cache/queue.js";

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

it("a queue keeps its order however it is filled and emptied", () => {
  const queue = new Queue<number>();
  const taken: number[] = [];
  let next = 0;
  for (let round = 0; round < 50; round++) {
    for (let at = 0; at < 200; at++) queue.push(next++);
    for (let at = 0; at < 150; at++) taken.push(queue.shift() ?? Number.NaN);
  }
  expect(queue.size).toBe(2_500);
  expect(queue.peek()).toBe(7_500);
  while (queue.size > 0) taken.push(queue.shift() ?? Number.NaN);
  expect(taken).toEqual(Array.from({ length: next }, (_, at) => at));
  expect([queue.shift(), queue.peek()]).toEqual([undefined, undefined]);
  queue.push(1);
  queue.clear();
  expect(queue.size).toBe(0);
});

// client-go trap: pinned queue slots
it("a queue keeps nothing of what was taken, though others wait", async () => {
  const queue = new Queue<object>();
  const taken: WeakRef<object>[] = [];
  for (let at = 0; at < 20; at++) queue.push({ at });
  for (let at = 0; at < 10; at++) taken.push(new WeakRef(queue.shift() ?? {}));
  // A WeakRef holds its object until the task is over.
  await new Promise((resolve) => setImmediate(resolve));
  collect();
  expect(taken.filter((ref) => ref.deref() !== undefined)).toEqual([]);
  expect(queue.size).toBe(10);
});
