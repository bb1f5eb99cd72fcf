import type { Clock } from "../clock/index.js";
import type { GroupVersionResource } from "../meta/index.js";
import { type InformerMetrics, informerMetrics, type MetricsProvider } from "../metrics/index.js";

/** Digits of a resource version that a number holds exactly. */
const exactDigits = 15;

/** Counts what goes from an informer's queue into its cache. */
export class CacheMetrics {
  readonly #metrics: InformerMetrics;
  readonly #clock: Clock;

  constructor(input: {
    readonly provider: MetricsProvider;
    readonly name: string;
    readonly resource: GroupVersionResource | undefined;
    readonly clock: Clock;
  }) {
    const { provider, name, clock } = input;
    const { group, version, resource } = input.resource ?? { group: "", version: "", resource: "" };
    this.#metrics = informerMetrics({ provider, name, group, version, resource });
    this.#clock = clock;
  }

  /** To be called before a batch is processed. @returns to be called after it, with what is left and how far the cache is */
  begin(): (after: { readonly queued: number; readonly resourceVersion: string }) => void {
    const begunAt = this.#clock.monotonic();
    return ({ queued, resourceVersion }) => {
      this.#metrics.processingLatency.observe((this.#clock.monotonic() - begunAt) / 1_000);
      this.#metrics.queuedItems.set(queued);
      const version = Number(resourceVersion.slice(-exactDigits));
      if (Number.isInteger(version)) this.#metrics.storeResourceVersion.set(version);
    };
  }
}
