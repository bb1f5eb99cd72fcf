import { abortable } from "../../clock/abortable.js";
import { Backoff, type Clock, defaultBackoff, sleep, systemClock } from "../../clock/index.js";
import type { DeepReadonly, KubernetesObject } from "../../meta/index.js";
import { isApiError, isTooManyRequests } from "../../rest/index.js";
import { findInconsistency } from "./consistency-check.js";
import { EventReader, type InitialEvents } from "./event-reader.js";
import type { EventStream, StreamEnd } from "./event-stream.js";
import {
  isConnectionRefused,
  isUnusableResourceVersion,
  serverDelayMs,
  toError,
} from "./failure.js";
import { Intake } from "./intake.js";
import { requireReflectorNumbers } from "./option-check.js";
import type { ReflectorFailure, ReflectorOptions, ReflectorPhase } from "./options.js";
import { Relister } from "./relister.js";
import { RetryWindow } from "./retry-window.js";
import { SyncVersion } from "./sync-version.js";
import { reactTo, shortWatch, shortWatchMs } from "./watch-end.js";
import { WatchOpener } from "./watch-opener.js";
import { wentBack } from "./went-back.js";

/** Milliseconds for which lists are used once streaming the existing objects has come to nothing. */
const watchListPauseMs = 600_000;

/** What to do next. Exactly one is in hand at any time, so there is never more than one connection. */
type Phase<T extends KubernetesObject> =
  | { readonly name: "list" }
  | { readonly name: "watch-list"; readonly since: number }
  | { readonly name: "watch"; readonly stream?: EventStream<T> }
  | { readonly name: "wait"; readonly ms: number; readonly next: Phase<T> };

/**
 * Keeps a store equal to what a server has: lists, or streams the existing objects, then watches, and starts over where
 * that cannot go on. One state machine owns the connection. Follows client-go's reflector. What differs: a watch has a
 * deadline on our side too; streaming the existing objects has one, and falls back to a list; watches are never opened less
 * than a second apart; a broken stream is resumed; after an outage it is made sure that the server's data did not go back;
 * waits end at once when stopped; failures inside a watch are reported.
 *
 * @example
 * const store = new Store<Persisted<Database>>();
 * await new Reflector({ listerWatcher: clientset.exampleV1().databases(), store }).run(signal);
 */
export class Reflector<T extends KubernetesObject> {
  readonly #options: ReflectorOptions<T>;
  readonly #clock: Clock;
  readonly #version = new SyncVersion();
  readonly #backoff: Backoff;
  readonly #internalErrors: RetryWindow;
  readonly #relister: Relister<T, DeepReadonly<T>>;
  readonly #opener: WatchOpener<T>;
  readonly #reader: EventReader<T>;
  readonly #admit: (object: T) => DeepReadonly<T> | undefined;
  #phase: ReflectorPhase = "idle";
  /** Monotonic time until which existing objects are listed. */
  #watchListPausedUntil = Number.NEGATIVE_INFINITY;
  /** Nothing listened when a watch was opened last: the server, and its data, may be another one when it is back. */
  #wasDown = false;

