import type { Delayed } from "./delays.js";
import type { ItemKey } from "./item-key.js";
import type { Measured } from "./queue-metrics.js";

/**
 * The priority of what is no news: objects of the first list, and updates that a resync makes. Whatever changes overtakes
 * them. controller-runtime's `LowPriority`.
 */
export const lowPriority = -100;

/** An item, and the priority that it waited with. */
export interface PrioritizedItem<Item> {
  readonly item: Item;
  readonly priority: number;
}

/** An item of a {@link PriorityQueue}, queued or in processing or both. */
export class PriorityEntry<Item> implements Delayed, Measured {
  readonly key: ItemKey;
  item: Item;
  priority = 0;
  /** Not queued, waiting for its time, or ready; what is ready and in processing cannot be taken yet. */
  state: "none" | "waiting" | "ready" = "none";
  processing = false;
  readyAt = 0;
  sequence = 0;
  heapIndex = -1;
  runIndex = -1;

  constructor(input: { readonly item: Item; readonly key: ItemKey }) {
    this.key = input.key;
    this.item = input.item;
  }
}

/** Whether one is taken before the other: the higher priority, then who was ready first. */
export function isTakenBefore(a: PriorityEntry<unknown>, b: PriorityEntry<unknown>): boolean {
  return a.priority === b.priority ? a.sequence < b.sequence : a.priority > b.priority;
}
