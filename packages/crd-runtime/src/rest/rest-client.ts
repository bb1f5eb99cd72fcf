import { withDeadline } from "../clock/deadline.js";
import { type Clock, sleep, systemClock } from "../clock/index.js";
import type { KubernetesObject } from "../meta/index.js";
import { decodeEvent } from "../watch/decode.js";
import type { WatchEvent } from "../watch/event.js";
import { watchStream } from "../watch/stream.js";
import { ApiError } from "./api-error.js";
import type { RestConfig } from "./config.js";
import { type Decodable, decodeBody, decodeListBody } from "./decode.js";
import { apiErrorFromResponse, toFailure } from "./error-response.js";
import { RequestTimeoutError } from "./errors.js";
import { isKubeConfigLike, type KubeConfigLike, restConfigFor } from "./kube-config.js";
import type { CallOptions } from "./options.js";
import type { RateLimiter } from "./rate-limiter.js";
import { buildRequest, type RestRequest } from "./request.js";
import { readErrorText } from "./response-body.js";
import { maxRetries, retryAfterFailure, retryAfterResponse } from "./retry.js";
import { TokenBucket } from "./token-bucket.js";
import type { Transport, TransportResponse } from "./transport.js";
import { transportFor } from "./transport-for.js";
import { defaultUserAgent } from "./user-agent.js";
import { warningsOf } from "./warnings.js";

/** client-go's burst where only QPS is given. */
const defaultBurst = 10;

/** Milliseconds that a watch may outlive its timeoutSeconds before it is ended on this side. */
const watchGraceMs = 30_000;

/** Servers end a watch without timeoutSeconds within an hour: twice their min-request-timeout of 30 min. */
const serverWatchSeconds = 3_600;

/** Characters of a refusal that are read; more of it closes the connection. */
const maxErrorBytes = 1 << 20;

/** How one call goes. */
export interface RequestOptions extends CallOptions {
  /** Ends the call after so many seconds. */
  readonly timeoutSeconds?: number | undefined;
}

/**
 * Sends requests to one API server as one user: rate limit, retries, time limits, errors. The typed
 * clients stand on it; it speaks paths and JSON.
 *
 * Repeats a call up to ten times when the server asks for it (429 or 5xx with `Retry-After`), and a
 * GET whose connection broke, as k8s.io/client-go/rest does.
 *
 * @example
 * const rest = RestClient.forConfig(kubeConfig);
 * const version = await rest.request({ method: "GET", path: "/version" });
 */
export class RestClient {
  /** Address of the server, without credentials. */
  readonly host: string;
  /** The clock of all waits. */
  readonly clock: Clock;
  readonly #transport: Transport;
  readonly #limiter: RateLimiter | undefined;
  readonly #timeoutMs: number | undefined;
  readonly #userAgent: string;
  readonly #warningHandler: ((warning: string) => void) | undefined;

  /**
   * Makes a client from a `KubeConfig` of @kubernetes/client-node or from a RestConfig. Nothing is
   * sent or read yet: credentials are asked for before each request. Clients made from the same
   * object share their connections.
   *
   * @throws ConfigError when no server is named
   */
  static forConfig(config: KubeConfigLike | RestConfig): RestClient {
    return new RestClient(isKubeConfigLike(config) ? restConfigFor(config) : config);
  }

  private constructor(config: RestConfig) {
    const { transport, host } = transportFor(config);
    this.host = host;
    this.#transport = transport;
    this.clock = config.clock ?? systemClock;
    this.#timeoutMs = config.timeoutMs || undefined;
    this.#userAgent = config.userAgent ?? defaultUserAgent;
    this.#warningHandler = config.warningHandler;
    this.#limiter =
      config.rateLimiter ??
      (config.qps
        ? new TokenBucket({
            qps: config.qps,
            burst: config.burst ?? defaultBurst,
            clock: this.clock,
          })
        : undefined);
  }

  /**
   * Sends a request and decodes the answer; undefined when it is empty.
   *
   * @throws ApiError when the server refuses, or answers with something that is not JSON
   * @throws ConnectionError when there is no answer
   * @throws CredentialError when credentials cannot be had
   * @throws RequestTimeoutError when the time is up
   * @throws the signal's reason when it is aborted
   */
  async request(request: RestRequest, options: RequestOptions = {}): Promise<unknown> {
    return await this.#call({ request, options, decode: decodeBody });
  }

