import type { WorkItem } from "./item-key.js";
import type { QueueWaitOptions } from "./options.js";
import type { QueueProcessOptions } from "./process-with.js";

/**
 * What {@link RateLimitingQueue} and {@link PriorityQueue} have in common: what a controller needs. Follows
 * `TypedRateLimitingInterface` of client-go's `util/workqueue`.
 */
export interface RateLimitingInterface<Item extends WorkItem> {
  /** Empty when it has none. */
  readonly name: string;
  /** Items that a worker could take. */
  readonly size: number;
  readonly isShuttingDown: boolean;
  add(item: Item): void;
  addAfter(input: { readonly item: Item; readonly afterMs: number }): void;
  addRateLimited(item: Item): void;
  forget(item: Item): void;
  numRequeues(item: Item): number;
  get(options?: QueueWaitOptions): Promise<Item | undefined>;
  done(item: Item): void;
  processWith(options: QueueProcessOptions<Item>): Promise<void>;
  shutDown(): void;
  shutDownWithDrain(options?: QueueWaitOptions): Promise<void>;
}
