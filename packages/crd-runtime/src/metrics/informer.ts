import type { GaugeMetric, HistogramMetric, MetricsProvider } from "./provider.js";

/** Upper bounds in seconds. */
const buckets = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What one informer counts. */
export interface InformerMetrics {
  /** `informer_queued_items`: deltas between reflector and cache. */
  readonly queuedItems: GaugeMetric;
  /** `informer_processing_latency_seconds`: what taking deltas from that queue into the cache takes. */
  readonly processingLatency: HistogramMetric;
  /** `informer_store_resource_version`: the last 15 digits of the cache's resource version. */
  readonly storeResourceVersion: GaugeMetric;
}

/** Metrics of one informer. Names, labels and buckets follow k8s.io/component-base, members client-go's `tools/cache`. */
export function informerMetrics(input: {
  readonly provider: MetricsProvider;
  /** Names the informer, to tell several of one resource apart. */
  readonly name: string;
  /** Empty for the core group. */
  readonly group: string;
  readonly version: string;
  /** The plural in lower case. */
  readonly resource: string;
}): InformerMetrics {
  const { provider, ...labels } = input;
  const labelNames = ["name", "group", "version", "resource"] as const;
  return {
    queuedItems: provider
      .gauge({
        name: "informer_queued_items",
        help: "Deltas that wait between reflector and cache",
        labelNames,
      })
      .with(labels),
    processingLatency: provider
      .histogram({
        name: "informer_processing_latency_seconds",
        help: "Seconds that processing deltas takes once they are taken from the queue",
        labelNames,
        buckets,
      })
      .with(labels),
    storeResourceVersion: provider
      .gauge({
        name: "informer_store_resource_version",
        help: "The 15 least significant digits of the resource version of the cache",
        labelNames,
      })
      .with(labels),
  };
}
