import { type AgentOptions, Agent as HttpAgent } from "node:http";
import {
  Agent as HttpsAgent,
  type AgentOptions as HttpsAgentOptions,
  type RequestOptions,
} from "node:https";
import type { Duplex } from "node:stream";
import { createSecureContext } from "node:tls";
import { ConfigError } from "../errors.js";
import type { Address } from "./address.js";
import type { TlsMaterial } from "./credentials.js";
import { keepAliveMs } from "./exchange.js";
import type { ProxyServer } from "./proxy.js";
import { openTunnel } from "./tunnel.js";

/** An idle connection goes before a server's 90 s are over, so that no request meets its end. */
const idleMs = 55_000;
/** Connections for requests at one moment; more requests wait. Watches have no such limit. */
export const maxConnections = 100;

type OnSocket = (error: Error | null, socket: Duplex) => void;

/** The connections to one server with one set of TLS material. */
export interface Agents {
  readonly requests: HttpAgent;
  /** A watch holds its connection for minutes: it takes none away from requests. */
  readonly streams: HttpAgent;
}

/**
 * Makes the agents.
 *
 * @throws ConfigError when certificates or keys cannot be used
 */
export function createAgents(input: {
  readonly target: Address;
  readonly tls: TlsMaterial;
  readonly proxy: ProxyServer | undefined;
}): Agents {
  const { target, proxy } = input;
  const pooled: AgentOptions = {
    keepAlive: true,
    keepAliveMsecs: keepAliveMs,
    timeout: idleMs,
    maxSockets: maxConnections,
  };
  if (target.protocol === "http:") {
    return agentsOf((limits) => plainAgent({ options: { ...pooled, ...limits }, target, proxy }));
  }
  const secure = { ...pooled, ...tlsOptions(input.tls) };
  return agentsOf((limits) =>
    proxy === undefined
      ? new HttpsAgent({ ...secure, ...limits })
      : new HttpsTunnelAgent({ options: { ...secure, ...limits }, target, proxy }),
  );
}

/** Ends the idle connections of agents that nobody will use again; those at work end by themselves. */
export function retireAgents(agents: Agents): void {
  for (const agent of [agents.requests, agents.streams]) {
    for (const sockets of Object.values(agent.freeSockets)) {
      for (const socket of sockets ?? []) {
        socket.destroy();
      }
    }
  }
}

function agentsOf(create: (limits: AgentOptions) => HttpAgent): Agents {
  return { requests: create({}), streams: create({ maxSockets: Number.POSITIVE_INFINITY }) };
}

function plainAgent(input: {
  readonly options: AgentOptions;
  readonly target: Address;
  readonly proxy: ProxyServer | undefined;
}): HttpAgent {
  const { options, target, proxy } = input;
  if (proxy?.kind === "socks5") {
    return new HttpTunnelAgent({ options, target, proxy });
  }
  // An HTTP proxy takes the requests themselves: its scheme is the one to speak.
  return proxy?.address.protocol === "https:" ? new HttpsAgent(options) : new HttpAgent(options);
}

/** A context made once: the agent would make one, and a key of all certificates, for each connection. */
function tlsOptions(tls: TlsMaterial): HttpsAgentOptions {
  const { ca, cert, key, pfx, passphrase, serverName, rejectUnauthorized } = tls;
  const material = { ca, cert, key, pfx, passphrase };
  const present = Object.entries(material).filter(([, value]) => value !== undefined);
  try {
    return {
      secureContext: createSecureContext(Object.fromEntries(present)),
      ...(serverName === undefined ? {} : { servername: serverName }),
      ...(rejectUnauthorized === undefined ? {} : { rejectUnauthorized }),
    };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError(
      `the certificate authority, client certificate or key cannot be used: ${reason}`,
      { cause },
    );
  }
}

class HttpsTunnelAgent extends HttpsAgent {
  readonly #target: Address;
  readonly #proxy: ProxyServer;

  constructor(input: {
    readonly options: HttpsAgentOptions;
    readonly target: Address;
    readonly proxy: ProxyServer;
  }) {
    super(input.options);
    this.#target = input.target;
    this.#proxy = input.proxy;
  }

  override createConnection(options: RequestOptions, callback?: OnSocket): undefined {
    openTunnel({ proxy: this.#proxy, target: this.#target })
      .then((socket) => callback?.(null, this.#secure({ options, socket })))
      .catch((error: Error) => fail({ callback, error }));
    return undefined;
  }

  /** The agent's own way to a TLS connection, with its cache of sessions, over a given socket. */
  #secure(input: { readonly options: RequestOptions; readonly socket: Duplex }): Duplex {
    const { options, socket } = input;
    const secured = super.createConnection({ ...options, socket } as RequestOptions);
    if (!secured) {
      throw new TypeError("node:https gives no socket");
    }
    return secured;
  }
}

class HttpTunnelAgent extends HttpAgent {
  readonly #target: Address;
  readonly #proxy: ProxyServer;

  constructor(input: {
    readonly options: AgentOptions;
    readonly target: Address;
    readonly proxy: ProxyServer;
  }) {
    super(input.options);
    this.#target = input.target;
    this.#proxy = input.proxy;
  }

  override createConnection(_options: unknown, callback?: OnSocket): undefined {
    openTunnel({ proxy: this.#proxy, target: this.#target })
      .then((socket) => callback?.(null, socket))
      .catch((error: Error) => fail({ callback, error }));
    return undefined;
  }
}

/** Node calls back with an error alone; its types ask for a socket beside it. */
function fail(input: { readonly callback: OnSocket | undefined; readonly error: Error }): void {
  (input.callback as ((error: Error) => void) | undefined)?.(input.error);
}
