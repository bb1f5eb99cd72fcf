import type { RequestInfo } from "./request-info.js";
import type { TransportRequest } from "./transport.js";

/** One attempt of a call, as it is sent. There are no headers, no query and no body in it, and so no secrets. */
export interface RequestAttempt extends RequestInfo {
  /** Number of the call among those of its client; the attempts of one call share it. */
  readonly id: number;
  /** 1 for the first. */
  readonly attempt: number;
  /** Scheme, name and port of the server, and its path where it has one. */
  readonly host: string;
  readonly method: TransportRequest["method"];
  readonly path: string;
  /** Milliseconds that it waited for the client's own rate limiter; undefined where that was not asked. */
  readonly rateLimiterMs: number | undefined;
}

/** How an attempt went. */
export interface RequestResult extends RequestAttempt {
  /** From sending to the head of the answer, or to the failure. */
  readonly latencyMs: number;
  /** HTTP status code; undefined when there was no answer. */
  readonly code: number | undefined;
  /** The server's name for the request, where it gave one: its audit log has it too. */
  readonly auditId: string | undefined;
  /** Undefined for a success, whose body is still to come. */
  readonly error: unknown;
  /** Milliseconds after which the call is repeated; undefined when it is not. */
  readonly retryAfterMs: number | undefined;
}

/**
 * Hears of every request of a client, repeated ones too: for logs, traces and metrics. What it throws harms nothing.
 *
 * @example
 * const observer: RequestObserver = {
 *   onResponse: ({ verb, path, code, latencyMs }) => console.log(verb, path, code, latencyMs),
 * };
 */
export interface RequestObserver {
  onRequest?(attempt: RequestAttempt): void;
  onResponse?(result: RequestResult): void;
}

/** Several observers as one, of which none hears what another throws; undefined where there is none. */
export function observers(list: readonly RequestObserver[]): Required<RequestObserver> | undefined {
  if (list.length === 0) return undefined;
  return {
    onRequest: (attempt) => {
      for (const observer of list) quietly(() => observer.onRequest?.(attempt));
    },
    onResponse: (result) => {
      for (const observer of list) quietly(() => observer.onResponse?.(result));
    },
  };
}

function quietly(call: () => void): void {
  try {
    call();
  } catch {
    // An observer that throws has nothing to do with the call.
  }
}
