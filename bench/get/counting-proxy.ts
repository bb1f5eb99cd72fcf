import { startTcpProxy } from "../../test/network/tcp-proxy.js";

/** Passes TCP connections on and counts them: each is a TLS handshake. */
export interface CountingProxy {
  readonly port: number;
  /** Connections since the last call. */
  take(): number;
  close(): Promise<void>;
}

/** Listens on a free port of 127.0.0.1 for what goes to a port there. */
export async function startCountingProxy(target: number): Promise<CountingProxy> {
  let connections = 0;
  const proxy = await startTcpProxy({
    target,
    join: ({ client, upstream }) => {
      connections++;
      client.pipe(upstream).pipe(client);
    },
  });
  return {
    port: proxy.port,
    take: () => {
      const count = connections;
      connections = 0;
      return count;
    },
    close: () => proxy.close(),
  };
}
