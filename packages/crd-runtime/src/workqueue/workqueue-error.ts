import type { Clock } from "../clock/index.js";
import { report } from "../warnings/report.js";
import { throttledWarnings } from "../warnings/throttled-warnings.js";
import { type ItemKey, labelOf } from "./item-key.js";

/** What a {@link WorkqueueError} is about: a handler that failed, a wrong call, or a drain that was ended. */
export type WorkqueueErrorSource = "handler" | "misuse" | "drain";

/** What a {@link WorkqueueError} is made of. */
export interface WorkqueueErrorInit {
  readonly queue: string;
  readonly source: WorkqueueErrorSource;
  readonly message: string;
  readonly item?: unknown;
  readonly cause?: unknown;
}

/** Something went wrong at a queue, which goes on. What it was is in `cause`. */
export class WorkqueueError extends Error {
  override readonly name = "WorkqueueError";
  /** Name of the queue; empty when it has none. */
  readonly queue: string;
  readonly source: WorkqueueErrorSource;
  /** The item, when it was about one. */
  readonly item: unknown;

  constructor(input: WorkqueueErrorInit) {
    const { queue, source, message, item, cause } = input;
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(
      `${labelOf(queue)}: ${message}${cause === undefined ? "" : `: ${reason}`}`,
      cause === undefined ? {} : { cause },
    );
    this.queue = queue;
    this.source = source;
    this.item = item;
  }
}

/** What is said of a `done` without a `get`. */
export function notInProcessing(input: {
  readonly queue: string;
  readonly key: ItemKey;
  readonly item: unknown;
}): WorkqueueError {
  const { queue, key, item } = input;
  const message = `done was called for ${key}, which is not in processing`;
  return new WorkqueueError({ queue, source: "misuse", message, item });
}

/**
 * Says errors to the user's `onError`. Without one they become warnings of the process, of type `WorkqueueWarning`, at most
 * one a second of a queue and source.
 */
export function errorReporter(input: {
  readonly onError: ((error: WorkqueueError) => void) | undefined;
  readonly clock: Clock;
}): (error: WorkqueueError) => void {
  const { clock } = input;
  const type = "WorkqueueWarning";
  const sortOf = ({ queue, source }: WorkqueueError): string => `${queue} ${source}`;
  const onError = input.onError ?? throttledWarnings({ clock, type, sortOf });
  return (error) => report({ error, onError, type });
}

/**
 * Lets through what a queue can wait for.
 *
 * @throws RangeError, with the queue's name, for NaN and infinity
 */
export function checkDelay(input: {
  readonly queue: string;
  readonly what: string;
  readonly ms: number;
}): number {
  const { queue, what, ms } = input;
  if (Number.isFinite(ms)) return ms;
  throw new RangeError(`${labelOf(queue)}: ${what} is no number of milliseconds: ${ms}`);
}
