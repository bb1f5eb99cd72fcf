export { type InformerMetrics, informerMetrics } from "./informer.js";
export { type LeaderElectionMetrics, leaderElectionMetrics } from "./leader-election.js";
export {
  type CounterMetric,
  type CounterVec,
  type GaugeMetric,
  type GaugeVec,
  type HistogramMetric,
  type HistogramOptions,
  type HistogramVec,
  type MetricOptions,
  type MetricsProvider,
  type MetricVec,
  noopMetricsProvider,
} from "./provider.js";
export { type ReflectorMetrics, reflectorMetrics } from "./reflector.js";
export { type RestClientMetrics, restClientMetrics } from "./rest-client.js";
export { type WorkqueueMetrics, workqueueMetrics } from "./workqueue.js";
