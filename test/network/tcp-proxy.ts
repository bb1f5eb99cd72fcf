import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** One connection through a proxy: the side of the client, and that of the server. */
export interface ProxiedConnection {
  readonly client: Socket;
  readonly upstream: Socket;
}

/** Stands between a client and a server. */
export interface TcpProxy {
  readonly port: number;
  /** Those that are open. */
  readonly connections: ReadonlySet<ProxiedConnection>;
  /** Nothing listens any more; open connections stay. */
  refuse(): void;
  /** Listens again. */
  accept(): Promise<void>;
  /** Ends everything. */
  close(): Promise<void>;
}

/** Listens on a free port of 127.0.0.1 for what goes to a port there. What passes, and how, is the business of `join`. */
export async function startTcpProxy(input: {
  readonly target: number;
  readonly join: (connection: ProxiedConnection) => void;
}): Promise<TcpProxy> {
  const connections = new Set<ProxiedConnection>();
  const server = createServer({ allowHalfOpen: true }, (client) => {
    const upstream = connect({ port: input.target, host: "127.0.0.1", allowHalfOpen: true });
    const connection = { client, upstream };
    connections.add(connection);
    for (const socket of [client, upstream]) {
      socket.setNoDelay(true);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => {
        client.destroy();
        upstream.destroy();
        connections.delete(connection);
      });
    }
    input.join(connection);
  });
  const listen = async (port: number): Promise<void> => {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
  };
  await listen(0);
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the proxy has no port");
  const { port } = address;
  return {
    port,
    connections,
    refuse: () => void server.close(),
    accept: () => listen(port),
    close: async () => {
      const closed = server.listening ? once(server, "close") : undefined;
      server.close();
      for (const { client } of connections) client.destroy();
      await closed;
    },
  };
}
