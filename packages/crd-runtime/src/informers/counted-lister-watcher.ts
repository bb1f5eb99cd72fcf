import type { ListAnswer, ListerWatcher } from "../cache/index.js";
import { shortWatchMs } from "../cache/reflector/watch-end.js";
import type { Clock } from "../clock/index.js";
import type { KubernetesObject } from "../meta/index.js";
import type { ReflectorMetrics } from "../metrics/index.js";
import type { ListEach, ListOptions } from "../rest/index.js";
import type { WatchEvent } from "../watch/index.js";

/** Counts the lists and watches that a reflector asks for. A list in pages is one. */
export class CountedListerWatcher<T extends KubernetesObject> implements ListerWatcher<T> {
  readonly #listerWatcher: ListerWatcher<T>;
  readonly #metrics: ReflectorMetrics;
  readonly #clock: Clock;
  #list = { begunAt: 0, items: 0 };

  constructor(input: {
    readonly listerWatcher: ListerWatcher<T>;
    readonly metrics: ReflectorMetrics;
    readonly clock: Clock;
  }) {
    this.#listerWatcher = input.listerWatcher;
    this.#metrics = input.metrics;
    this.#clock = input.clock;
  }

  get supportsWatchList(): boolean {
    return this.#listerWatcher.supportsWatchList !== false;
  }

  list(options: ListOptions): Promise<ListAnswer<T>> {
    return this.#counted({ options, list: () => this.#listerWatcher.list(options) });
  }

  get listEach(): ListEach<T> | undefined {
    const { listEach } = this.#listerWatcher;
    if (listEach === undefined) return undefined;
    return (input) => this.#counted({ options: input.options, list: () => listEach(input) });
  }

  async #counted<
    Answer extends Pick<ListAnswer<T>, "metadata"> & { items: readonly unknown[] },
  >(call: {
    readonly options: ListOptions;
    readonly list: () => Promise<Answer>;
  }): Promise<Answer> {
    const { options, list } = call;
    if (options.continue === undefined) {
      this.#metrics.lists.inc();
      this.#list = { begunAt: this.#clock.monotonic(), items: 0 };
    }
    const answer = await list();
    this.#list.items += answer.items.length;
    if (!answer.metadata.continue) {
      this.#metrics.listDuration.observe(this.#secondsSince(this.#list.begunAt));
      this.#metrics.itemsInList.observe(this.#list.items);
    }
    return answer;
  }

  async *watch(options: ListOptions): AsyncGenerator<WatchEvent<T>, void, undefined> {
    const begunAt = this.#clock.monotonic();
    let events = 0;
    this.#metrics.watches.inc();
    try {
      for await (const event of this.#listerWatcher.watch(options)) {
        events += 1;
        yield event;
      }
    } finally {
      const seconds = this.#secondsSince(begunAt);
      this.#metrics.watchDuration.observe(seconds);
      this.#metrics.itemsInWatch.observe(events);
      if (events === 0 && seconds * 1_000 < shortWatchMs) this.#metrics.shortWatches.inc();
    }
  }

  #secondsSince(at: number): number {
    return (this.#clock.monotonic() - at) / 1_000;
  }
}
