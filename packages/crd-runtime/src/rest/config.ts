import type { Clock } from "../clock/index.js";
import type { MetricsProvider } from "../metrics/index.js";
import type { ExecConfig } from "./exec-config.js";
import type { RequestObserver } from "./observer.js";
import type { RateLimiter } from "./rate-limiter.js";
import type { ServerBackoffOptions } from "./server-backoff.js";
import type { Transport } from "./transport.js";

/**
 * How to reach a server and as whom. The names are those of client-go's `rest.Config`.
 *
 * @example
 * const config: RestConfig = {
 *   host: "https://10.0.0.1:6443",
 *   tlsClientConfig: { caFile: "/etc/kubernetes/ca.crt" },
 *   bearerTokenFile: "/run/token",
 * };
 */
export interface RestConfig {
  /** Address of the server, with the path under which it is served when there is one. */
  readonly host: string;
  readonly tlsClientConfig?: TlsClientConfig | undefined;
  readonly bearerToken?: string | undefined;
  /** Read again after a minute and after a 401, so that rotated tokens are picked up. */
  readonly bearerTokenFile?: string | undefined;
  /** Basic authentication. */
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  /** A program that gives a token or a client certificate. Counts when there is no other way to authenticate here. */
  readonly execProvider?: ExecConfig | undefined;
  readonly impersonate?: ImpersonationConfig | undefined;
  /**
   * Address of an HTTP or SOCKS5 proxy. Absent: HTTPS_PROXY, HTTP_PROXY and NO_PROXY of the
   * environment count. `""`: no proxy.
   */
  readonly proxy?: string | undefined;
  readonly userAgent?: string | undefined;
  /** Limit for a call with all its attempts, milliseconds. Absent or 0: none. Watches have none. */
  readonly timeoutMs?: number | undefined;
  /** Requests a second, with bursts of `burst`. Absent or 0: no limit on this side. */
  readonly qps?: number | undefined;
  /** Default 10, when `qps` is set. */
  readonly burst?: number | undefined;
  /** Takes the place of `qps` and `burst`; clients that share one share its budget. */
  readonly rateLimiter?: RateLimiter | undefined;
  /**
   * False asks for compressed answers, which servers give for more than 128 KiB: less to send, more to do at both ends.
   * Default true, unlike client-go. Watches are never compressed.
   */
  readonly disableCompression?: boolean | undefined;
  /** Hears of every request, repeated ones too. */
  readonly observer?: RequestObserver | undefined;
  /** Counts requests, their durations and repetitions, under client-go's names. */
  readonly metricsProvider?: MetricsProvider | undefined;
  /** Delays requests while the server answers with 429 or 5xx; off when absent, as in client-go. */
  readonly backoff?: ServerBackoffOptions | undefined;
  /** Called for each `Warning` header of the server, mostly on deprecated APIs; `deduplicateWarnings` leaves out repeated ones. */
  readonly warningHandler?: ((warning: string) => void) | undefined;
  /** Takes the place of the network. Credentials and TLS are then the transport's own business. */
  readonly transport?: Transport | undefined;
  readonly clock?: Clock | undefined;
}

/** TLS of a connection. Each of ca, cert and key comes as a file, which is read again, or as data. */
export interface TlsClientConfig {
  /** Accepts any certificate. For tests. */
  readonly insecure?: boolean | undefined;
  /** Name that the server's certificate must have, when it is not the one in `host`. */
  readonly serverName?: string | undefined;
  readonly caFile?: string | undefined;
  readonly certFile?: string | undefined;
  readonly keyFile?: string | undefined;
  /** PEM. */
  readonly caData?: string | Uint8Array | undefined;
  /** PEM. */
  readonly certData?: string | Uint8Array | undefined;
  /** PEM. */
  readonly keyData?: string | Uint8Array | undefined;
}

/** Acts as another user; the own one needs the `impersonate` verb. */
export interface ImpersonationConfig {
  readonly userName: string;
  readonly uid?: string | undefined;
  readonly groups?: readonly string[] | undefined;
  readonly extra?: Readonly<Record<string, readonly string[]>> | undefined;
}
