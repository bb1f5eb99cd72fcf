/** A number that only ever goes up. */
export interface CounterMetric {
  /** Adds to the counter; 1 unless said, never less than 0. */
  inc(amount?: number): void;
}

/** A number that goes up and down. */
export interface GaugeMetric {
  /** Adds to the gauge; 1 unless said. */
  inc(amount?: number): void;
  /** Takes from the gauge; 1 unless said. */
  dec(amount?: number): void;
  set(value: number): void;
}

/** Counts observations in buckets, and adds them up. */
export interface HistogramMetric {
  observe(value: number): void;
}

/** Metrics of one name, one for each combination of label values. */
export interface MetricVec<Label extends string, Metric> {
  /** The metric of these label values: keep it where the values stay, looking it up costs. */
  with(labels: Readonly<Record<Label, string>>): Metric;
}

export type CounterVec<Label extends string> = MetricVec<Label, CounterMetric>;
export type GaugeVec<Label extends string> = MetricVec<Label, GaugeMetric>;
export type HistogramVec<Label extends string> = MetricVec<Label, HistogramMetric>;

/** What a metric is called. */
export interface MetricOptions<Label extends string> {
  /** As Prometheus names metrics: `workqueue_adds_total`. */
  readonly name: string;
  readonly help: string;
  readonly labelNames: readonly Label[];
}

/** What a histogram is called, and what it counts apart. */
export interface HistogramOptions<Label extends string> extends MetricOptions<Label> {
  /** Upper bounds of the buckets, ascending; the one without a bound is added. */
  readonly buckets: readonly number[];
}

/**
 * Makes the metrics of the runtime; `promClientMetrics` of `crd-runtime/prom-client` makes those of prom-client. Asking twice
 * for one name gives the same metric: every queue, client and elector asks anew.
 */
export interface MetricsProvider {
  counter<Label extends string>(options: MetricOptions<Label>): CounterVec<Label>;
  gauge<Label extends string>(options: MetricOptions<Label>): GaugeVec<Label>;
  histogram<Label extends string>(options: HistogramOptions<Label>): HistogramVec<Label>;
}

const noop = { inc: () => {}, dec: () => {}, set: () => {}, observe: () => {} };
const noopVec = { with: () => noop };

/** Counts nothing: what is used when no provider is given. */
export const noopMetricsProvider: MetricsProvider = {
  counter: () => noopVec,
  gauge: () => noopVec,
  histogram: () => noopVec,
};
