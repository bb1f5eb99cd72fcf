import { type Clock, sleep } from "../../clock/index.js";
import type { KubernetesObject } from "../../meta/index.js";
import type { ListOptions } from "../../rest/index.js";
import type { ListerWatcher } from "../lister-watcher.js";
import { EventStream } from "./event-stream.js";

/** Least and default seconds after which the server is asked to end a watch; the most is twice as long. */
const minTimeoutSeconds = 300;
/** Milliseconds that a watch may outlive this before it counts as dead. */
const graceMs = 30_000;
/** Milliseconds between the starts of two watches. */
const spacingMs = 1_000;

/** Opens the watches of one reflector: bookmarks on, a random end, a deadline of our own, never close together. */
export class WatchOpener<T extends KubernetesObject> {
  readonly #listerWatcher: ListerWatcher<T>;
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #minTimeoutSeconds: number;
  readonly #onInvalid: ListOptions["onInvalid"];
  #nextAt = Number.NEGATIVE_INFINITY;

  constructor(input: {
    readonly listerWatcher: ListerWatcher<T>;
    readonly clock: Clock;
    readonly random: () => number;
    readonly minWatchTimeoutSeconds: number | undefined;
    /** Hears of objects that the client leaves out. */
    readonly onInvalid?: ListOptions["onInvalid"];
  }) {
    this.#listerWatcher = input.listerWatcher;
    this.#clock = input.clock;
    this.#random = input.random;
    this.#onInvalid = input.onInvalid;
    this.#minTimeoutSeconds = Math.max(input.minWatchTimeoutSeconds ?? 0, minTimeoutSeconds);
  }

  /** The last one came to nothing: the next need not wait. */
  forget(): void {
    this.#nextAt = Number.NEGATIVE_INFINITY;
  }

  /** @throws the signal's reason when it is aborted while waiting for the time of the next watch */
  async open(input: {
    readonly options: ListOptions;
    readonly signal: AbortSignal;
    /** Ends the stream sooner than its own deadline. */
    readonly deadlineMs?: number | undefined;
  }): Promise<EventStream<T>> {
    const { signal, deadlineMs = Number.POSITIVE_INFINITY } = input;
    const waitMs = this.#nextAt - this.#clock.monotonic();
    if (waitMs > 0) await sleep({ clock: this.#clock, ms: waitMs, signal });
    this.#nextAt = this.#clock.monotonic() + spacingMs;

    const timeoutSeconds = Math.floor(this.#minTimeoutSeconds * (1 + this.#random()));
    const onInvalid = this.#onInvalid;
    const options = { ...input.options, onInvalid, allowWatchBookmarks: true, timeoutSeconds };
    return new EventStream({
      open: (streamSignal) => this.#listerWatcher.watch({ ...options, signal: streamSignal }),
      signal,
      clock: this.#clock,
      deadlineMs: Math.min(deadlineMs, timeoutSeconds * 1000 + graceMs),
    });
  }
}
