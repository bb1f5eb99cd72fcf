import type { Socket } from "node:net";
import { type ProxiedConnection, startTcpProxy, type TcpProxy } from "../../network/tcp-proxy.js";

/** What a network does to connections, which it cannot read: TLS goes through from end to end. */
export interface FaultProxy extends TcpProxy {
  /** Open connections are reset. */
  reset(): void;
  /** Open connections stay open, and nothing passes any more. */
  stall(): void;
  /** Clients are told that the server has nothing more to say, in the middle of what it says. */
  halfClose(): void;
  /** What passes comes in so few bytes at once from now on. */
  throttle(chunkBytes: number): void;
}

/** Starts one in front of a port of 127.0.0.1. */
export async function startFaultProxy(target: number): Promise<FaultProxy> {
  const stalled = new WeakSet<ProxiedConnection>();
  let chunkBytes = Number.POSITIVE_INFINITY;
  const proxy = await startTcpProxy({
    target,
    join: (connection) => {
      const { client, upstream } = connection;
      const lane = { passes: () => !stalled.has(connection), chunkBytes: () => chunkBytes };
      void pass({ ...lane, from: client, to: upstream });
      void pass({ ...lane, from: upstream, to: client });
    },
  });
  const each = (fault: (connection: ProxiedConnection) => void): void => {
    for (const connection of proxy.connections) fault(connection);
  };
  return {
    ...proxy,
    reset: () => each(({ client }) => client.resetAndDestroy()),
    stall: () => each((connection) => stalled.add(connection)),
    halfClose: () => each(({ client }) => client.end()),
    throttle: (bytes) => {
      chunkBytes = bytes;
    },
  };
}

/** Carries bytes one way until the source ends or the connection stalls. */
async function pass(input: {
  readonly from: Socket;
  readonly to: Socket;
  readonly passes: () => boolean;
  readonly chunkBytes: () => number;
}): Promise<void> {
  const { from, to, passes, chunkBytes } = input;
  try {
    for await (const bytes of from.iterator({ destroyOnReturn: false })) {
      const data: Buffer = bytes;
      for (let at = 0; at < data.length; ) {
        if (!passes()) return;
        const part = data.subarray(at, at + chunkBytes());
        at += part.length;
        if (to.writable) await new Promise((resolve) => to.write(part, resolve));
        if (at < data.length) await new Promise((resolve) => setImmediate(resolve));
      }
    }
    if (passes()) to.end();
  } catch {
    // The connection is gone.
  }
}
