import type { CounterMetric, GaugeMetric, HistogramMetric, MetricsProvider } from "./provider.js";

/** Upper bounds in seconds. A watch lasts some minutes. */
const durations = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60, 120, 300, 600];
const counts = [0, 1, 10, 100, 1000, 10_000, 100_000];

/** What one reflector counts; durations are in seconds. */
export interface ReflectorMetrics {
  /** `reflector_lists_total` */
  readonly lists: CounterMetric;
  /** `reflector_list_duration_seconds`: until the list has been decoded. */
  readonly listDuration: HistogramMetric;
  /** `reflector_items_per_list` */
  readonly itemsInList: HistogramMetric;
  /** `reflector_watches_total` */
  readonly watches: CounterMetric;
  /** `reflector_short_watches_total`: watches that ended within a second and without an event. */
  readonly shortWatches: CounterMetric;
  /** `reflector_watch_duration_seconds` */
  readonly watchDuration: HistogramMetric;
  /** `reflector_items_per_watch` */
  readonly itemsInWatch: HistogramMetric;
  /** `reflector_last_resource_version` */
  readonly lastResourceVersion: GaugeMetric;
}

/**
 * Metrics of the reflector of this name. Members follow the `MetricsProvider` of client-go's `tools/cache`, names what
 * Kubernetes registered for it; its summaries are histograms here.
 */
export function reflectorMetrics(input: {
  readonly provider: MetricsProvider;
  readonly name: string;
}): ReflectorMetrics {
  const { provider, name } = input;
  const labelNames = ["name"] as const;
  const counter = (suffix: string, help: string): CounterMetric =>
    provider.counter({ name: `reflector_${suffix}`, help, labelNames }).with({ name });
  const histogram = (suffix: string, help: string, buckets: readonly number[]): HistogramMetric =>
    provider.histogram({ name: `reflector_${suffix}`, help, labelNames, buckets }).with({ name });
  return {
    lists: counter("lists_total", "Lists asked for"),
    listDuration: histogram(
      "list_duration_seconds",
      "Seconds that a list takes to arrive and to be decoded",
      durations,
    ),
    itemsInList: histogram("items_per_list", "Objects in a list", counts),
    watches: counter("watches_total", "Watches opened"),
    shortWatches: counter("short_watches_total", "Watches that ended at once and without an event"),
    watchDuration: histogram("watch_duration_seconds", "Seconds that a watch lasts", durations),
    itemsInWatch: histogram("items_per_watch", "Events of a watch", counts),
    lastResourceVersion: provider
      .gauge({
        name: "reflector_last_resource_version",
        help: "The last resource version that was seen",
        labelNames,
      })
      .with({ name }),
  };
}
