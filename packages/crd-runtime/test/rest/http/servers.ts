import { readFileSync } from "node:fs";
import {
  createServer as createHttpServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from "node:http";
import { createServer as createHttpsServer } from "node:https";
import {
  type AddressInfo,
  createServer as createTcpServer,
  type Server,
  type Socket,
} from "node:net";
import { fileURLToPath } from "node:url";

/** Path of a file of the test key pairs, which an authority made for these tests has signed. */
export function tlsPath(name: string): string {
  return fileURLToPath(new URL(`../tls/${name}`, import.meta.url));
}

/** Content of a file of the test key pairs. */
export function tlsFile(name: string): string {
  return readFileSync(tlsPath(name), "utf8");
}

/** A server on loopback at a free port; disposing of it ends its connections. */
export interface TestServer extends AsyncDisposable {
  readonly port: number;
  /** TLS handshakes, or TCP connections where there is no TLS. */
  readonly connections: () => number;
}

export interface TlsSettings {
  /** True: there must be one. */
  readonly clientCertificates?: boolean | "optional";
  readonly cert?: string;
  readonly key?: string;
}

export async function httpsServer(input: {
  readonly handler: RequestListener;
  readonly tls?: TlsSettings;
}): Promise<TestServer> {
  const { handler, tls = {} } = input;
  const server = createHttpsServer(
    {
      cert: tls.cert ?? tlsFile("server.crt"),
      key: tls.key ?? tlsFile("server.key"),
      ca: tlsFile("ca.crt"),
      requestCert: Boolean(tls.clientCertificates),
      rejectUnauthorized: tls.clientCertificates === true,
    },
    handler,
  );
  return await serve({ server, event: "secureConnection" });
}

export async function httpServer(handler: RequestListener): Promise<TestServer> {
  return await serve({ server: createHttpServer(handler), event: "connection" });
}

export async function tcpServer(handler: (socket: Socket) => void): Promise<TestServer> {
  return await serve({ server: createTcpServer(handler), event: "connection" });
}

export async function serve(input: {
  readonly server: Server;
  readonly event: "connection" | "secureConnection";
}): Promise<TestServer> {
  const { server, event } = input;
  const sockets = new Set<Socket>();
  let connections = 0;
  server.on(event, () => {
    connections += 1;
  });
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    connections: () => connections,
    [Symbol.asyncDispose]: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) {
        socket.destroy();
      }
      await closed;
    },
  };
}

/** Answers with JSON. */
export function sendJSON(input: {
  readonly response: ServerResponse;
  readonly value: unknown;
  readonly status?: number;
}): void {
  const { response, value, status = 200 } = input;
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(value));
}

export async function bodyText(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) {
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts).toString();
}
