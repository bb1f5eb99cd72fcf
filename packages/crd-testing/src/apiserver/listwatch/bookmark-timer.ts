import type { Clock, Timer } from "crd-runtime";

const everyMs = 60_000;
/** How long before the end of a watch its last bookmark is sent. */
const beforeEndMs = 2_000;

/**
 * Says when a bookmark is due: each minute, and two seconds before the end, as cacheWatcher.nextBookmarkTime of apiserver has it.
 * What differs: the real server is up to 1.25 s early or late, and may then send one twice.
 */
export class BookmarkTimer {
  readonly #clock: Clock;
  readonly #last: number;
  readonly #onDue: () => void;
  #timer: Timer | undefined;

  constructor(input: {
    readonly clock: Clock;
    /** When the watch ends, on the monotonic clock. */
    readonly end: number;
    readonly onDue: () => void;
  }) {
    this.#clock = input.clock;
    this.#last = input.end - beforeEndMs;
    this.#onDue = input.onDue;
    this.#arm();
  }

  cancel(): void {
    this.#timer?.cancel();
  }

  #arm(): void {
    const left = this.#last - this.#clock.monotonic();
    if (left <= 0) return;
    this.#timer = this.#clock.setTimer(Math.min(everyMs, left), () => {
      this.#arm();
      this.#onDue();
    });
  }
}
