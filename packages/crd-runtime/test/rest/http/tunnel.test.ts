import { createServer as createHttpServer } from "node:http";
import { connect, type Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { ConnectionError, RestClient, type RestRequest } from "../../../src/rest/index.js";
import {
  httpServer,
  httpsServer,
  sendJSON,
  serve,
  type TestServer,
  tcpServer,
  tlsFile,
} from "./servers.js";

const get: RestRequest = { method: "GET", path: "/apis/example.com/v1/databases" };
const tlsClientConfig = { caData: tlsFile("ca.crt") };

/** A proxy that makes tunnels; it notes what it was asked for. */
async function tunnelProxy(input: {
  readonly asked: string[];
  readonly status?: number;
}): Promise<TestServer> {
  const { asked, status = 200 } = input;
  const server = createHttpServer();
  server.on("connect", (request, socket: Socket) => {
    asked.push(`${request.method} ${request.url} ${request.headers["proxy-authorization"] ?? "-"}`);
    socket.write(`HTTP/1.1 ${status} Answer\r\n\r\n`);
    if (status === 200) {
      const [host, port] = (request.url ?? "").split(":");
      join({ socket, target: connect({ host: host ?? "", port: Number(port) }) });
    } else {
      socket.end();
    }
  });
  return await serve({ server, event: "connection" });
}

function join(input: { readonly socket: Socket; readonly target: Socket }): void {
  const { socket, target } = input;
  socket.pipe(target).pipe(socket);
  for (const end of [socket, target]) {
    end.on("error", () => end.destroy());
    end.on("close", () => {
      socket.destroy();
      target.destroy();
    });
  }
}

/** A SOCKS5 proxy that asks for a name and password when they are given. */
async function socksProxy(input: {
  readonly asked: string[];
  readonly login?: string;
  readonly reply?: number;
}): Promise<TestServer> {
  const { asked, login, reply = 0 } = input;
  return await tcpServer((socket) => {
    socket.once("data", (greeting) => {
      const method = login === undefined ? 0 : 2;
      if (!greeting.subarray(2).includes(method)) {
        socket.end(Buffer.from([5, 0xff]));
        return;
      }
      socket.write(Buffer.from([5, method]));
      const onConnect = (command: Buffer): void => {
        const length = command[4] ?? 0;
        const host = command.subarray(5, 5 + length).toString();
        const port = command.readUInt16BE(5 + length);
        asked.push(`${host}:${port}`);
        const answer = Buffer.from([5, reply, 0, 1, 127, 0, 0, 1, 0, 80]);
        // In two parts: the client must wait for the rest.
        socket.write(answer.subarray(0, 3));
        setImmediate(() => {
          socket.write(answer.subarray(3));
          if (reply === 0) {
            join({ socket, target: connect({ host, port }) });
          } else {
            socket.end();
          }
        });
      };
      socket.once("data", (message) => {
        if (login === undefined) {
          onConnect(message);
          return;
        }
        const name = message.subarray(2, 2 + (message[1] ?? 0)).toString();
        const password = message.subarray(3 + (message[1] ?? 0)).toString();
        const right = `${name}:${password}` === login;
        socket.once("data", onConnect);
        socket.write(Buffer.from([1, right ? 0 : 1]));
      });
    });
  });
}

async function errorOf(promise: Promise<unknown>): Promise<Error & { code?: string }> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ConnectionError);
  return error as ConnectionError;
}

