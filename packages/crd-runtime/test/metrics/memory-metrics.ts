import type { MetricOptions, MetricsProvider } from "../../src/metrics/index.js";

/** Metrics that a test can read. */
export class MemoryMetrics implements MetricsProvider {
  readonly #values = new Map<string, number>();
  readonly #observations = new Map<string, number[]>();

  readonly counter = this.#vec.bind(this);
  readonly gauge = this.#vec.bind(this);
  readonly histogram = this.#vec.bind(this);

  /** Of a counter or gauge, by name and labels as Prometheus prints them; undefined when it was never set. */
  value(series: string): number | undefined {
    return this.#values.get(series);
  }

  /** What a histogram was given, in order. */
  observations(series: string): readonly number[] {
    return this.#observations.get(series) ?? [];
  }

  /** Every series that was touched, sorted. */
  series(): readonly string[] {
    return [...this.#values.keys(), ...this.#observations.keys()].sort();
  }

  #vec<Label extends string>({ name, labelNames }: MetricOptions<Label>) {
    return {
      with: (labels: Readonly<Record<Label, string>>) => {
        const pairs = labelNames.map((label) => `${label}="${labels[label]}"`);
        const series = `${name}{${pairs.join(",")}}`;
        const add = (amount: number): void => {
          this.#values.set(series, (this.#values.get(series) ?? 0) + amount);
        };
        return {
          inc: (amount = 1) => add(amount),
          dec: (amount = 1) => add(-amount),
          set: (value: number) => {
            this.#values.set(series, value);
          },
          observe: (value: number) => {
            this.#observations.set(series, [...this.observations(series), value]);
          },
        };
      },
    };
  }
}
