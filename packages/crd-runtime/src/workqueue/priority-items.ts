import type { Clock } from "../clock/index.js";
import { Delays } from "./delays.js";
import type { ItemKey } from "./item-key.js";
import { Ordered } from "./ordered.js";
import { isTakenBefore, PriorityEntry } from "./priority-entry.js";
import type { QueueMetrics } from "./queue-metrics.js";

/** The items of a {@link PriorityQueue}, each once, and which of them can be taken. */
export class PriorityItems<Item> {
  readonly #clock: Clock;
  readonly #metrics: QueueMetrics | undefined;
  readonly #onTakeable: () => void;
  readonly #entries = new Map<ItemKey, PriorityEntry<Item>>();
  /** Ready and not in processing. */
  readonly #takeable = new Ordered<PriorityEntry<Item>>(isTakenBefore);
  readonly #delays: Delays<PriorityEntry<Item>>;
  #ready = 0;
  #sequence = 0;

  constructor(input: {
    readonly clock: Clock;
    readonly metrics: QueueMetrics | undefined;
    /** Hears that there is one more to take. */
    readonly onTakeable: () => void;
  }) {
    const { clock, metrics, onTakeable } = input;
    this.#clock = clock;
    this.#metrics = metrics;
    this.#onTakeable = onTakeable;
    this.#delays = new Delays({ clock, onReady: (entry) => this.#becomeReady(entry) });
  }

  /** Items that are ready, those included that are still in processing from before. */
  get ready(): number {
    return this.#ready;
  }

  /** All that are queued or in processing. */
  get entries(): ReadonlyMap<ItemKey, PriorityEntry<Item>> {
    return this.#entries;
  }

  add(input: {
    readonly item: Item;
    readonly key: ItemKey;
    readonly priority: number;
    readonly delay: number;
  }): void {
    const { item, key, priority, delay } = input;
    if (delay > 0) this.#metrics?.retried();
    let entry = this.#entries.get(key);
    if (entry === undefined) {
      entry = new PriorityEntry({ item, key });
      this.#entries.set(key, entry);
    }
    if (entry.state === "none") {
      entry.item = item;
      entry.priority = priority;
    } else if (priority > entry.priority) {
      this.#raise({ entry, priority });
    }
    if (entry.state === "ready") return;
    if (delay > 0) {
      this.#wait({ entry, readyAt: this.#clock.monotonic() + delay });
      return;
    }
    if (entry.state === "waiting") this.#delays.delete(entry);
    this.#becomeReady(entry);
  }

  /** Takes the next item, which is in processing then; undefined when there is none. */
  take(): PriorityEntry<Item> | undefined {
    const entry = this.#takeable.pop();
    if (entry === undefined) return undefined;
    entry.state = "none";
    entry.processing = true;
    this.#ready--;
    this.#metrics?.taken(entry);
    return entry;
  }

  /** Ends the processing of an item, which can then be taken again if it was added meanwhile; false when it was in none. */
  done(key: ItemKey): boolean {
    const entry = this.#entries.get(key);
    if (entry?.processing !== true) return false;
    entry.processing = false;
    this.#metrics?.done(entry);
    if (entry.state === "none") this.#entries.delete(key);
    if (entry.state === "ready") this.#offer(entry);
    return true;
  }

  /** Nothing that waits for its time becomes ready any more. */
  stopWaiting(): void {
    this.#delays.clear();
  }

  /** Moves a queued item to the end of a higher priority. */
  #raise(input: { readonly entry: PriorityEntry<Item>; readonly priority: number }): void {
    const { entry, priority } = input;
    if (entry.state === "ready") this.#metrics?.moved({ from: entry.priority, to: priority });
    entry.priority = priority;
    entry.sequence = ++this.#sequence;
    if (entry.state === "ready" && !entry.processing) this.#takeable.set(entry);
  }

  #wait(input: { readonly entry: PriorityEntry<Item>; readonly readyAt: number }): void {
    const { entry, readyAt } = input;
    if (entry.state === "waiting" && entry.readyAt <= readyAt) return;
    entry.state = "waiting";
    entry.readyAt = readyAt;
    entry.sequence = ++this.#sequence;
    this.#delays.set(entry);
  }

  #becomeReady(entry: PriorityEntry<Item>): void {
    entry.state = "ready";
    entry.sequence = ++this.#sequence;
    this.#ready++;
    this.#metrics?.added(entry);
    if (!entry.processing) this.#offer(entry);
  }

  #offer(entry: PriorityEntry<Item>): void {
    this.#takeable.set(entry);
    this.#onTakeable();
  }
}
