import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** Passes TCP connections on and counts them: each is a TLS handshake. */
export interface CountingProxy {
  readonly port: number;
  /** Connections since the last call. */
  take(): number;
  close(): void;
}

/** Listens on a free port of 127.0.0.1 for what goes to a port there. */
export async function startCountingProxy(target: number): Promise<CountingProxy> {
  let connections = 0;
  const open = new Set<Socket>();
  const server = createServer((client) => {
    connections++;
    const upstream = connect(target, "127.0.0.1");
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.setNoDelay(true);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => open.delete(socket));
    }
    client.pipe(upstream).pipe(client);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the proxy has no port");
  return {
    port: address.port,
    take: () => {
      const count = connections;
      connections = 0;
      return count;
    },
    close: () => {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
