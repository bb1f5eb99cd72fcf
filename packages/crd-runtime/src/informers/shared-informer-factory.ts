import type { ListerWatcher } from "../cache/index.js";
import { systemClock } from "../clock/index.js";
import { onAbort } from "../clock/on-abort.js";
import {
  formatGroupResource,
  type GroupVersionResource,
  type KubernetesObject,
} from "../meta/index.js";
import { type CacheSyncResult, type Syncable, waitForCacheSync } from "./cache-sync.js";
import type { ResourceInformerOptions, SharedInformerFactoryOptions } from "./factory-options.js";
import { InformerError, warnOfInformerErrors } from "./informer-error.js";
import { newResourceInformer } from "./resource-informer.js";
import { resourceName } from "./resource-name.js";
import type { SharedIndexInformer } from "./shared-index-informer.js";

/** An informer whose type only its resource tells, and its run once it has one. */
interface Entry {
  readonly informer: SharedIndexInformer<KubernetesObject>;
  running: Promise<void> | undefined;
  /** Of the call of start() that started it. */
  signal: AbortSignal | undefined;
}

/**
 * What the generated SharedInformerFactory stands on: one informer per resource, shared by all who ask for it, started and
 * stopped together.
 *
 * @example
 * const factory = new SharedInformerFactory(clientset, { resyncPeriodMs: 30_000 });
 * factory.example().v1().databases().informer().addEventHandler({ onAdd });
 * factory.start(signal);
 * await factory.waitForCacheSync(signal);
 */
export class SharedInformerFactoryBase {
  /** The namespace that informers are limited to, unless they are asked for with another one; empty for all. */
  readonly namespace: string;
  readonly #options: SharedInformerFactoryOptions;
  readonly #onError: (error: InformerError) => void;
  readonly #entries = new Map<string, Entry>();
  readonly #shutdown = new AbortController();
  #started = false;

  constructor(options: SharedInformerFactoryOptions = {}) {
    this.namespace = options.namespace ?? "";
    this.#options = options;
    this.#onError = options.onError ?? warnOfInformerErrors(options.clock ?? systemClock);
  }

  /**
   * The informer of a resource in a namespace: the same one for every caller. For generated code, which knows the type of
   * the resource, and whose client is that of the namespace. After a shutdown a new one is reported: it never runs.
   *
   * @throws RangeError for a negative number
   */
  informerFor<T extends KubernetesObject>(
    resource: GroupVersionResource,
    listerWatcher: ListerWatcher<T>,
    namespace: string = this.namespace,
  ): SharedIndexInformer<T> {
    const place = namespace === "" ? "all namespaces" : `namespace ${namespace}`;
    const name = `${resourceName(resource)}${namespace === this.namespace ? "" : ` in ${place}`}`;
    const known = this.#entries.get(name)?.informer;
    // One resource has one type: whoever asks for it has the same client.
    if (known !== undefined) return known as unknown as SharedIndexInformer<T>;
    const { transform, ...options } = this.#optionsOf(resource);
    const { freeze, detectMutations, metricsProvider, clock } = this.#options;
    const informer = newResourceInformer<T>({
      name,
      resource,
      listerWatcher,
      options: {
        ...options,
        transform: transform === undefined ? undefined : (object) => transform(object),
        freeze,
        detectMutations,
        metricsProvider,
        clock,
        onError: this.#onError,
      },
    });
    const entry = { informer, running: undefined, signal: undefined };
    this.#entries.set(name, entry);
    if (this.#shutdown.signal.aborted) this.#reportIdle(entry);
    return informer;
  }

  /**
   * Starts the informers that were asked for and have not been started; returns at once. To be called again after asking
   * for more. They run until the signal is aborted or the factory is shut down; after that it does not start them again, and
   * reports so.
   */
  start(signal?: AbortSignal): void {
    if (this.#shutdown.signal.aborted) {
      for (const entry of this.#entries.values()) this.#reportIdle(entry);
      return;
    }
    this.#started = true;
    for (const entry of this.#entries.values()) {
      if (entry.running !== undefined) {
        if (entry.signal?.aborted === true && signal?.aborted !== true) this.#reportIdle(entry);
        continue;
      }
      entry.signal = signal;
      entry.running = runUntilEither({
        run: (either) => entry.informer.run(either),
        signals: signal === undefined ? [this.#shutdown.signal] : [signal, this.#shutdown.signal],
      });
    }
  }

  /**
   * Waits until the first list of every informer is in its cache. Does not throw: when the signal is aborted or the factory
   * is shut down before, the result says which have not synced. An informer that was never started counts as not synced.
   */
  async waitForCacheSync(signal?: AbortSignal): Promise<CacheSyncResult> {
    const caches = Array.from(this.#entries.values(), (entry) => this.#syncable(entry));
    return await waitForCacheSync({ caches, signal });
  }

  /** Stops all informers and waits until none runs any more, handlers included. May be called more than once. */
  async shutdown(): Promise<void> {
    this.#shutdown.abort(new Error("the informer factory was shut down"));
    await Promise.all(Array.from(this.#entries.values(), (entry) => entry.running));
  }

  #optionsOf(resource: GroupVersionResource): ResourceInformerOptions {
    const { customResync = {}, resources = {} } = this.#options;
    const { resyncPeriodMs, tweakListOptions, transform, reflector } = this.#options;
    const names = [resourceName(resource), formatGroupResource(resource)];
    const [versioned = {}, unversioned = {}] = names.map((name) => resources[name]);
    const [first, second] = names.map((name) => customResync[name]);
    return {
      resyncPeriodMs:
        versioned.resyncPeriodMs ?? unversioned.resyncPeriodMs ?? first ?? second ?? resyncPeriodMs,
      tweakListOptions:
        versioned.tweakListOptions ?? unversioned.tweakListOptions ?? tweakListOptions,
      transform: versioned.transform ?? unversioned.transform ?? transform,
      reflector: { ...reflector, ...unversioned.reflector, ...versioned.reflector },
    };
  }

  #syncable(entry: Entry): Syncable {
    if (entry.running !== undefined) return entry.informer;
    this.#reportIdle(entry);
    return { name: entry.informer.name, whenSynced: async () => false };
  }

  /** Tells of an informer that somebody believes to run. */
  #reportIdle({ informer, signal }: Entry): void {
    const message = this.#shutdown.signal.aborted
      ? "the factory was shut down, so it does not run: make a new factory"
      : signal?.aborted === true
        ? "the signal that it was started with is aborted, so it does not run: make a new factory"
        : this.#started
          ? "it was asked for after start(), so it does not run: call start() again"
          : "start() was not called, so it does not run: call it first";
    this.#onError(new InformerError({ informer: informer.name, source: "misuse", message }));
  }
}

/** AbortSignal.any, but leaving nothing behind on signals that outlive the run. */
async function runUntilEither(input: {
  readonly run: (signal: AbortSignal) => Promise<void>;
  readonly signals: readonly AbortSignal[];
}): Promise<void> {
  const { run, signals } = input;
  const controller = new AbortController();
  const releases = signals.map((signal) =>
    onAbort({ signal, callback: () => controller.abort(signal.reason) }),
  );
  try {
    await run(controller.signal);
  } finally {
    for (const release of releases) release();
  }
}
