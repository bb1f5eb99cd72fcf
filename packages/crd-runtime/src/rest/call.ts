import { type Clock, sleep } from "../clock/index.js";
import { apiErrorFromResponse } from "./error-response.js";
import type { RequestAttempt, RequestObserver } from "./observer.js";
import type { RateLimiter } from "./rate-limiter.js";
import { buildRequest, type RestRequest } from "./request.js";
import { requestInfoOf, withoutQuery } from "./request-info.js";
import { readErrorText } from "./response-body.js";
import { type CallKind, maxRetries, retryAfterFailure, retryAfterResponse } from "./retry.js";
import type { ServerBackoff } from "./server-backoff.js";
import type { Transport, TransportResponse } from "./transport.js";
import { reportWarnings } from "./warnings.js";

/** Characters of a refusal that are read; more of it closes the connection. */
const maxErrorBytes = 1 << 20;

/** What the calls of one client share. */
export interface CallEnvironment {
  readonly transport: Transport;
  /** Of the server, for observers. */
  readonly host: string;
  readonly clock: Clock;
  readonly limiter: RateLimiter | undefined;
  readonly backoff: ServerBackoff | undefined;
  readonly userAgent: string;
  /** Asks for compressed answers. */
  readonly compression: boolean;
  readonly warningHandler: ((warning: string) => void) | undefined;
  readonly observer: Required<RequestObserver> | undefined;
}

/** One call with all its attempts. */
export class Call {
  /** Why the last attempt failed that is followed by another. */
  lastFailure: unknown;
  readonly #environment: CallEnvironment;
  readonly #id: number;
  readonly #request: RestRequest;
  readonly #kind: CallKind;
  readonly #maxRetries: number;
  #rateLimiterMs: number | undefined;

  constructor(input: {
    readonly environment: CallEnvironment;
    readonly id: number;
    readonly request: RestRequest;
    readonly kind: CallKind;
    readonly maxRetries?: number | undefined;
  }) {
    this.#environment = input.environment;
    this.#id = input.id;
    this.#request = input.request;
    this.#kind = input.kind;
    this.#maxRetries = input.maxRetries ?? maxRetries;
  }

  /** Waits for the turn of the next attempt. */
  async takeTurn(signal: AbortSignal | undefined): Promise<void> {
    const { limiter, clock } = this.#environment;
    if (limiter === undefined) return;
    const since = clock.monotonic();
    await limiter.wait(signal);
    this.#rateLimiterMs = clock.monotonic() - since;
  }

  /** Sends until an answer stands; what it returns is a success whose body is still to come. */
  async send(signal: AbortSignal | undefined): Promise<TransportResponse> {
    const { clock, backoff } = this.#environment;
    let delayMs = backoff?.delayMs ?? 0;
    for (let attempt = 1; ; attempt++) {
      if (delayMs > 0 || attempt > 1) await sleep({ clock, ms: delayMs, signal });
      if (attempt > 1) await this.takeTurn(signal);
      const outcome = await this.#attempt({ attempt, signal });
      if ("response" in outcome) return outcome.response;
      const { failure, retryAfterMs } = outcome;
      if (retryAfterMs === undefined) throw failure;
      this.lastFailure = failure;
      delayMs = Math.max(retryAfterMs, backoff?.delayMs ?? 0);
    }
  }

  async #attempt(input: {
    readonly attempt: number;
    readonly signal: AbortSignal | undefined;
  }): Promise<
    | { readonly response: TransportResponse }
    | { readonly failure: unknown; readonly retryAfterMs: number | undefined }
  > {
    const { attempt, signal } = input;
    const { transport, userAgent, compression, warningHandler, clock } = this.#environment;
    const kind = this.#kind;
    const streaming = kind !== "call";
    const built = buildRequest({
      request: this.#request,
      userAgent,
      compression: compression && !streaming,
    });
    const told = this.#tellOfRequest(attempt);
    const since = clock.monotonic();
    let latencyMs = 0;
    let response: TransportResponse | undefined;
    let failure: unknown;
    let retryAfterMs: number | undefined;
    try {
      response = await transport.send({ ...built, signal, streaming });
      latencyMs = clock.monotonic() - since;
      reportWarnings({ handler: warningHandler, headers: response.headers });
      if (isSuccess(response.status)) {
        this.#environment.backoff?.answered(response.status);
        this.#tellOfResponse({ told, response, latencyMs });
        return { response };
      }
      failure = await this.#refusal(response);
      signal?.throwIfAborted();
      retryAfterMs = retryAfterResponse(response);
    } catch (error) {
      if (response === undefined) latencyMs = clock.monotonic() - since;
      failure = signal?.aborted === true ? signal.reason : error;
      retryAfterMs =
        signal?.aborted === true
          ? undefined
          : retryAfterFailure({ method: built.method, kind, error });
    }
    this.#environment.backoff?.answered(response?.status);
    if (attempt > this.#maxRetries) retryAfterMs = undefined;
    this.#tellOfResponse({ told, response, latencyMs, failure, retryAfterMs });
    return { failure, retryAfterMs };
  }

  async #refusal(response: TransportResponse): Promise<Error> {
    const { status: code, headers, hint, body } = response;
    const text = await readErrorText({ body, maxBytes: maxErrorBytes });
    const cause = this.lastFailure;
    return apiErrorFromResponse({ request: this.#request, code, headers, text, hint, cause });
  }

  /** Undefined when nobody listens. */
  #tellOfRequest(attempt: number): RequestAttempt | undefined {
    const { observer, host } = this.#environment;
    if (observer === undefined) return undefined;
    const { method } = this.#request;
    const told: RequestAttempt = {
      ...requestInfoOf(this.#request),
      id: this.#id,
      attempt,
      host,
      method,
      path: withoutQuery(this.#request.path),
      rateLimiterMs: this.#rateLimiterMs,
    };
    this.#rateLimiterMs = undefined;
    observer.onRequest(told);
    return told;
  }

  #tellOfResponse(input: {
    readonly told: RequestAttempt | undefined;
    readonly response: TransportResponse | undefined;
    readonly latencyMs: number;
    readonly failure?: unknown;
    readonly retryAfterMs?: number | undefined;
  }): void {
    const { told, response, latencyMs, failure: error, retryAfterMs } = input;
    if (told === undefined) return;
    const id = response?.headers["audit-id"];
    const auditId = typeof id === "string" ? id : undefined;
    const code = response?.status;
    this.#environment.observer?.onResponse({
      ...told,
      latencyMs,
      code,
      auditId,
      error,
      retryAfterMs,
    });
  }
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}