describe("an HTTP proxy", () => {
  it("carries https through a tunnel, which is kept", async () => {
    const asked: string[] = [];
    await using proxy = await tunnelProxy({ asked });
    await using server = await httpsServer({
      handler: (_request, response) => sendJSON({ response, value: { ok: true } }),
    });
    const rest = RestClient.forConfig({
      host: `https://127.0.0.1:${server.port}`,
      tlsClientConfig,
      proxy: `http://me:p%40ss@127.0.0.1:${proxy.port}`,
    });
    expect(await rest.request(get)).toEqual({ ok: true });
    expect(await rest.request(get)).toEqual({ ok: true });
    const authorization = `Basic ${Buffer.from("me:p@ss").toString("base64")}`;
    expect(asked).toEqual([`CONNECT 127.0.0.1:${server.port} ${authorization}`]);
    expect(server.connections()).toBe(1);
  });

  it("checks the server's certificate through the tunnel", async () => {
    await using proxy = await tunnelProxy({ asked: [] });
    await using server = await httpsServer({ handler: (_request, response) => response.end() });
    const rest = RestClient.forConfig({
      host: `https://127.0.0.1:${server.port}`,
      tlsClientConfig: { ...tlsClientConfig, serverName: "other.example.com" },
      proxy: `http://127.0.0.1:${proxy.port}`,
    });
    expect(await errorOf(rest.request(get))).toMatchObject({
      code: "ERR_TLS_CERT_ALTNAME_INVALID",
    });
  });

  it("is asked for the whole URL when the server speaks plain http", async () => {
    const asked: string[] = [];
    await using proxy = await httpServer((request, response) => {
      asked.push(
        `${request.url} ${request.headers.host} ${request.headers["proxy-authorization"]}`,
      );
      sendJSON({ response, value: {} });
    });
    const rest = RestClient.forConfig({
      host: "http://api.example.com:8080/base",
      proxy: `http://me:pass@127.0.0.1:${proxy.port}`,
    });
    await rest.request(get);
    expect(asked).toEqual([
      `http://api.example.com:8080/base${get.path} api.example.com:8080 Basic ${Buffer.from("me:pass").toString("base64")}`,
    ]);
  });

  it.each([
    { status: 407, says: "it asks for credentials" },
    { status: 403, says: "answered 403 to a tunnel" },
  ])("that answers $status is named, its password is not", async ({ status, says }) => {
    await using proxy = await tunnelProxy({ asked: [], status });
    const rest = RestClient.forConfig({
      host: "https://api.example.com",
      proxy: `http://me:hunter2@127.0.0.1:${proxy.port}`,
    });
    const error = await errorOf(rest.request(get));
    expect(error.message).toContain(`the proxy http://127.0.0.1:${proxy.port} answered ${status}`);
    expect(error.message).toContain(says);
    expect(`${error.message} ${JSON.stringify(error)}`).not.toContain("hunter2");
  });

  it.each(["https://api.example.com", "http://api.example.com"])(
    "that speaks TLS has its certificate checked, for %s too",
    async (host) => {
      await using proxy = await httpsServer({ handler: (_request, response) => response.end() });
      const rest = RestClient.forConfig({ host, proxy: `https://127.0.0.1:${proxy.port}` });
      const error = await errorOf(rest.request(get));
      expect(error.code).toBe("SELF_SIGNED_CERT_IN_CHAIN");
      expect(error.message).toContain(`the proxy https://127.0.0.1:${proxy.port}`);
    },
  );

  it("that is down is named", async () => {
    const proxy = await tcpServer(() => {});
    await proxy[Symbol.asyncDispose]();
    const rest = RestClient.forConfig({
      host: "https://api.example.com",
      proxy: `http://127.0.0.1:${proxy.port}`,
    });
    const error = await errorOf(rest.request(get));
    expect(error.code).toBe("ECONNREFUSED");
    expect(error.message).toContain(`the proxy http://127.0.0.1:${proxy.port}`);
    expect(error.message).toContain("is the proxy running");
  });
});

describe("a SOCKS5 proxy", () => {
  it.each([undefined, "me:p@ss"])("carries https and http (login %s)", async (login) => {
    const asked: string[] = [];
    await using proxy = await socksProxy({ asked, ...(login !== undefined && { login }) });
    await using secure = await httpsServer({
      handler: (_request, response) => sendJSON({ response, value: { secure: true } }),
    });
    await using plain = await httpServer((_request, response) =>
      sendJSON({ response, value: { secure: false } }),
    );
    const user = login === undefined ? "" : "me:p%40ss@";
    const common = { tlsClientConfig, proxy: `socks5://${user}127.0.0.1:${proxy.port}` };
    for (const [host, value] of [
      [`https://localhost:${secure.port}`, true],
      [`http://localhost:${plain.port}`, false],
    ] as const) {
      const rest = RestClient.forConfig({ ...common, host });
      expect(await rest.request(get)).toEqual({ secure: value });
      expect(await rest.request(get)).toEqual({ secure: value });
    }
    // The proxy resolves the name, and each connection is kept.
    expect(asked).toEqual([`localhost:${secure.port}`, `localhost:${plain.port}`]);
  });

  it.each<{ what: string; proxy: { login?: string; reply?: number }; user: string; says: string }>([
    {
      what: "refuses the connection",
      proxy: { reply: 5 },
      user: "",
      says: "cannot connect to api.example.com:443: connection refused",
    },
    {
      what: "wants a login",
      proxy: { login: "me:right" },
      user: "",
      says: "does not accept the way of authentication",
    },
    {
      what: "wants another login",
      proxy: { login: "me:right" },
      user: "me:hunter2@",
      says: "does not accept username and password",
    },
  ])("that $what says so", async ({ proxy: settings, user, says }) => {
    await using proxy = await socksProxy({ asked: [], ...settings });
    const rest = RestClient.forConfig({
      host: "https://api.example.com",
      proxy: `socks5://${user}127.0.0.1:${proxy.port}`,
    });
    const error = await errorOf(rest.request({ method: "POST", path: "/x" }));
    expect(error.message).toContain(says);
    expect(error.message).not.toContain("hunter2");
  });

  it("that hangs up is named", async () => {
    await using proxy = await tcpServer((socket) => socket.end());
    const rest = RestClient.forConfig({
      host: "https://api.example.com",
      proxy: `socks5://127.0.0.1:${proxy.port}`,
    });
    const error = await errorOf(rest.request({ method: "POST", path: "/x" }));
    expect(error.message).toContain("the SOCKS5 proxy closed the connection");
  });
});
