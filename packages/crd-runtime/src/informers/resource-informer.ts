import { type ListerWatcher, metaNamespaceIndex, namespaceIndex } from "../cache/index.js";
import type { GroupVersionResource, KubernetesObject } from "../meta/index.js";
import type { ListOptions } from "../rest/index.js";
import { resourceName } from "./resource-name.js";
import {
  newSharedIndexInformer,
  type SharedIndexInformer,
  type SharedIndexInformerOptions,
} from "./shared-index-informer.js";

/** How an informer is made that no factory shares. */
export interface InformerOptions<T extends KubernetesObject>
  extends Pick<
    SharedIndexInformerOptions<T>,
    | "clock"
    | "detectMutations"
    | "freeze"
    | "handlerGraceMs"
    | "indexers"
    | "metricsProvider"
    | "onError"
    | "reflector"
    | "resyncPeriodMs"
    | "transform"
  > {
  /** Only objects of this namespace; all when absent or empty. Cluster-scoped kinds are in none. */
  readonly namespace?: string | undefined;
  /** Changes the options of every list and watch: selectors, mostly. */
  readonly tweakListOptions?: ((options: ListOptions) => ListOptions) | undefined;
}

/**
 * An informer of a resource, with an index by namespace besides those that are asked for. For generated code, whose client is
 * that of the namespace: `newDatabaseInformer({ client, ... })`.
 *
 * @throws RangeError for a negative number
 */
export function newResourceInformer<T extends KubernetesObject>(input: {
  readonly resource: GroupVersionResource;
  readonly listerWatcher: ListerWatcher<T>;
  readonly options: InformerOptions<T>;
  /** Stands in reports; resource and namespace when absent. */
  readonly name?: string;
}): SharedIndexInformer<T> {
  const { resource, listerWatcher } = input;
  const { namespace = "", tweakListOptions, indexers, ...options } = input.options;
  const place = namespace === "" ? "" : ` in namespace ${namespace}`;
  return newSharedIndexInformer<T>({
    ...options,
    name: input.name ?? `${resourceName(resource)}${place}`,
    listerWatcher: tweaked({ listerWatcher, tweakListOptions }),
    indexers: { [namespaceIndex]: metaNamespaceIndex, ...indexers },
    resource,
  });
}

function tweaked<T extends KubernetesObject>(input: {
  readonly listerWatcher: ListerWatcher<T>;
  readonly tweakListOptions: InformerOptions<T>["tweakListOptions"];
}): ListerWatcher<T> {
  const { listerWatcher, tweakListOptions } = input;
  if (tweakListOptions === undefined) return listerWatcher;
  // What ends the call, and what the reflector listens to.
  const tweak = (options: ListOptions): ListOptions => ({
    ...tweakListOptions(options),
    signal: options.signal,
    onInvalid: options.onInvalid,
  });
  const { supportsWatchList, listEach } = listerWatcher;
  return {
    list: (options) => listerWatcher.list(tweak(options)),
    listEach: listEach && ((input) => listEach({ ...input, options: tweak(input.options) })),
    watch: (options) => listerWatcher.watch(tweak(options)),
    ...(supportsWatchList === undefined ? {} : { supportsWatchList }),
  };
}