  /** As `request`, for a list: a large one is decoded item by item while it arrives. */
  async requestList(request: RestRequest, options: RequestOptions = {}): Promise<unknown> {
    return await this.#call({ request, options, decode: decodeListBody });
  }

  /**
   * Opens a watch when iteration begins, one for each iteration. It ends without an error when the
   * server or the network ends it, and half a minute after its timeoutSeconds when neither does.
   *
   * @throws ApiError when the server refuses, and for an ERROR frame
   * @throws ConnectionError when the watch cannot be opened
   * @throws CredentialError when credentials cannot be had
   * @throws the signal's reason when it is aborted
   */
  watch<T extends KubernetesObject>(
    request: RestRequest,
    options: RequestOptions = {},
  ): AsyncIterable<WatchEvent<T>> {
    const { signal } = options;
    const timeoutSeconds = options.timeoutSeconds || serverWatchSeconds;
    return watchStream<T>({
      open: async (inner) => (await this.#send({ request, signal: inner, streaming: true })).body,
      decode: (line) => decodeEvent<T>({ line, request }),
      clock: this.clock,
      deadlineMs: timeoutSeconds * 1_000 + watchGraceMs,
      signal,
    });
  }

  /** Closes idle connections. Calls under way end as they would; later ones open new connections. */
  close(): void {
    this.#transport.close?.();
  }

  async #call(input: {
    readonly request: RestRequest;
    readonly options: RequestOptions;
    readonly decode: (answer: Decodable) => Promise<unknown>;
  }): Promise<unknown> {
    const { request, options, decode } = input;
    const what = `${request.method} ${request.path}`;
    let lastFailure: unknown;
    // The wait for the turn does not count against the time limit.
    await this.#limiter?.wait(options.signal);
    return await withDeadline({
      clock: this.clock,
      timeoutMs: shorter(this.#timeoutMs, seconds(options.timeoutSeconds)),
      signal: options.signal,
      timeoutError: (timeoutMs) => new RequestTimeoutError({ what, timeoutMs, cause: lastFailure }),
      work: async (signal) => {
        const onRetry = (failure: unknown): void => {
          lastFailure = failure;
        };
        const { body } = await this.#send({ request, signal, streaming: false, onRetry });
        const value = await decode({ request, body });
        // As in client-go: a Failure is one, whatever the code of the answer.
        const failure = toFailure(value);
        if (failure?.status === "Failure") {
          throw new ApiError(failure);
        }
        return value;
      },
    });
  }

  /** Sends until an answer stands; what it returns is a success whose body is still to come. */
  async #send(input: {
    readonly request: RestRequest;
    readonly signal: AbortSignal | undefined;
    readonly streaming: boolean;
    /** Hears why an attempt failed that is followed by another. */
    readonly onRetry?: (failure: unknown) => void;
  }): Promise<TransportResponse> {
    const { request, signal, streaming, onRetry } = input;
    const built = buildRequest({ request, userAgent: this.#userAgent });
    const sent = { ...built, signal, streaming };
    let previous: unknown;
    for (let retries = 0; ; retries++) {
      if (retries > 0) {
        await this.#limiter?.wait(signal);
      }
      let delayMs: number | undefined;
      let failure: unknown;
      try {
        const response = await this.#transport.send(sent);
        this.#reportWarnings(response);
        if (response.status >= 200 && response.status < 300) {
          return response;
        }
        const { status: code, headers, hint } = response;
        const text = await readErrorText({ body: response.body, maxBytes: maxErrorBytes });
        signal?.throwIfAborted();
        failure = apiErrorFromResponse({ request, code, headers, text, hint, cause: previous });
        delayMs = retryAfterResponse(response);
      } catch (error) {
        signal?.throwIfAborted();
        failure = error;
        delayMs = retryAfterFailure({ request: sent, error });
      }
      if (delayMs === undefined || retries >= maxRetries) {
        throw failure;
      }
      previous = failure;
      onRetry?.(failure);
      await sleep({ clock: this.clock, ms: delayMs, signal });
    }
  }

  #reportWarnings(response: TransportResponse): void {
    const handler = this.#warningHandler;
    if (handler === undefined) {
      return;
    }
    for (const warning of warningsOf(response.headers)) {
      try {
        handler(warning);
      } catch {
        // A handler that throws has nothing to do with the call.
      }
    }
  }
}

function seconds(value: number | undefined): number | undefined {
  return value ? value * 1_000 : undefined;
}

function shorter(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined ? b : b === undefined ? a : Math.min(a, b);
}
