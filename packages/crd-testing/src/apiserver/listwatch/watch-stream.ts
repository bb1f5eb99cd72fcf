import { setMaxListeners } from "node:events";
import type { Clock, Timer } from "crd-runtime";
import { StatusError } from "../status/index.js";
import { BookmarkTimer } from "./bookmark-timer.js";
import { concat } from "./encoding/text.js";
import type { Frame } from "./frame-cache.js";
import { type FrameSource, watchFrames } from "./watch-frames.js";

/** Bytes of a chunk, about. */
const chunkBytes = 256 * 1024;

/** Which bookmarks a watch gets beside the one that ends its initial events. */
export type Bookmarks = "none" | "periodic";

export interface WatchStreamOptions extends Omit<FrameSource, "takeBookmarkRequest"> {
  readonly clock: Clock;
  readonly bookmarks: Bookmarks;
  readonly timeoutMs: number;
  /** Aborted when the client has gone. */
  readonly signal: AbortSignal;
}

/**
 * The body of a watch. It holds no events: it reads them from the log when it is asked for them, and ends when it was too slow
 * for that. It also ends without a word when its time is over, when the client has gone, when the watch of the storage is
 * closed, and when an object cannot be converted.
 */
export class WatchStream implements AsyncIterableIterator<Uint8Array, undefined> {
  readonly #options: WatchStreamOptions;
  readonly #frames: Generator<Frame | undefined, void, undefined>;
  readonly #deadline: Timer;
  readonly #bookmarkTimer: BookmarkTimer | undefined;
  #bookmarkRequested = false;
  #ended = false;
  /** Whether something has happened since frames were last looked for. */
  #isNews = true;
  #wake: (() => void) | undefined;

  constructor(options: WatchStreamOptions) {
    const { clock, timeoutMs, signal, events, bookmarks } = options;
    this.#options = options;
    const takeBookmarkRequest = (): boolean => this.#takeBookmarkRequest();
    this.#frames = watchFrames({ ...options, takeBookmarkRequest });
    this.#deadline = clock.setTimer(timeoutMs, this.#end);
    if (bookmarks === "periodic") {
      const end = clock.monotonic() + timeoutMs;
      this.#bookmarkTimer = new BookmarkTimer({ clock, end, onDue: () => this.#onBookmarkDue() });
    }
    events.onChange(() => this.#tell());
    const { ended } = options.selection.resource;
    if (ended !== undefined) {
      // Every watch of a resource listens to it; Node takes more than ten for a leak.
      setMaxListeners(0, ended);
      ended.addEventListener("abort", this.#close, { once: true });
      if (ended.aborted) this.#close();
    }
    signal.addEventListener("abort", this.#end, { once: true });
    if (signal.aborted || timeoutMs <= 0) this.#end();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<Uint8Array, undefined>> {
    for (;;) {
      this.#isNews = false;
      const chunk = this.#ended ? undefined : this.#chunk();
      const value = chunk instanceof Promise ? await chunk : chunk;
      if (value !== undefined) return { value, done: false };
      if (this.#ended) return { value: undefined, done: true };
      if (this.#isNews) continue;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  async return(): Promise<IteratorResult<Uint8Array, undefined>> {
    this.#end();
    return { value: undefined, done: true };
  }

  /** What there is to send now; undefined: nothing. */
  #chunk(): Uint8Array | undefined | Promise<Uint8Array | undefined> {
    const ready: Uint8Array[] = [];
    let bytes = 0;
    while (bytes < chunkBytes) {
      const frame = this.#frame();
      if (frame instanceof Promise) return this.#withConverted(ready, frame);
      if (frame === undefined) break;
      ready.push(frame);
      bytes += frame.length;
    }
    return ready.length === 0 ? undefined : concat(ready);
  }

  async #withConverted(
    ready: readonly Uint8Array[],
    frame: Promise<Uint8Array>,
  ): Promise<Uint8Array | undefined> {
    try {
      return concat([...ready, await frame]);
    } catch (error) {
      this.#fail(error);
      return ready.length === 0 ? undefined : concat(ready);
    }
  }

  /** The next frame; undefined: none now, or the stream has ended. */
  #frame(): Frame | undefined {
    try {
      const { value, done } = this.#frames.next();
      if (done === true) this.#end();
      return value ?? undefined;
    } catch (error) {
      this.#fail(error);
      return undefined;
    }
  }

  /** What a client can do nothing about ends the stream; our own faults break it. */
  #fail(error: unknown): void {
    this.#end();
    if (!(error instanceof StatusError)) throw error;
  }

  #takeBookmarkRequest(): boolean {
    const requested = this.#bookmarkRequested;
    this.#bookmarkRequested = false;
    return requested;
  }

  #onBookmarkDue(): void {
    this.#bookmarkRequested = true;
    this.#tell();
  }

  #tell(): void {
    this.#isNews = true;
    const wake = this.#wake;
    this.#wake = undefined;
    wake?.();
  }

  /** No more events: those that there are are still sent. */
  readonly #close = (): void => this.#options.events.close();

  readonly #end = (): void => {
    if (this.#ended) return;
    this.#ended = true;
    const { events, selection, signal } = this.#options;
    this.#deadline.cancel();
    this.#bookmarkTimer?.cancel();
    selection.resource.ended?.removeEventListener("abort", this.#close);
    signal.removeEventListener("abort", this.#end);
    events.close();
    this.#tell();
  };
}
