import type { ListAnswer, ListerWatcher } from "../../src/cache/index.js";
import type { KubernetesObject } from "../../src/meta/index.js";
import type { ListOptions } from "../../src/rest/index.js";
import type { WatchEvent } from "../../src/watch/index.js";
import { Channel } from "./channel.js";
import { expired } from "./objects.js";

/** A call that a source has got, without its signal and listeners. */
export interface Call {
  readonly verb: "list" | "watch";
  readonly options: Omit<ListOptions, "signal" | "onInvalid">;
}

type Change<T> = {
  readonly version: number;
  readonly type: "ADDED" | "MODIFIED" | "DELETED";
  readonly object: T;
};
type Events<T extends KubernetesObject> = Channel<WatchEvent<T>>;

/**
 * A server of one resource, as client-go's FakeControllerSource: objects, a log of all changes with tombstones, watches from
 * any version in it. What is pushed to `nextLists` and `nextWatches` answers the next calls instead.
 */
export class FakeSource<T extends KubernetesObject> implements ListerWatcher<T> {
  readonly calls: Call[] = [];
  readonly nextLists: ((options: ListOptions) => ListAnswer<T> | Promise<ListAnswer<T>>)[] = [];
  readonly nextWatches: ((options: ListOptions) => AsyncIterable<WatchEvent<T>>)[] = [];
  readonly supportsWatchList: boolean;
  /** Answers lists of any state without pages, as servers with a watch cache do. */
  watchCache = true;
  readonly #objects = new Map<string, T>();
  readonly #watches = new Set<Events<T>>();
  readonly #pages = new Map<string, readonly T[]>();
  #log: Change<T>[] = [];
  #version = 0;
  #compactedAt = 0;
  #silent = false;

  constructor(options: { readonly supportsWatchList?: boolean } = {}) {
    this.supportsWatchList = options.supportsWatchList ?? true;
  }

  get version(): string {
    return String(this.#version);
  }

  /** What there is now. */
  objects(): readonly T[] {
    return [...this.#objects.values()];
  }

  /** Watches that have not ended, the scripted ones not counted. */
  get openWatches(): number {
    return [...this.#watches].filter((watch) => !watch.ended).length;
  }

  lists(): readonly Call["options"][] {
    return this.calls.filter((call) => call.verb === "list").map((call) => call.options);
  }

  watches(): readonly Call["options"][] {
    return this.calls.filter((call) => call.verb === "watch").map((call) => call.options);
  }

  /** Creates or updates an object, and tells the watches. */
  put(object: T): T {
    const key = keyOf(object);
    const type = this.#objects.has(key) ? "MODIFIED" : "ADDED";
    const stored = this.#stamp(object);
    this.#objects.set(key, stored);
    this.#record({ type, object: stored });
    return stored;
  }

  /** Deletes an object, and tells the watches. */
  remove(object: T): void {
    const stored = this.#objects.get(keyOf(object));
    if (stored === undefined) return;
    this.#objects.delete(keyOf(object));
    this.#record({ type: "DELETED", object: this.#stamp(stored) });
  }

  /** Makes changes of which open watches hear nothing. */
  silently(change: () => void): void {
    this.#silent = true;
    change();
    this.#silent = false;
  }

  /** Forgets how the present state came about: watches from before are too old, page tokens too. */
  compact(): void {
    this.#log = [];
    this.#pages.clear();
    this.#compactedAt = this.#version;
  }

  /** Sends a bookmark to all watches. */
  bookmark(): void {
    this.#version++;
    for (const watch of this.#watches) watch.push(bookmark({ version: this.version }));
  }

  /** Ends all watches, cleanly or with an error. */
  endWatches(error?: unknown): void {
    for (const watch of this.#watches) {
      if (error === undefined) watch.close();
      else watch.fail(error);
    }
    this.#watches.clear();
  }

  async list(options: ListOptions): Promise<ListAnswer<T>> {
    this.#call("list", options);
    const script = this.nextLists.shift();
    if (script !== undefined) return await script(options);
    const { limit = 0, continue: token } = options;
    const rest = token === undefined ? [...this.#objects.values()] : this.#pages.get(token);
    if (rest === undefined) throw expired();
    if (
      limit === 0 ||
      rest.length <= limit ||
      (this.watchCache && options.resourceVersion === "0")
    ) {
      return { metadata: { resourceVersion: this.version }, items: rest };
    }
    const next = `page-${this.#pages.size + 1}`;
    this.#pages.set(next, rest.slice(limit));
    return {
      metadata: { resourceVersion: this.version, continue: next },
      items: rest.slice(0, limit),
    };
  }

  watch(options: ListOptions): AsyncIterable<WatchEvent<T>> {
    this.#call("watch", options);
    const script = this.nextWatches.shift();
    if (script !== undefined) return script(options);
    const events = new Channel<WatchEvent<T>>(options.signal);
    const { resourceVersion: from = "" } = options;
    if (options.sendInitialEvents === true || from === "" || from === "0") {
      for (const object of this.#objects.values()) events.push({ type: "ADDED", object });
      if (options.sendInitialEvents === true) {
        events.push(bookmark({ version: this.version, initialEventsEnd: "true" }));
      }
    } else if (Number(from) < this.#compactedAt) {
      events.fail(expired());
    } else {
      for (const { version, type, object } of this.#log) {
        if (version > Number(from)) events.push({ type, object });
      }
    }
    this.#watches.add(events);
    return events;
  }

  #call(verb: Call["verb"], options: ListOptions): void {
    const { signal, onInvalid: _, ...rest } = options;
    signal?.throwIfAborted();
    this.calls.push({ verb, options: rest });
  }

  #stamp(object: T): T {
    this.#version++;
    return { ...object, metadata: { ...object.metadata, resourceVersion: this.version } };
  }

  #record(event: { readonly type: Change<T>["type"]; readonly object: T }): void {
    this.#log.push({ version: this.#version, ...event });
    if (this.#silent) return;
    for (const watch of this.#watches) watch.push(event);
  }
}

export function bookmark(input: {
  readonly version: string;
  readonly initialEventsEnd?: string;
}): Extract<WatchEvent<KubernetesObject>, { readonly type: "BOOKMARK" }> {
  const { version: resourceVersion, initialEventsEnd } = input;
  const annotations =
    initialEventsEnd === undefined
      ? {}
      : { annotations: { "k8s.io/initial-events-end": initialEventsEnd } };
  return { type: "BOOKMARK", object: { metadata: { resourceVersion, ...annotations } } };
}

/** A watch that brings some events and then ends, cleanly or with an error; without `end` it stays open. */
export function scripted<T extends KubernetesObject>(input: {
  readonly options: ListOptions;
  readonly events?: readonly WatchEvent<T>[];
  readonly end?: "close" | { readonly error: unknown };
}): Channel<WatchEvent<T>> {
  const { options, events = [], end } = input;
  const channel = new Channel<WatchEvent<T>>(options.signal);
  for (const event of events) channel.push(event);
  if (end === "close") channel.close();
  else if (end !== undefined) channel.fail(end.error);
  return channel;
}

function keyOf(object: KubernetesObject): string {
  return `${object.metadata.namespace ?? ""}/${object.metadata.name ?? ""}`;
}
