import type { CounterVec, HistogramVec, MetricsProvider } from "./provider.js";

/** Upper bounds in seconds. */
const buckets = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60];

/** What REST clients count; durations are in seconds, `host` is host and port. */
export interface RestClientMetrics {
  /** `rest_client_requests_total`: answers by status code, or `<error>` where there was none. */
  readonly requestResult: CounterVec<"code" | "method" | "host">;
  /** `rest_client_request_duration_seconds`: from sending a request to the head of its answer. */
  readonly requestLatency: HistogramVec<"verb" | "host">;
  /** `rest_client_rate_limiter_duration_seconds`: what requests wait for the limiter on this side. */
  readonly rateLimiterLatency: HistogramVec<"verb" | "host">;
  /** `rest_client_request_retries_total`: repeated requests, by the status code that asked for it. */
  readonly requestRetry: CounterVec<"code" | "verb" | "host">;
}

/**
 * Metrics of REST clients. Names, labels and buckets follow `metrics/prometheus/restclient` of k8s.io/component-base, members
 * client-go's `tools/metrics`.
 */
export function restClientMetrics(provider: MetricsProvider): RestClientMetrics {
  const labelNames = ["verb", "host"] as const;
  return {
    requestResult: provider.counter({
      name: "rest_client_requests_total",
      help: "HTTP requests, by status code, method and host",
      labelNames: ["code", "method", "host"],
    }),
    requestLatency: provider.histogram({
      name: "rest_client_request_duration_seconds",
      help: "Seconds that a request takes, by verb and host",
      labelNames,
      buckets,
    }),
    rateLimiterLatency: provider.histogram({
      name: "rest_client_rate_limiter_duration_seconds",
      help: "Seconds that a request waits for the client's own rate limiter, by verb and host",
      labelNames,
      buckets,
    }),
    requestRetry: provider.counter({
      name: "rest_client_request_retries_total",
      help: "Requests that were repeated, by status code, verb and host",
      labelNames: ["code", "verb", "host"],
    }),
  };
}
