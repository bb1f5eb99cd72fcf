import type { CounterMetric, GaugeMetric, HistogramMetric, MetricsProvider } from "./provider.js";

/** Upper bounds in seconds, from 10 ns to 1000 s. */
const buckets = [1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1, 10, 100, 1000];

/** What one queue counts; durations are in seconds. */
export interface WorkqueueMetrics {
  /** `workqueue_depth`: items that wait for a worker; a queue without priorities gives none. */
  depth(priority?: number): GaugeMetric;
  /** `workqueue_adds_total`: items added, those that were in the queue already left out. */
  readonly adds: CounterMetric;
  /** `workqueue_queue_duration_seconds`: from being added to being taken. */
  readonly queueDuration: HistogramMetric;
  /** `workqueue_work_duration_seconds`: from being taken to being done. */
  readonly workDuration: HistogramMetric;
  /** `workqueue_unfinished_work_seconds`: ages of all items being worked on, added up. */
  readonly unfinishedWork: GaugeMetric;
  /** `workqueue_longest_running_processor_seconds`: the largest of these ages. */
  readonly longestRunningProcessor: GaugeMetric;
  /** `workqueue_retries_total`: items added with a delay. */
  readonly retries: CounterMetric;
}

/**
 * Metrics of the queue of this name. Names, labels (`name`, `controller`, and `priority` of the depth) and buckets follow
 * controller-runtime's `pkg/metrics`.
 */
export function workqueueMetrics(input: {
  readonly provider: MetricsProvider;
  readonly name: string;
}): WorkqueueMetrics {
  const { provider, name } = input;
  const labels = { name, controller: name };
  const labelNames = ["name", "controller"] as const;
  const counter = (suffix: string, help: string): CounterMetric =>
    provider.counter({ name: `workqueue_${suffix}`, help, labelNames }).with(labels);
  const gauge = (suffix: string, help: string): GaugeMetric =>
    provider.gauge({ name: `workqueue_${suffix}`, help, labelNames }).with(labels);
  const histogram = (suffix: string, help: string): HistogramMetric =>
    provider.histogram({ name: `workqueue_${suffix}`, help, labelNames, buckets }).with(labels);
  const depth = provider.gauge({
    name: "workqueue_depth",
    help: "Items that wait in the workqueue, by priority",
    labelNames: [...labelNames, "priority"],
  });
  return {
    depth: (priority) => depth.with({ ...labels, priority: priority?.toString() ?? "" }),
    adds: counter("adds_total", "Items added to the workqueue"),
    queueDuration: histogram(
      "queue_duration_seconds",
      "Seconds that an item waits in the workqueue until a worker takes it",
    ),
    workDuration: histogram(
      "work_duration_seconds",
      "Seconds that processing an item of the workqueue takes",
    ),
    unfinishedWork: gauge(
      "unfinished_work_seconds",
      "Seconds of work in progress, over all workers, that work_duration has not seen yet: growing steadily, it tells of stuck workers",
    ),
    longestRunningProcessor: gauge(
      "longest_running_processor_seconds",
      "Seconds for which the longest running worker has been at its item",
    ),
    retries: counter("retries_total", "Items added to the workqueue with a delay"),
  };
}
