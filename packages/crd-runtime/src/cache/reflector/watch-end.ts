import { isApiError, isGone, isInternalError, isTooManyRequests } from "../../rest/index.js";
import type { StreamEnd } from "./event-stream.js";
import { isConnectionRefused, toError } from "./failure.js";

/** A watch that ended sooner, in milliseconds, without any event, has failed. */
export const shortWatchMs = 1_000;

/** The error for it (client-go's VeryShortWatchError). */
export function shortWatch(): Error {
  return new Error("the watch was closed within a second, without an event");
}

/** How a watch went. */
export interface FinishedWatch {
  readonly end: StreamEnd;
  readonly events: number;
  readonly ageMs: number;
}

/** What follows a watch: the next one from where it was, or a new list; at once or after a delay. */
export interface Reaction {
  readonly next: "watch" | "list";
  readonly delay: "none" | "backoff";
  /** What went wrong; undefined for an end that needs no words. */
  readonly error?: Error;
  readonly level: "error" | "info";
}

/** The table of client-go's watch loop. Unlike there, a stream that breaks after an event is resumed rather
 * than listed again. */
export function reactTo(input: {
  readonly watch: FinishedWatch;
  /** Whether internal errors are within their retry window; asked at most once. */
  readonly retryInternalError: () => boolean;
}): Reaction {
  const { watch, retryInternalError } = input;
  const { end, events, ageMs } = watch;
  const empty = events === 0;
  const short = empty && ageMs < shortWatchMs;
  if (end.type === "closed" || end.type === "stopped") {
    if (!short) return { next: "watch", delay: "none", level: "info" };
    return { next: "list", delay: "backoff", error: shortWatch(), level: "info" };
  }
  if (end.type !== "error") {
    const error = new Error("the watch outlived its time: its connection counts as dead");
    return { next: "watch", delay: "none", error, level: "info" };
  }
  const error = toError(end.error);
  if (isTooManyRequests(error)) return { next: "watch", delay: "backoff", error, level: "info" };
  if (isConnectionRefused(error)) return { next: "watch", delay: "backoff", error, level: "error" };
  if (isGone(error)) return { next: "list", delay: "backoff", error, level: "info" };
  if (isInternalError(error) && !isUndecodable(error) && retryInternalError()) {
    return { next: "watch", delay: "none", error, level: "info" };
  }
  const undecodable = isUndecodable(error);
  if (events > 0 && (undecodable || !isApiError(error))) {
    return { next: "watch", delay: "none", error, level: undecodable ? "error" : "info" };
  }
  const resume = !short && !isApiError(error);
  return { next: resume ? "watch" : "list", delay: "backoff", error, level: "error" };
}

/** A frame that was no event: the next watch may bring it whole, and if it does not, a list will. */
function isUndecodable(error: Error): boolean {
  if (!isApiError(error)) return false;
  return (error.status.details?.causes ?? []).some(
    (cause) => cause.reason === "ClientWatchDecoding",
  );
}
