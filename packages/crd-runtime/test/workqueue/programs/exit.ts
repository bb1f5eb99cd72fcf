import { PriorityQueue, RateLimitingQueue } from "../../../src/workqueue/index.js";
import { MemoryMetrics } from "../../metrics/memory-metrics.js";

// Delays that are pending, items in processing, metrics of them, and somebody who waits: none keeps the process.
for (const Kind of [RateLimitingQueue, PriorityQueue]) {
  const queue = new Kind<string>({ name: "test", metricsProvider: new MemoryMetrics() });
  queue.addAfter({ item: "later", afterMs: 3_600_000 });
  queue.add("stuck");
  void queue.processWith({ workers: 2, handler: () => new Promise(() => {}) });
}
setImmediate(() => process.stdout.write("end\n"));
