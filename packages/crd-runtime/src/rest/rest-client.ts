import { withDeadline } from "../clock/deadline.js";
import { type Clock, systemClock } from "../clock/index.js";
import type { KubernetesObject } from "../meta/index.js";
import { decodeEvent } from "../watch/decode.js";
import type { WatchEvent } from "../watch/event.js";
import { watchStream } from "../watch/stream.js";
import { ApiError } from "./api-error.js";
import { Call, type CallEnvironment } from "./call.js";
import type { RestConfig } from "./config.js";
import { type Decodable, decodeBody, decodeListBody } from "./decode.js";
import { toFailure } from "./error-response.js";
import { RequestTimeoutError } from "./errors.js";
import { isKubeConfigLike, type KubeConfigLike, restConfigFor } from "./kube-config.js";
import { observers, type RequestObserver } from "./observer.js";
import type { CallOptions } from "./options.js";
import type { RateLimiter } from "./rate-limiter.js";
import type { RestRequest } from "./request.js";
import { requestMetrics } from "./request-metrics.js";
import type { CallKind } from "./retry.js";
import { ServerBackoff } from "./server-backoff.js";
import { TokenBucket } from "./token-bucket.js";
import type { ResponseBody } from "./transport.js";
import { transportFor } from "./transport-for.js";
import { defaultUserAgent } from "./user-agent.js";

/** client-go's burst where only QPS is given. */
const defaultBurst = 10;

/** Milliseconds that a watch may outlive its timeoutSeconds before it is ended on this side. */
const watchGraceMs = 30_000;

/** Servers end a watch without timeoutSeconds within an hour: twice their min-request-timeout of 30 min. */
const serverWatchSeconds = 3_600;

/** How one call goes. */
export interface RequestOptions extends CallOptions {
  /** Ends the call after so many seconds. */
  readonly timeoutSeconds?: number | undefined;
  /** Repetitions at most; 10 when absent. */
  readonly maxRetries?: number | undefined;
}

/** How the call of a list goes. */
export interface ListRequestOptions extends RequestOptions {
  /** Gets each item as soon as it is decoded. What it returns stands in its place; undefined leaves it out. */
  readonly each?: ((item: unknown) => unknown) | undefined;
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
  readonly #environment: CallEnvironment;
  readonly #timeoutMs: number | undefined;
  #calls = 0;

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
    const clock = config.clock ?? systemClock;
    this.host = host;
    this.clock = clock;
    this.#timeoutMs = config.timeoutMs || undefined;
    this.#environment = {
      transport,
      host,
      clock,
      limiter: limiterOf({ config, clock }),
      backoff: config.backoff && new ServerBackoff({ options: config.backoff, clock }),
      userAgent: config.userAgent ?? defaultUserAgent,
      compression: config.disableCompression === false,
      warningHandler: config.warningHandler,
      observer: observerOf({ config, host }),
    };
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
  request(request: RestRequest, options: RequestOptions = {}): Promise<unknown> {
    return this.#call({ request, options, decode: decodeBody });
  }

  /**
   * As `request`, for a list: a large one is decoded item by item while it arrives.
   *
   * @throws what `each` throws, and as `request`
   */
  requestList(request: RestRequest, options: ListRequestOptions = {}): Promise<unknown> {
    const decode = (input: Decodable): Promise<unknown> =>
      decodeListBody({ ...input, each: options.each });
    return this.#call({ request, options, decode });
  }

  /**
   * As `request`, for an answer that is a text, whatever is in it.
   *
   * @example
   * const health = await rest.requestText({ method: "GET", path: "/readyz" });
   */
  requestText(request: RestRequest, options: RequestOptions = {}): Promise<string> {
    const decode = async ({ body }: Decodable): Promise<string> =>
      Buffer.from(await body.bytes()).toString();
    return this.#call({ request, options, decode });
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
      open: async (inner) =>
        (await this.#begin({ request, kind: "watch", options }).send(inner)).body,
      decode: (line) => decodeEvent<T>({ line, request }),
      clock: this.clock,
      deadlineMs: timeoutSeconds * 1_000 + watchGraceMs,
      signal,
    });
  }

  /**
   * Sends a request and gives the bytes of the answer as they come: a log, a page that is no JSON. They must be read to
   * their end, or left with `break`. Only the signal limits their time.
   *
   * @throws ApiError when the server refuses; ConnectionError, CredentialError and the signal's reason as `request`
   * @example
   * const log = await rest.stream({ method: "GET", path: "/api/v1/namespaces/default/pods/web/log", query: { follow: true } });
   * for await (const bytes of log) process.stdout.write(bytes);
   */
  async stream(request: RestRequest, options: RequestOptions = {}): Promise<ResponseBody> {
    const { signal } = options;
    const call = this.#begin({ request, kind: "stream", options });
    await call.takeTurn(signal);
    return (await call.send(signal)).body;
  }

  /** Closes idle connections. Calls under way end as they would; later ones open new connections. */
  close(): void {
    this.#environment.transport.close?.();
  }

  async #call<R>(input: {
    readonly request: RestRequest;
    readonly options: RequestOptions;
    readonly decode: (answer: Decodable) => Promise<R>;
  }): Promise<R> {
    const { request, options, decode } = input;
    const what = `${request.method} ${request.path}`;
    const call = this.#begin({ request, kind: "call", options });
    // The wait for the turn does not count against the time limit.
    await call.takeTurn(options.signal);
    return await withDeadline({
      clock: this.clock,
      timeoutMs: shorter(this.#timeoutMs, seconds(options.timeoutSeconds)),
      signal: options.signal,
      timeoutError: (timeoutMs) =>
        new RequestTimeoutError({ what, timeoutMs, cause: call.lastFailure }),
      work: async (signal) => {
        const { body } = await call.send(signal);
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

  #begin(input: {
    readonly request: RestRequest;
    readonly kind: CallKind;
    readonly options: RequestOptions;
  }): Call {
    const { request, kind, options } = input;
    this.#calls += 1;
    return new Call({
      environment: this.#environment,
      id: this.#calls,
      request,
      kind,
      maxRetries: options.maxRetries,
    });
  }
}

function observerOf(input: {
  readonly config: RestConfig;
  readonly host: string;
}): Required<RequestObserver> | undefined {
  const { config, host } = input;
  const { observer, metricsProvider: provider } = config;
  return observers([
    ...(provider === undefined ? [] : [requestMetrics({ provider, host })]),
    ...(observer === undefined ? [] : [observer]),
  ]);
}

function limiterOf(input: {
  readonly config: RestConfig;
  readonly clock: Clock;
}): RateLimiter | undefined {
  const { config, clock } = input;
  const { rateLimiter, qps, burst = defaultBurst } = config;
  return rateLimiter ?? (qps ? new TokenBucket({ qps, burst, clock }) : undefined);
}

function seconds(value: number | undefined): number | undefined {
  return value ? value * 1_000 : undefined;
}

function shorter(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined ? b : b === undefined ? a : Math.min(a, b);
}
