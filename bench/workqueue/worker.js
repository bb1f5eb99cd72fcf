// Sends a million items through a queue, so many at a time, and prints the nanoseconds per item: the middle of the rounds.
import { performance } from "node:perf_hooks";
import { PriorityQueue, Workqueue } from "crd-runtime";

const [kind, atATime, rounds] = process.argv.slice(2);
const items = 1_000_000;
const keys = Array.from({ length: Number(atATime) }, (_, index) => `default/database-${index}`);
const times = [];
for (let round = 0; round < Number(rounds); round++) {
  const queue = kind === "PriorityQueue" ? new PriorityQueue() : new Workqueue();
  const start = performance.now();
  for (let done = 0; done < items; done += keys.length) {
    for (const key of keys) queue.add(key);
    for (let left = keys.length; left > 0; left--) queue.done(await queue.get());
  }
  times.push(((performance.now() - start) * 1e6) / items);
  if (queue.size > 0) throw new Error("something was left");
}
process.stdout.write(String(times.sort((a, b) => a - b)[times.length >> 1]));
