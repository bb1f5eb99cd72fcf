import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { connect, type Socket } from "node:net";
import { ConnectionError, errorCode, toConnectionError } from "../connection-error.js";
import type { Address } from "./address.js";
import { connectMs } from "./exchange.js";
import type { ProxyServer } from "./proxy.js";
import { socks5Connect } from "./socks5.js";

/**
 * A connection to a server through a proxy, ready for TLS or HTTP.
 *
 * @throws ConnectionError naming the proxy, never its credentials
 */
export async function openTunnel(input: {
  readonly proxy: ProxyServer;
  readonly target: Pick<Address, "hostname" | "port">;
}): Promise<Socket> {
  const { proxy } = input;
  try {
    return proxy.kind === "http" ? await throughHttp(input) : await throughSocks(input);
  } catch (error) {
    const host = `the proxy ${proxy.address.origin}`;
    throw toConnectionError({ error, host, peer: "the proxy" });
  }
}

async function throughHttp(input: {
  readonly proxy: ProxyServer;
  readonly target: Pick<Address, "hostname" | "port">;
}): Promise<Socket> {
  const { proxy, target } = input;
  const { address, authorization } = proxy;
  const authority = `${target.hostname.includes(":") ? `[${target.hostname}]` : target.hostname}:${target.port}`;
  const send = address.protocol === "https:" ? httpsRequest : httpRequest;
  return await new Promise<Socket>((resolve, reject) => {
    const request = send({
      agent: false,
      method: "CONNECT",
      host: address.hostname,
      port: address.port,
      path: authority,
      headers: {
        host: authority,
        ...(authorization === undefined ? {} : { "proxy-authorization": authorization }),
      },
    });
    request.on("connect", (response, socket, head) => {
      if (response.statusCode !== 200) {
        socket.destroy();
        reject(refused({ proxy, authority, status: response.statusCode ?? 0 }));
        return;
      }
      socket.setTimeout(0);
      if (head.length > 0) {
        socket.unshift(head);
      }
      resolve(socket);
    });
    request.on("error", reject);
    request.setTimeout(connectMs, () => request.destroy(tooSlow(address)));
    request.end();
  });
}

function tooSlow(address: Address): ConnectionError {
  const host = address.origin;
  const message = `the proxy ${host} does not answer within ${connectMs / 1_000} s`;
  return new ConnectionError({ message, code: "ERR_SOCKET_CONNECTION_TIMEOUT", host });
}

function refused(input: {
  readonly proxy: ProxyServer;
  readonly authority: string;
  readonly status: number;
}): ConnectionError {
  const { proxy, authority, status } = input;
  const host = proxy.address.origin;
  const hint = status === 407 ? "it asks for credentials: put them into its address" : "";
  return new ConnectionError({
    message: `the proxy ${host} answered ${status} to a tunnel to ${authority}${hint && `: ${hint}`}`,
    code: "ERR_PROXY_TUNNEL",
    host,
  });
}

async function throughSocks(input: {
  readonly proxy: ProxyServer;
  readonly target: Pick<Address, "hostname" | "port">;
}): Promise<Socket> {
  const { proxy, target } = input;
  const { address, username, password } = proxy;
  const socket = connect({ host: address.hostname, port: address.port });
  socket.setTimeout(connectMs, () => socket.destroy(tooSlow(address)));
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once("connect", resolve);
      socket.once("error", reject);
    });
    await socks5Connect({
      socket,
      hostname: target.hostname,
      port: target.port,
      username,
      password,
    });
    socket.setTimeout(0);
    socket.removeAllListeners("timeout");
    return socket;
  } catch (error) {
    socket.destroy();
    throw errorCode(error) === ""
      ? new ConnectionError({
          message: error instanceof Error ? error.message : String(error),
          code: "ERR_PROXY_TUNNEL",
          host: address.origin,
          cause: error,
        })
      : error;
  }
}
