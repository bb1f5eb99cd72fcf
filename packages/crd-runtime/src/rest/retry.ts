import { errorCode } from "./connection-error.js";
import { retryAfter } from "./error-response.js";
import type { TransportRequest, TransportResponse } from "./transport.js";

/** Repetitions of a call after its first attempt. */
export const maxRetries = 10;

/** `watch`: events that may be silent for long; `stream`: bytes, such as a log. */
export type CallKind = "call" | "watch" | "stream";

/** Delay after a connection that broke. */
const afterBrokenConnectionMs = 1_000;

/**
 * Milliseconds after which to repeat a call that was answered so; undefined when the answer stands.
 * Only 429 and 5xx with whole seconds in `Retry-After` ask for it, whatever the method: the server
 * has not begun to work on such a call.
 */
export function retryAfterResponse(
  response: Pick<TransportResponse, "status" | "headers">,
): number | undefined {
  if (response.status !== 429 && response.status < 500) {
    return undefined;
  }
  const seconds = retryAfter(response.headers);
  return seconds === undefined ? undefined : seconds * 1_000;
}

/**
 * Milliseconds after which to repeat a call that had no answer; undefined when it is not repeated.
 * Only GET is, since another method may have had its effect, and not when nothing listens; streams of bytes are not,
 * as in client-go. Unlike there, a watch is not repeated when no connection comes about, or its TLS handshake hangs: eleven
 * such limits are minutes in which an informer, which repeats it itself, could not say what is wrong.
 */
export function retryAfterFailure(input: {
  readonly method: TransportRequest["method"];
  readonly kind: CallKind;
  readonly error: unknown;
}): number | undefined {
  const { method, kind, error } = input;
  if (method !== "GET" || kind === "stream") {
    return undefined;
  }
  const code = errorCode(error);
  const broken = code === "ECONNRESET" || code === "EPIPE";
  return broken || (kind === "watch" && code === "ETIMEDOUT") ? afterBrokenConnectionMs : undefined;
}
