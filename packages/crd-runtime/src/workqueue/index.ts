export { DelayingQueue } from "./delaying-queue.js";
export type { RateLimitingInterface } from "./interface.js";
export type { ItemKey, WorkItem } from "./item-key.js";
export type {
  PriorityAddOptions,
  PriorityQueueOptions,
  QueueOptions,
  QueueWaitOptions,
  RateLimitingQueueOptions,
  WorkqueueOptions,
} from "./options.js";
export { parallelizeUntil } from "./parallelize-until.js";
export { lowPriority, type PrioritizedItem } from "./priority-entry.js";
export { PriorityQueue } from "./priority-queue.js";
export type { QueueProcessOptions } from "./process-with.js";
export { DefaultQueue, type Queue, type QueuedItem } from "./queue.js";
export * from "./rate-limiters/index.js";
export { RateLimitingQueue } from "./rate-limiting-queue.js";
export { Workqueue } from "./workqueue.js";
export {
  WorkqueueError,
  type WorkqueueErrorInit,
  type WorkqueueErrorSource,
} from "./workqueue-error.js";
