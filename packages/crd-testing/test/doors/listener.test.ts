import { once } from "node:events";
import { type ClientRequest, request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { afterEach, describe, expect, it } from "vitest";
import { tlsFile } from "../../../crd-runtime/test/rest/http/servers.js";
import { ConnectionBroken } from "../../src/apiserver/doors/connection-broken.js";
import { Listener } from "../../src/apiserver/doors/listener.js";
import type { Handler, ServerRequest, ServerResponse } from "../../src/apiserver/http.js";

const open: Listener[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((listener) => listener.close()));
});

async function listen(handler: Handler): Promise<Listener> {
  const listener = await Listener.listen({ handler, host: "127.0.0.1", port: 0, tls: undefined });
  open.push(listener);
  return listener;
}

async function answerOf(request: ClientRequest): Promise<IncomingMessage> {
  const [message] = await once(request, "response");
  return message;
}

async function textOf(message: AsyncIterable<unknown>): Promise<string> {
  const parts: string[] = [];
  for await (const part of message) parts.push(String(part));
  return parts.join("");
}

const empty: ServerResponse = { status: 200, headers: {}, body: new Uint8Array() };

describe("Listener", () => {
  it("hands requests over and answers with a length", async () => {
    const seen: ServerRequest[] = [];
    const { url } = await listen(async (request) => {
      seen.push(request);
      return { status: 201, headers: { warning: ["a", "b"] }, body: Buffer.from("{}") };
    });
    const request = httpRequest(`${url}/api/v1?limit=1`, {
      method: "POST",
      headers: { "X-A": "1" },
    });
    request.end('{"a":1}');
    const message = await answerOf(request);
    expect(message.statusCode).toBe(201);
    expect(message.headers).toMatchObject({ "content-length": "2" });
    expect(message.headersDistinct["warning"]).toEqual(["a", "b"]);
    expect(await textOf(message)).toBe("{}");
    expect(seen).toMatchObject([
      { method: "POST", path: "/api/v1?limit=1", headers: { "x-a": "1" } },
    ]);
    expect(Buffer.from(seen[0]?.body ?? []).toString()).toBe('{"a":1}');
  });

  it("streams a body, its head first, and tells the handler when the client leaves", async () => {
    let gone: AbortSignal | undefined;
    let left: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => {
      left = resolve;
    });
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { url } = await listen(async (request) => {
      gone = request.signal;
      async function* body(): AsyncGenerator<Uint8Array, void, undefined> {
        try {
          await gate;
          yield Buffer.from("one\n");
          await once(request.signal, "abort");
        } finally {
          left();
        }
      }
      return { status: 200, headers: {}, body: body() };
    });
    const request = httpRequest(url);
    request.on("error", () => undefined);
    request.end();
    const message = await answerOf(request);
    message.on("error", () => undefined);
    release();
    const [part] = await once(message, "data");
    expect(String(part)).toBe("one\n");
    request.destroy();
    await ended;
    expect(gone?.aborted).toBe(true);
  });

  it("resets the connection where the handler breaks it", async () => {
    const { url } = await listen(() => Promise.reject(new ConnectionBroken("ECONNRESET")));
    const request = httpRequest(url);
    request.end();
    const [error] = await once(request, "error");
    expect(error.code).toBe("ECONNRESET");
  });

  it("resets the connection where a body breaks", async () => {
    async function* body(): AsyncGenerator<Uint8Array, void, undefined> {
      yield Buffer.from("half");
      throw new ConnectionBroken("ECONNRESET");
    }
    const { url } = await listen(async () => ({ status: 200, headers: {}, body: body() }));
    const request = httpRequest(url);
    request.end();
    const message = await answerOf(request);
    await expect(textOf(message)).rejects.toMatchObject({ code: "ECONNRESET" });
  });

  it("reads no more of a body than shows that it is too long", async () => {
    const lengths: number[] = [];
    const { url } = await listen(async (request) => {
      lengths.push(request.body.byteLength);
      return empty;
    });
    const request = httpRequest(url, { method: "POST", headers: { "content-length": 8_000_000 } });
    request.on("error", () => undefined);
    request.write(Buffer.alloc(4_000_000));
    await answerOf(request);
    request.destroy();
    expect(lengths[0]).toBeGreaterThan(3 * 1024 * 1024);
    expect(lengths[0]).toBeLessThan(4 * 1024 * 1024);
  });

  it("says that a port is occupied", async () => {
    const { url } = await listen(async () => empty);
    const port = Number(new URL(url).port);
    const second = Listener.listen({
      handler: async () => empty,
      host: "127.0.0.1",
      port,
      tls: undefined,
    });
    await expect(second).rejects.toMatchObject({ code: "EADDRINUSE" });
  });

  it("refuses connections for a while, and takes them again at the same port", async () => {
    const listener = await listen(async () => empty);
    const { url } = listener;
    const { reopen } = await listener.refuse();
    const refused = httpRequest(url);
    refused.end();
    const [error] = await once(refused, "error");
    expect(error.code).toBe("ECONNREFUSED");
    await reopen();
    const request = httpRequest(url);
    request.end();
    const message = await answerOf(request);
    message.resume();
    expect([message.statusCode, listener.url]).toEqual([200, url]);
  });

  it("knows clients by certificates of its authority, and lets others in as strangers", async () => {
    const seen: ServerRequest["clientCertificate"][] = [];
    const listener = await Listener.listen({
      host: "127.0.0.1",
      port: 0,
      tls: {
        certificate: tlsFile("server.crt"),
        privateKey: tlsFile("server.key"),
        clientAuthority: tlsFile("ca.crt"),
      },
      handler: async (request) => {
        seen.push(request.clientCertificate);
        return empty;
      },
    });
    open.push(listener);
    const credentials = [{}, { cert: tlsFile("client.crt"), key: tlsFile("client.key") }];
    for (const each of credentials) {
      const request = httpsRequest(listener.url, {
        ...each,
        ca: tlsFile("ca.crt"),
        agent: false,
        servername: "localhost",
      });
      request.end();
      (await answerOf(request)).resume();
    }
    const [stranger, known] = seen;
    expect(stranger).toBeUndefined();
    expect(known?.commonName).not.toBe("");
    expect(known?.organizations).toBeInstanceOf(Array);
  });
});
