import { env } from "node:process";
import { abortable } from "../../clock/abortable.js";
import { type Clock, systemClock } from "../../clock/index.js";
import { ConnectionError } from "../connection-error.js";
import type { HttpHeaders, Transport, TransportRequest, TransportResponse } from "../transport.js";
import type { Address } from "./address.js";
import { type Agents, createAgents, maxConnections, retireAgents } from "./agents.js";
import { clientCertificateProblem } from "./client-certificate.js";
import { decompressed } from "./content-encoding.js";
import type { CredentialSource, Credentials, TlsMaterial } from "./credentials.js";
import { exchange, StaleConnectionError } from "./exchange.js";
import { type ProxyServer, proxyFor } from "./proxy.js";
import { IncomingBody } from "./response.js";
import { type Slot, Slots } from "./slots.js";

/**
 * HTTP/1.1 over node:http(s), with connections that are kept: one set for one server and user. They
 * are replaced when the TLS material changes.
 */
export class NodeTransport implements Transport {
  readonly #address: Address;
  readonly #credentials: CredentialSource;
  readonly #proxy: ProxyServer | undefined;
  /** The proxy, when it is an HTTP proxy that takes plain requests for the server instead of a tunnel. */
  readonly #forward: ProxyServer | undefined;
  readonly #clock: Clock;
  readonly #slots = new Slots(maxConnections);
  #current: { readonly tls: TlsMaterial; readonly agents: Agents } | undefined;

  /** @throws ConfigError when the proxy's address cannot be used */
  constructor(input: {
    readonly address: Address;
    readonly credentials: CredentialSource;
    /** As in RestConfig. */
    readonly proxy: string | undefined;
    readonly clock?: Clock | undefined;
  }) {
    const { address, credentials, proxy, clock = systemClock } = input;
    this.#address = address;
    this.#credentials = credentials;
    this.#proxy = proxyFor({ target: address, configured: proxy, env });
    this.#forward =
      address.protocol === "http:" && this.#proxy?.kind === "http" ? this.#proxy : undefined;
    this.#clock = clock;
  }

  async send(request: TransportRequest): Promise<TransportResponse> {
    const { method, signal, streaming = false } = request;
    for (;;) {
      const slot = streaming
        ? undefined
        : (this.#slots.tryTake() ?? (await this.#slots.take(signal)));
      try {
        return await this.#attempt({ request, slot });
      } catch (error) {
        slot?.release();
        // A GET that met the end of an idle connection is sent again: on a new one when all are that old.
        if (!(error instanceof StaleConnectionError)) throw error;
        if (method !== "GET") throw error.cause;
      }
    }
  }

  close(): void {
    if (this.#current !== undefined) {
      retireAgents(this.#current.agents);
    }
  }

  async #attempt(input: {
    readonly request: TransportRequest;
    readonly slot: Slot | undefined;
  }): Promise<TransportResponse> {
    const { request, slot } = input;
    const { method, path, body, signal, streaming = false } = request;
    signal?.throwIfAborted();
    const credentials = await abortable({ promise: this.#credentials.get(signal), signal });
    const agents = this.#agentsFor(credentials.tls);
    const host = this.#host;
    try {
      const message = await exchange({
        options: {
          ...this.#route(path),
          agent: streaming ? agents.streams : agents.requests,
          method,
          headers: this.#headers({ request, credentials }),
        },
        secure: (this.#forward?.address ?? this.#address).protocol === "https:",
        body,
        signal,
        streaming,
        clock: this.#clock,
        host,
        onClose: slot?.release,
      });
      const status = message.statusCode ?? 0;
      if (status === 401) {
        this.#credentials.refused(credentials);
      }
      return {
        status,
        headers: message.headers,
        body: new IncomingBody({ message: decompressed(message), host, signal }),
        hint: status === 401 ? this.#certificateProblem(credentials) : undefined,
      };
    } catch (error) {
      throw this.#explained({ error, credentials });
    }
  }

  /** For messages. */
  get #host(): string {
    const { origin } = this.#address;
    return this.#forward === undefined
      ? origin
      : `${origin} through the proxy ${this.#forward.address.origin}`;
  }

  #certificateProblem(credentials: Credentials): string | undefined {
    return clientCertificateProblem({ tls: credentials.tls, clock: this.#clock });
  }

  /** Servers that refuse a client certificate often just hang up. */
  #explained(input: { readonly error: unknown; readonly credentials: Credentials }): unknown {
    const { error, credentials } = input;
    if (!(error instanceof ConnectionError)) {
      return error;
    }
    if (error.isUntrusted) {
      // The server's certificate may have been renewed, with another authority: the next request reads its file again.
      this.#credentials.untrusted();
    }
    if (!mayBeRefusal(error.code)) {
      return error;
    }
    const problem = this.#certificateProblem(credentials);
    if (problem === undefined) {
      return error;
    }
    const { code, host, cause } = error;
    return new ConnectionError({ message: `${error.message}; ${problem}`, code, host, cause });
  }

  /** Address and path for node. A plain request through an HTTP proxy names the whole URL. */
  #route(path: string): { host: string; port: number; path: string } {
    const { hostname, port, basePath, origin } = this.#address;
    const proxy = this.#forward;
    return proxy === undefined
      ? { host: hostname, port, path: basePath + path }
      : {
          host: proxy.address.hostname,
          port: proxy.address.port,
          path: origin + basePath + path,
        };
  }

  #headers(input: {
    readonly request: TransportRequest;
    readonly credentials: Credentials;
  }): Record<string, string | string[]> {
    const { request, credentials } = input;
    const proxy = this.#forward;
    const headers: HttpHeaders = {
      ...request.headers,
      ...credentials.headers,
      ...(proxy === undefined ? {} : { host: new URL(this.#address.origin).host }),
      ...(proxy?.authorization === undefined ? {} : { "proxy-authorization": proxy.authorization }),
    };
    // Node takes read-only arrays, its types do not.
    return headers as Record<string, string | string[]>;
  }

  #agentsFor(tls: TlsMaterial): Agents {
    const current = this.#current;
    if (current !== undefined && current.tls === tls) {
      return current.agents;
    }
    try {
      const agents = createAgents({ target: this.#address, tls, proxy: this.#proxy });
      this.#current = { tls, agents };
      if (current !== undefined) {
        retireAgents(current.agents);
      }
      return agents;
    } catch (error) {
      // A certificate and its key do not rotate at one instant: the old ones serve until both fit.
      if (current !== undefined) {
        return current.agents;
      }
      throw error;
    }
  }
}

/** Whether a server that refuses the client certificate may end a connection so. */
function mayBeRefusal(code: string): boolean {
  return (
    code === "ECONNRESET" || code === "EPIPE" || code === "EPROTO" || code.startsWith("ERR_SSL_")
  );
}
