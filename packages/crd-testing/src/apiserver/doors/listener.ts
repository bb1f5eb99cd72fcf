import { once } from "node:events";
import {
  createServer as createHttpServer,
  type Server as HttpServer,
  type IncomingMessage,
  type ServerResponse as OutgoingMessage,
} from "node:http";
import { createServer as createHttpsServer, type Server as HttpsServer } from "node:https";
import type { Socket } from "node:net";
import { TLSSocket } from "node:tls";
import type { ClientCertificate, Handler, ServerResponse } from "../http.js";
import { ConnectionBroken } from "./connection-broken.js";
import { readBody } from "./request-body.js";

/** Longest request body; the handler refuses longer ones. */
const bodyLimit = 3 * 1024 * 1024;

/** Where to listen, and with which certificates. */
export interface ListenerOptions {
  readonly handler: Handler;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Absent: plain HTTP. */
  readonly tls:
    | {
        readonly certificate: string;
        readonly privateKey: string;
        /** Certificates of clients must come from this authority to count. */
        readonly clientAuthority: string;
      }
    | undefined;
}

/** The HTTP(S) door of the embedded API server. */
export class Listener {
  readonly #handler: Handler;
  readonly #server: HttpServer | HttpsServer;
  readonly #sockets = new Set<Socket>();
  readonly #options: ListenerOptions;
  #closed = false;

  private constructor(options: ListenerOptions) {
    const { handler, tls } = options;
    this.#handler = handler;
    this.#options = options;
    const onRequest = (message: IncomingMessage, out: OutgoingMessage): void => {
      this.#answer({ message, out }).catch(() => out.destroy());
    };
    this.#server =
      tls === undefined
        ? createHttpServer(onRequest)
        : createHttpsServer(
            {
              cert: tls.certificate,
              key: tls.privateKey,
              ca: tls.clientAuthority,
              requestCert: true,
              rejectUnauthorized: false,
            },
            onRequest,
          );
    // Clients decide how long they keep a connection; a reset in their idle time would look like a fault.
    this.#server.keepAliveTimeout = 0;
    this.#server.requestTimeout = 0;
    this.#server.on("connection", (socket: Socket) => {
      this.#sockets.add(socket);
      socket.on("close", () => this.#sockets.delete(socket));
      socket.on("error", () => undefined);
    });
    this.#server.on("clientError", (_error, socket) => {
      socket.destroy();
    });
  }

  /** @throws the error of node:net with its code, `EADDRINUSE` for an occupied port */
  static async listen(options: ListenerOptions): Promise<Listener> {
    const listener = new Listener(options);
    await listener.#listen(options.port);
    return listener;
  }

  /** `https://127.0.0.1:6443` */
  get url(): string {
    const address = this.#server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const { host, tls } = this.#options;
    return `${tls === undefined ? "http" : "https"}://${host.includes(":") ? `[${host}]` : host}:${port}`;
  }

  /** Resets every connection. */
  resetConnections(): void {
    for (const socket of this.#sockets) socket.resetAndDestroy();
  }

  /** Stops listening and resets every connection; `reopen` listens again at the same port, unless the door was closed. */
  async refuse(): Promise<{ reopen(): Promise<void> }> {
    const address = this.#server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    this.resetConnections();
    await this.#leave();
    return {
      reopen: async () => {
        if (!this.#closed && !this.#server.listening) await this.#listen(port);
      },
    };
  }

  /** Ends every connection and stops listening, for good. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#leave();
  }

  async #leave(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  async #listen(port: number): Promise<void> {
    this.#server.listen({ host: this.#options.host, port });
    await once(this.#server, "listening");
  }

  async #answer(input: {
    readonly message: IncomingMessage;
    readonly out: OutgoingMessage;
  }): Promise<void> {
    const { message, out } = input;
    const gone = new AbortController();
    out.once("close", () => gone.abort());
    try {
      const body = await readBody({ message, limit: bodyLimit });
      const response = await this.#handler({
        method: message.method ?? "GET",
        path: message.url ?? "/",
        headers: message.headers,
        body,
        signal: gone.signal,
        clientCertificate: certificateOf(message.socket),
      });
      await send({ response, out, signal: gone.signal });
    } catch (error) {
      if (!(error instanceof ConnectionBroken)) throw error;
      // What was sent before arrives, as through the other door: a reset drops what the system has not taken yet.
      if (out.headersSent) await written({ out, signal: gone.signal });
      this.#reset(message.socket);
    }
  }

  /** TLS hides the connection below it, which alone can be reset. */
  #reset(socket: Socket): void {
    for (const each of this.#sockets) {
      if (each.remotePort === socket.remotePort && each.remoteAddress === socket.remoteAddress) {
        each.resetAndDestroy();
      }
    }
  }
}

function certificateOf(socket: Socket): ClientCertificate | undefined {
  if (!(socket instanceof TLSSocket) || !socket.authorized) return undefined;
  const { subject } = socket.getPeerCertificate();
  const [commonName] = [subject?.CN ?? []].flat();
  if (commonName === undefined) return undefined;
  return { commonName, organizations: [subject.O ?? []].flat() };
}

async function send(input: {
  readonly response: ServerResponse;
  readonly out: OutgoingMessage;
  readonly signal: AbortSignal;
}): Promise<void> {
  const { response, out, signal } = input;
  const { status, headers, body } = response;
  for (const [name, value] of Object.entries(headers)) {
    out.setHeader(name, typeof value === "string" ? value : [...value]);
  }
  if (body instanceof Uint8Array) {
    if (!out.hasHeader("content-length")) out.setHeader("content-length", body.byteLength);
    out.writeHead(status);
    out.end(body);
    return;
  }
  out.writeHead(status);
  // The head goes at once: a watch without events is an answer too.
  out.flushHeaders();
  for await (const chunk of body) {
    if (signal.aborted) return;
    if (!out.write(chunk)) await drained({ out, signal });
  }
  out.end();
}

/** Settles when everything is with the system, or the client has gone. */
async function written(input: {
  readonly out: OutgoingMessage;
  readonly signal: AbortSignal;
}): Promise<void> {
  const { out, signal } = input;
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    signal.addEventListener("abort", () => resolve(), { once: true });
    // Nothing of a chunk of no bytes is sent; its callback comes after those before it.
    out.write("", () => resolve());
  });
}

async function drained(input: {
  readonly out: OutgoingMessage;
  readonly signal: AbortSignal;
}): Promise<void> {
  const { out, signal } = input;
  await once(out, "drain", { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}