  /** @throws RangeError for a negative number */
  constructor(options: ReflectorOptions<T>) {
    requireReflectorNumbers(options);
    const { clock = systemClock, random = Math.random, backoff = defaultBackoff } = options;
    const { listerWatcher, expected, transform, keyFunc, listPageSize: pageSize } = options;
    const { minWatchTimeoutSeconds, maxInternalErrorRetryMs: windowMs = 0 } = options;
    const lost = (error: unknown): void => {
      const during = this.#phase === "watch" || this.#phase === "watch-list" ? this.#phase : "list";
      this.#report({ during, error, level: "error", reaction: "goes on without the object" });
    };
    const intake = new Intake({
      expected,
      transform,
      onRefused: (problem) => lost(new TypeError(`the server sent ${problem}`)),
    });
    const version = this.#version;
    this.#options = options;
    this.#clock = clock;
    this.#backoff = new Backoff({ options: backoff, clock, random });
    this.#internalErrors = new RetryWindow({ clock, windowMs });
    const admit = (object: T): DeepReadonly<T> | undefined => intake.admit(object);
    this.#admit = admit;
    this.#relister = new Relister({
      listerWatcher,
      version,
      pageSize,
      admit,
      onInvalid: lost,
      clock,
    });
    this.#opener = new WatchOpener({
      listerWatcher,
      clock,
      random,
      minWatchTimeoutSeconds,
      onInvalid: lost,
    });
    this.#reader = new EventReader({ clock, version, intake, keyFunc, onLost: lost });
  }

  /** What it is doing. */
  get phase(): ReflectorPhase {
    return this.#phase;
  }

  /** The version that the store has reached, bookmarks included; empty before the first list. */
  get lastSyncResourceVersion(): string {
    return this.#version.last;
  }

  /** Milliseconds since a watch last brought something, a bookmark at least; undefined before. */
  get lastEventAgeMs(): number | undefined {
    const { lastEventAt } = this.#reader;
    return lastEventAt === undefined ? undefined : this.#clock.monotonic() - lastEventAt;
  }

  /** Runs until the signal is aborted; resolves when the connection is let go. To be called once. */
  async run(signal: AbortSignal): Promise<void> {
    let phase = this.#start();
    while (!signal.aborted) {
      this.#phase = phase.name;
      try {
        phase = await this.#perform({ phase, signal });
      } catch (error) {
        if (signal.aborted) break;
        const during = phase.name === "wait" ? "list" : phase.name;
        phase = this.#retry({ during, error, level: "error", next: this.#start() });
      }
    }
    if (phase.name === "watch") phase.stream?.close();
    this.#phase = "stopped";
  }

  /** Rejects when a list fails, when the store refuses it, and when the signal is aborted. */
  async #perform(input: {
    readonly phase: Phase<T>;
    readonly signal: AbortSignal;
  }): Promise<Phase<T>> {
    const { phase, signal } = input;
    switch (phase.name) {
      case "list":
        this.#replace(await this.#relister.list(signal));
        return { name: "watch" };
      case "watch-list":
        return this.#watchList({ since: phase.since, signal });
      case "watch":
        return this.#watch({ stream: phase.stream, signal });
      case "wait":
        await sleep({ clock: this.#clock, ms: phase.ms, signal });
        return phase.next;
    }
  }

  /** A new cycle. */
  #start(): Phase<T> {
    const { listerWatcher, watchList = true } = this.#options;
    const since = this.#clock.monotonic();
    const paused = since < this.#watchListPausedUntil;
    return !watchList || listerWatcher.supportsWatchList === false || paused
      ? { name: "list" }
      : { name: "watch-list", since };
  }

  #replace(list: {
    readonly items: readonly DeepReadonly<T>[];
    readonly resourceVersion: string;
  }): void {
    this.#options.store.replace(list.items, list.resourceVersion);
    this.#version.listed(list.resourceVersion);
  }

  /** One stream that begins with the existing objects. When it ends before they do, they begin anew. */
  async #watchList(input: {
    readonly since: number;
    readonly signal: AbortSignal;
  }): Promise<Phase<T>> {
    const { since, signal } = input;
    const { initialEventsIdleMs = 30_000, initialEventsDeadlineMs = 300_000 } = this.#options;
    const again: Phase<T> = { name: "watch-list", since };
    const deadlineMs = since + initialEventsDeadlineMs - this.#clock.monotonic();
    if (deadlineMs <= 0) return this.#pauseWatchList();

    const from = this.#version.forWatchList;
    const options = {
      sendInitialEvents: true,
      resourceVersionMatch: "NotOlderThan" as const,
      ...(from === "" ? {} : { resourceVersion: from }),
    };
    const stream = await this.#opener.open({ options, signal, deadlineMs });
    this.#version.opened("");
    stream.limitIdle(initialEventsIdleMs);
    const initial = await this.#reader.readInitialEvents(stream);
    if (initial.type === "complete") {
      stream.limitIdle(undefined);
      try {
        this.#replace({ items: initial.objects, resourceVersion: initial.resourceVersion });
      } catch (error) {
        stream.close();
        throw error;
      }
      await this.#checkConsistency({ streamed: initial, signal });
      return { name: "watch", stream };
    }
    switch (initial.end.type) {
      case "stopped":
        return again;
      case "closed":
        if (stream.events > 0 || stream.ageMs >= shortWatchMs) return again;
        return this.#afterWatchListError({ error: shortWatch(), again });
      case "idle":
      case "deadline":
        return this.#pauseWatchList();
      case "error":
        return this.#afterWatchListError({ error: initial.end.error, again });
    }
  }

  async #checkConsistency(input: {
    readonly streamed: Extract<InitialEvents<T>, { readonly type: "complete" }>;
    readonly signal: AbortSignal;
  }): Promise<void> {
    const { listerWatcher, checkConsistency = false } = this.#options;
    if (!checkConsistency) return;
    const admit = this.#admit;
    const found = await findInconsistency({ ...input, listerWatcher, admit, clock: this.#clock });
    if (found === undefined) return;
    const error = new Error(`the existing objects are not what a list says: ${found}`);
    const reaction = "goes on with what was streamed";
    this.#report({ during: "watch-list", error, level: "error", reaction });
  }

  #afterWatchListError(input: { readonly error: unknown; readonly again: Phase<T> }): Phase<T> {
    const { error, again } = input;
    const during = "watch-list";
    const refused = isConnectionRefused(error);
    if (refused || isTooManyRequests(error)) {
      return this.#retry({ during, error, level: refused ? "error" : "info", next: again });
    }
    if (isUnusableResourceVersion(error)) {
      this.#version.unusable();
      this.#report({ during, error, level: "info", reaction: "asks for the newest state" });
      return again;
    }
    this.#report({ during, error, level: "info", reaction: "lists instead" });
    // A server without such watches: what happens from the list on is not to come a second late.
    if (isApiError(error)) this.#opener.forget();
    return { name: "list" };
  }

  /** The server does not say where the existing objects end: they are listed for a while. */
  #pauseWatchList(): Phase<T> {
    this.#watchListPausedUntil = this.#clock.monotonic() + watchListPauseMs;
    const error = new Error("the server did not bring the existing objects to an end in time");
    const reaction = `lists instead, for ${watchListPauseMs / 60_000} minutes`;
    this.#report({ during: "watch-list", error, level: "error", reaction });
    return { name: "list" };
  }

  async #watch(input: {
    readonly stream: EventStream<T> | undefined;
    readonly signal: AbortSignal;
  }): Promise<Phase<T>> {
    const { signal } = input;
    if (this.#wasDown) {
      const next = await this.#afterOutage(signal);
      if (next !== undefined) return next;
    }
    const stream = input.stream ?? (await this.#openWatch(signal));
    const end: StreamEnd = await this.#reader.readInto({ stream, store: this.#options.store });
    if (end.type === "stopped") return { name: "watch" };
    const { next, delay, error, level } = reactTo({
      watch: { end, events: stream.events, ageMs: stream.ageMs },
      retryInternalError: () => this.#internalErrors.allows(),
    });
    this.#wasDown = isConnectionRefused(error);
    const phase: Phase<T> = next === "watch" ? { name: "watch" } : this.#start();
    const during = "watch";
    if (delay === "backoff") return this.#retry({ during, error, level, next: phase });
    if (error !== undefined) {
      this.#report({ during, error, level, reaction: "watches on from where it was" });
    }
    return phase;
  }

  /** What to do instead of a watch from where it was; undefined when that can go on. */
  async #afterOutage(signal: AbortSignal): Promise<Phase<T> | undefined> {
    const { listerWatcher } = this.#options;
    const during = "watch";
    try {
      const resourceVersion = this.#version.last;
      const isOlder = await abortable({
        promise: wentBack({ listerWatcher, resourceVersion, signal }),
        signal,
      });
      this.#wasDown = false;
      if (!isOlder) return undefined;
    } catch (error) {
      if (signal.aborted) throw error;
      return this.#retry({ during, error, level: "error", next: { name: "watch" } });
    }
    this.#version.unusable();
    const error = new Error("the server's data is older than what it had sent");
    this.#report({ during, error, level: "error", reaction: "asks for the newest state" });
    return this.#start();
  }

  async #openWatch(signal: AbortSignal): Promise<EventStream<T>> {
    const resourceVersion = this.#version.last;
    const stream = await this.#opener.open({ options: { resourceVersion }, signal });
    this.#version.opened(resourceVersion);
    return stream;
  }

  #retry(input: {
    readonly during: ReflectorFailure["during"];
    readonly error: unknown;
    readonly level: ReflectorFailure["level"];
    readonly next: Phase<T>;
  }): Phase<T> {
    const ms = Math.max(this.#backoff.next(), serverDelayMs(input.error));
    const reaction = `tries again in ${(ms / 1000).toFixed(1)} s`;
    this.#report({ ...input, reaction });
    return { name: "wait", ms, next: input.next };
  }

  #report(input: Omit<ReflectorFailure, "error"> & { readonly error: unknown }): void {
    const { during, error, level, reaction } = input;
    this.#options.onFailure?.({ during, error: toError(error), level, reaction });
  }
}
