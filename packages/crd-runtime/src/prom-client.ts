import { Counter, Gauge, Histogram, type Metric, type Registry, register } from "prom-client";
import type { MetricOptions, MetricsProvider } from "./metrics/index.js";

/**
 * Makes the metrics of the runtime in a registry of prom-client, in its default one unless another is given. Needs the
 * package `prom-client`. A metric that the registry has already is used.
 *
 * @throws Error, when a metric is made, if the registry has one of that name that is another kind or has other labels
 * @example
 * import { promClientMetrics } from "crd-runtime/prom-client";
 *
 * const metrics = promClientMetrics();
 */
export function promClientMetrics(registry: Registry = register): MetricsProvider {
  const registers = [registry];
  return {
    counter(options) {
      const make = (): Counter => new Counter({ ...options, registers });
      const counter = registered({ registry, options, kind: Counter<string>, make });
      return { with: (labels) => counter.labels(labels) };
    },
    gauge(options) {
      const make = (): Gauge => new Gauge({ ...options, registers });
      const gauge = registered({ registry, options, kind: Gauge<string>, make });
      return { with: (labels) => gauge.labels(labels) };
    },
    histogram(options) {
      const buckets = [...options.buckets];
      const make = (): Histogram => new Histogram({ ...options, buckets, registers });
      const histogram = registered({ registry, options, kind: Histogram<string>, make });
      return { with: (labels) => histogram.labels(labels) };
    },
  };
}

function registered<M extends Metric>(input: {
  readonly registry: Registry;
  readonly options: MetricOptions<string>;
  readonly kind: abstract new (configuration: never) => M;
  readonly make: () => M;
}): M {
  const { registry, options, kind, make } = input;
  const metric = registry.getSingleMetric(options.name);
  if (metric === undefined) return make();
  const labels = labelsOf(metric);
  if (metric instanceof kind && labels === labelsOf(options)) return metric;
  throw new Error(
    `the registry has another metric '${options.name}', a ${metric.constructor.name} with the labels ${labels}; ` +
      `the runtime's is a ${kind.name} with the labels ${labelsOf(options)}: give promClientMetrics a registry of its own`,
  );
}

/** prom-client's types leave out the label names of a metric. */
function labelsOf(metric: object): string {
  const names: unknown = Reflect.get(metric, "labelNames");
  return Array.isArray(names) ? names.toSorted().join(", ") : "";
}
