import type { Clock } from "../clock/index.js";
import type { KubernetesObject } from "../meta/index.js";
import type { MetricsProvider } from "../metrics/index.js";
import type { ListOptions } from "../rest/index.js";
import type { InformerError } from "./informer-error.js";
import type { ReflectorTuning } from "./shared-index-informer.js";

/** What holds for the informers of one resource, in place of what holds for all. */
export interface ResourceInformerOptions {
  /** Milliseconds after which handlers that name no period get an update for each object; 0 for never. */
  readonly resyncPeriodMs?: number | undefined;
  /** Changes the options of every list and watch, in place of the factory's. */
  readonly tweakListOptions?: ((options: ListOptions) => ListOptions) | undefined;
  /** Changes objects before they are cached, in place of the factory's. */
  readonly transform?: (<T extends KubernetesObject>(object: T) => T) | undefined;
  readonly reflector?: ReflectorTuning | undefined;
}

/** What holds for all informers of a factory. */
export interface SharedInformerFactoryOptions {
  /** Milliseconds after which handlers that name no period get an update for each object; 0, for never, when absent. */
  readonly resyncPeriodMs?: number | undefined;
  /** Resync periods of single resources: `{ "databases.example.com": 60_000 }`, or `databases.v1.example.com` for one version. */
  readonly customResync?: Readonly<Record<string, number>> | undefined;
  /**
   * Options of single resources by their names: `databases.example.com`, or `databases.v1.example.com` for one version. What
   * is absent there is as for all.
   */
  readonly resources?: Readonly<Record<string, ResourceInformerOptions>> | undefined;
  /**
   * Only objects of this namespace, where informers are asked for without another one; all when absent or empty.
   * Cluster-scoped kinds are not affected.
   */
  readonly namespace?: string | undefined;
  /** Changes the options of every list and watch: selectors, mostly. */
  readonly tweakListOptions?: ((options: ListOptions) => ListOptions) | undefined;
  /** Changes objects before they are cached, such as {@link stripManagedFields}. */
  readonly transform?: (<T extends KubernetesObject>(object: T) => T) | undefined;
  /** Freezes cached objects, so that code that changes them fails at the place. For tests: it costs time. */
  readonly freeze?: boolean | undefined;
  /** Reports cached objects that were changed. For tests: it costs time, and memory twice. */
  readonly detectMutations?: boolean | undefined;
  /** Counts lists, watches, and what goes into caches, under client-go's names; nothing when absent. */
  readonly metricsProvider?: MetricsProvider | undefined;
  readonly clock?: Clock | undefined;
  /** Hears of errors. Absent: those that matter become warnings of the process. */
  readonly onError?: ((error: InformerError) => void) | undefined;
  /** How connections behave. */
  readonly reflector?: ReflectorTuning | undefined;
}
