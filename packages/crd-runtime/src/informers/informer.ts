import {
  type Batch,
  type Indexer,
  type Indexers,
  RealFifo,
  Reflector,
  type ReflectorFailure,
  Store,
} from "../cache/index.js";
import { requireNotNegative } from "../cache/not-negative.js";
import { Pacer } from "../cache/pacer.js";
import { abortable } from "../clock/abortable.js";
import { type Clock, systemClock } from "../clock/index.js";
import { onAbort } from "../clock/on-abort.js";
import type { KubernetesObject } from "../meta/index.js";
import { reflectorMetrics } from "../metrics/index.js";
import { CacheMetrics } from "./cache-metrics.js";
import { cacheView } from "./cache-view.js";
import { CountedListerWatcher } from "./counted-lister-watcher.js";
import { DeltaProcessor } from "./delta-processor.js";
import type {
  EventHandlerOptions,
  EventHandlerRegistration,
  ResourceEventHandler,
} from "./event-handler.js";
import { Gate } from "./gate.js";
import { handlerProblem } from "./handler-check.js";
import { InformerError, type InformerErrorInit, warnOfInformerErrors } from "./informer-error.js";
import { MutationDetector } from "./mutation-detector.js";
import { PartSharing } from "./part-sharing.js";
import type { SharedIndexInformer, SharedIndexInformerOptions } from "./shared-index-informer.js";
import { SharedProcessor } from "./shared-processor.js";
import { deepFreeze, guardTransform, type TransformFunc } from "./transform.js";

/** Milliseconds that a stop waits for running handlers. */
const defaultHandlerGraceMs = 30_000;

/** The shared informer: a reflector fills a queue, the queue changes the cache, changes are distributed to handlers. */
export class Informer<T extends KubernetesObject> implements SharedIndexInformer<T> {
  readonly name: string;
  readonly indexer: Indexer<T>;
  readonly #clock: Clock;
  readonly #onError: (error: InformerError) => void;
  readonly #handlerGraceMs: number;
  readonly #store: Store<T>;
  readonly #queue = new RealFifo<T>();
  readonly #deltas: DeltaProcessor<T>;
  readonly #processor: SharedProcessor<T>;
  readonly #reflector: Reflector<T>;
  readonly #synced = new Gate();
  readonly #sharing = new PartSharing();
  readonly #mutations: MutationDetector | undefined;
  readonly #freeze: boolean;
  readonly #metrics: CacheMetrics | undefined;
  #transform: TransformFunc<T> = (object) => object;
  #state: "new" | "started" | "stopped" = "new";

