import type { Clock, Timer } from "../clock/index.js";
import {
  type GaugeMetric,
  type MetricsProvider,
  noopMetricsProvider,
  type WorkqueueMetrics,
  workqueueMetrics,
} from "../metrics/index.js";
import type { ItemKey } from "./item-key.js";

/** Milliseconds between two updates of what tells of work in progress. */
const updatePeriodMs = 500;

/** What metrics want to know of an item. */
export interface Measured {
  readonly key: ItemKey;
  /** Absent in a queue without priorities. */
  readonly priority?: number;
}

/** Tells metrics what happens in one queue. Follows client-go's `util/workqueue`. */
export class QueueMetrics {
  readonly #metrics: WorkqueueMetrics;
  readonly #clock: Clock;
  readonly #depths = new Map<number | undefined, GaugeMetric>();
  /** On the monotonic clock, as all times here. */
  readonly #addedAt = new Map<ItemKey, number>();
  readonly #startedAt = new Map<ItemKey, number>();
  #timer: Timer | undefined;
  #stopped = false;

  /** Undefined when nobody would look: the queue has no name, or nothing counts. */
  static of(input: {
    readonly name: string;
    readonly provider: MetricsProvider | undefined;
    readonly clock: Clock;
  }): QueueMetrics | undefined {
    const { name, provider, clock } = input;
    if (name === "" || provider === undefined || provider === noopMetricsProvider) return undefined;
    return new QueueMetrics({ metrics: workqueueMetrics({ provider, name }), clock });
  }

  private constructor(input: { readonly metrics: WorkqueueMetrics; readonly clock: Clock }) {
    this.#metrics = input.metrics;
    this.#clock = input.clock;
  }

  added({ key, priority }: Measured): void {
    this.#metrics.adds.inc();
    this.#depth(priority).inc();
    this.#addedAt.set(key, this.#clock.monotonic());
  }

  /** Added with a delay. */
  retried(): void {
    this.#metrics.retries.inc();
  }

  /** The priority of an item that waits for a worker has changed. */
  moved(input: { readonly from: number; readonly to: number }): void {
    this.#depth(input.from).dec();
    this.#depth(input.to).inc();
  }

  taken({ key, priority }: Measured): void {
    const now = this.#clock.monotonic();
    this.#depth(priority).dec();
    this.#metrics.queueDuration.observe(secondsBetween(this.#addedAt.get(key) ?? now, now));
    this.#addedAt.delete(key);
    this.#startedAt.set(key, now);
    this.#arm();
  }

  done({ key }: Measured): void {
    const now = this.#clock.monotonic();
    this.#metrics.workDuration.observe(secondsBetween(this.#startedAt.get(key) ?? now, now));
    this.#startedAt.delete(key);
  }

  /** Ends the updates of work in progress. */
  stop(): void {
    this.#stopped = true;
    this.#timer?.cancel();
    this.#timer = undefined;
  }

  #depth(priority: number | undefined): GaugeMetric {
    const known = this.#depths.get(priority);
    if (known !== undefined) return known;
    const made = this.#metrics.depth(priority);
    this.#depths.set(priority, made);
    return made;
  }

  /** Only while something runs: an idle queue has no timer. */
  #arm(): void {
    if (this.#timer !== undefined || this.#stopped) return;
    this.#timer = this.#clock.setTimer(updatePeriodMs, () => {
      this.#timer = undefined;
      this.#update();
      if (this.#startedAt.size > 0) this.#arm();
    });
  }

  #update(): void {
    let total = 0;
    let longest = 0;
    const now = this.#clock.monotonic();
    for (const startedAt of this.#startedAt.values()) {
      const age = secondsBetween(startedAt, now);
      total += age;
      longest = Math.max(longest, age);
    }
    this.#metrics.unfinishedWork.set(total);
    this.#metrics.longestRunningProcessor.set(longest);
  }
}

function secondsBetween(start: number, end: number): number {
  return (end - start) / 1_000;
}