  constructor(options: SharedIndexInformerOptions<T>) {
    const { clock = systemClock, keyFunc, indexers, expected } = options;
    const { name, resource, metricsProvider: provider } = options;
    this.name = options.name;
    const { handlerGraceMs = defaultHandlerGraceMs, freeze = false } = options;
    requireNotNegative({ owner: `informer ${options.name}`, options: { handlerGraceMs } });
    this.#clock = clock;
    this.#onError = options.onError ?? warnOfInformerErrors(clock);
    this.#handlerGraceMs = handlerGraceMs;
    this.#freeze = freeze;
    this.#store = new Store({
      keyFunc,
      indexers,
      onIndexError: ({ message, cause }) =>
        this.#report({ source: "index", message: `${message}; it lacks that object`, cause }),
    });
    this.indexer = cacheView({
      store: this.#store,
      refuse: (write) =>
        this.#misuse(`${write}() was called on its cache, which only the informer may change`),
    });
    if (options.detectMutations === true) {
      const onMutation = (message: string): void => this.#report({ source: "cache", message });
      this.#mutations = new MutationDetector({ clock, onMutation });
    }
    this.#processor = new SharedProcessor({
      informer: options.name,
      clock,
      resyncPeriodMs: options.resyncPeriodMs,
      onResyncDue: () => this.#queue.resync(),
      onProblem: (problem) => this.#report({ source: "handler", ...problem }),
    });
    this.#deltas = new DeltaProcessor({
      store: this.#store,
      clock,
      distribute: (input) => this.#processor.distribute(input),
      onKeyError: (cause) =>
        this.#report({ source: "cache", message: "an object was left out", cause }),
    });
    let { listerWatcher } = options;
    if (provider !== undefined) {
      this.#metrics = new CacheMetrics({ provider, name, resource, clock });
      const metrics = reflectorMetrics({ provider, name });
      listerWatcher = new CountedListerWatcher({ listerWatcher, metrics, clock });
    }
    this.#reflector = new Reflector<T>({
      ...options.reflector,
      name: `informer ${options.name}`,
      listerWatcher,
      expected,
      keyFunc,
      clock,
      store: this.#queue,
      transform: (object) => this.#prepare(object),
      onFailure: (failure) => this.#reportFailure(failure),
    });
    if (options.transform !== undefined) this.setTransform(options.transform);
  }

  get state(): "new" | "started" | "stopped" {
    return this.#state;
  }

  get lastSyncResourceVersion(): string {
    return this.#reflector.lastSyncResourceVersion;
  }

  get lastEventAgeMs(): number | undefined {
    return this.#reflector.lastEventAgeMs;
  }

  hasSynced(): boolean {
    return this.#synced.isOpen;
  }

  whenSynced(signal?: AbortSignal): Promise<boolean> {
    return this.#synced.wait(signal);
  }

  setTransform(transform: TransformFunc<T>): void {
    if (this.#state !== "new") throw this.#misuse("its transform was set after the start");
    this.#transform = guardTransform({
      transform,
      onError: (problem) => this.#report({ source: "transform", ...problem }),
    });
  }

  addIndexers(indexers: Indexers<T>): void {
    if (this.#state === "stopped")
      throw this.#misuse("indices were added, but it has stopped already");
    this.#store.addIndexers(indexers);
  }

  addEventHandler(
    handler: ResourceEventHandler<T>,
    options: EventHandlerOptions = {},
  ): EventHandlerRegistration {
    if (this.#state === "stopped") {
      throw this.#misuse("a handler was added, but it has stopped already");
    }
    // Who adds a function, or what an initializer has yet to set, would wait for calls that never come.
    const problem = handlerProblem(handler);
    if (problem !== undefined) throw this.#misuse(problem);
    return this.#processor.add({ handler, options, objects: this.#store.list() });
  }

  async removeEventHandler(registration: EventHandlerRegistration): Promise<void> {
    if (this.#processor.has(registration)) await registration.remove();
  }

  async run(signal: AbortSignal): Promise<void> {
    if (this.#state !== "new") {
      this.#report({
        source: "misuse",
        message: "it was run more than once; only the first counts",
      });
      return;
    }
    this.#state = "started";
    const release = onAbort({ signal, callback: () => this.#queue.close() });
    this.#processor.start();
    this.#mutations?.start();
    await Promise.all([this.#reflector.run(signal), this.#processDeltas(signal)]);
    release();
    this.#state = "stopped";
    this.#synced.close();
    await this.#processor.stop(this.#handlerGraceMs);
    this.#mutations?.stop();
  }

  /** What still waits when the signal is aborted is left. */
  async #processDeltas(signal: AbortSignal): Promise<void> {
    const pacer = new Pacer(this.#clock);
    const metrics = this.#metrics;
    const process = (batch: Batch<T>): Promise<void> =>
      metrics === undefined ? this.#deltas.process(batch) : this.#counted({ batch, metrics });
    while (!signal.aborted) {
      try {
        if (!(await this.#queue.pop(process))) return;
      } catch (cause) {
        this.#report({ source: "cache", message: "changes could not be applied", cause });
      }
      if (!this.#synced.isOpen && this.#queue.hasSynced()) {
        this.#synced.open();
        this.#processor.sourceSynced();
      }
      const wait = this.#processor.whenReady() ?? pacer.turn();
      // Aborted while handlers catch up: the loop ends.
      if (wait !== undefined) await abortable({ promise: wait, signal }).catch(() => {});
    }
  }

  async #counted(input: {
    readonly batch: Batch<T>;
    readonly metrics: CacheMetrics;
  }): Promise<void> {
    const { batch, metrics } = input;
    const done = metrics.begin();
    await this.#deltas.process(batch);
    done({ queued: this.#queue.size, resourceVersion: this.#store.resourceVersion });
  }

  /** What is cached of an object that has come. */
  #prepare(object: T): T {
    const prepared = this.#sharing.share(this.#transform(object));
    this.#mutations?.add(prepared);
    return this.#freeze ? deepFreeze(prepared) : prepared;
  }

  #reportFailure(failure: ReflectorFailure): void {
    const { during, error, level, reaction } = failure;
    const message = `${during} failed: ${error.message}; it ${reaction}`;
    this.#report({ source: during, message, level, cause: error });
  }

  #misuse(message: string): InformerError {
    return new InformerError({ informer: this.name, source: "misuse", message });
  }

  /** Later, so that what a listener does cannot come between two steps of ours. */
  #report(init: Omit<InformerErrorInit, "informer">): void {
    const error = new InformerError({ informer: this.name, ...init });
    queueMicrotask(() => {
      try {
        this.#onError(error);
      } catch (thrown) {
        process.emitWarning(`onError failed: ${String(thrown)}; it was to hear: ${error.message}`, {
          type: "InformerWarning",
        });
      }
    });
  }
}
