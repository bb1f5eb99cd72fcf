import { getEventListeners } from "node:events";
import { isConnectionError, type Transport, type TransportRequest } from "crd-runtime";
import { describe, expect, it } from "vitest";
import { ConnectionBroken } from "../../src/apiserver/doors/connection-broken.js";
import { DirectTransport } from "../../src/apiserver/doors/direct-transport.js";
import type { Handler, ServerRequest, ServerResponse } from "../../src/apiserver/http.js";

const host = "https://embedded";
const get: TransportRequest = { method: "GET", path: "/api?limit=1", headers: { accept: "*/*" } };

function transportOf(handler: Handler): Transport {
  return new DirectTransport({ handler, host, user: { name: "jane", groups: ["dev"] } });
}

/** Yields the parts, then waits until it is left. */
class OpenBody implements AsyncIterable<Uint8Array> {
  left = false;
  readonly #parts: readonly string[];

  constructor(parts: readonly string[]) {
    this.#parts = parts;
  }

  [Symbol.asyncIterator](): AsyncIterator<Uint8Array> {
    const parts = this.#parts[Symbol.iterator]();
    return {
      next: async () => {
        const next = parts.next();
        if (next.done !== true) return { done: false, value: Buffer.from(next.value) };
        return await new Promise<never>(() => undefined);
      },
      return: async () => {
        this.left = true;
        return { done: true, value: undefined };
      },
    };
  }
}

describe("DirectTransport", () => {
  it("gives a client bytes of its own", async () => {
    const stored = Buffer.from("{}");
    const transport = transportOf(async () => ({ status: 200, headers: {}, body: stored }));
    const bytes = await (await transport.send(get)).body.bytes();
    bytes.fill(0);
    expect(stored.toString()).toBe("{}");
  });

  it("hands the request over as it is and the answer's bytes back", async () => {
    const seen: ServerRequest[] = [];
    const transport = transportOf(async (request) => {
      seen.push(request);
      return { status: 201, headers: { "x-a": "1" }, body: Buffer.from("{}") };
    });
    const body = Buffer.from('{"a":1}');
    const response = await transport.send({ ...get, method: "POST", body });
    expect(response.status).toBe(201);
    expect(response.headers).toEqual({ "x-a": "1" });
    expect(Buffer.from(await response.body.bytes()).toString()).toBe("{}");
    expect(seen).toMatchObject([
      {
        method: "POST",
        path: "/api?limit=1",
        headers: { accept: "*/*" },
        body,
        user: { name: "jane" },
      },
    ]);
  });

  it("sends nothing when the signal is aborted already", async () => {
    const transport = transportOf(() => Promise.reject(new Error("was called")));
    const reason = new Error("enough");
    await expect(transport.send({ ...get, signal: AbortSignal.abort(reason) })).rejects.toBe(
      reason,
    );
  });

  it("throws the signal's reason while it waits for the head, and tells the server", async () => {
    const client = new AbortController();
    let server: AbortSignal | undefined;
    const transport = transportOf((request) => {
      server = request.signal;
      return new Promise<never>(() => undefined);
    });
    const sent = transport.send({ ...get, signal: client.signal });
    const reason = new Error("enough");
    client.abort(reason);
    await expect(sent).rejects.toBe(reason);
    expect(server?.aborted).toBe(true);
  });

  it("ends a watch that is aborted between two events with the signal's reason", async () => {
    const client = new AbortController();
    const body = new OpenBody(["one", "two"]);
    const transport = transportOf(async () => ({ status: 200, headers: {}, body }));
    const { body: received } = await transport.send({ ...get, signal: client.signal });
    const parts: string[] = [];
    const reason = new Error("enough");
    const reading = (async () => {
      for await (const part of received) {
        parts.push(Buffer.from(part).toString());
        if (parts.length === 2) queueMicrotask(() => client.abort(reason));
      }
    })();
    await expect(reading).rejects.toBe(reason);
    expect(parts).toEqual(["one", "two"]);
    expect(body.left).toBe(true);
  });

  it("tells the server when the client leaves a watch", async () => {
    const body = new OpenBody(["one"]);
    let server: AbortSignal | undefined;
    const transport = transportOf(async (request): Promise<ServerResponse> => {
      server = request.signal;
      return { status: 200, headers: {}, body };
    });
    const { body: received } = await transport.send(get);
    for await (const _part of received) break;
    expect(server?.aborted).toBe(true);
    expect(body.left).toBe(true);
  });

  it("leaves one listener on a signal that many requests have, and none after them", async () => {
    const client = new AbortController();
    const answers: (() => void)[] = [];
    const transport = transportOf(
      () =>
        new Promise<ServerResponse>((resolve) => {
          answers.push(() => resolve({ status: 200, headers: {}, body: new Uint8Array() }));
        }),
    );
    const sent = Array.from({ length: 20 }, () =>
      transport.send({ ...get, signal: client.signal }),
    );
    expect(getEventListeners(client.signal, "abort")).toHaveLength(1);
    for (const answer of answers) answer();
    await Promise.all(sent);
    expect(getEventListeners(client.signal, "abort")).toEqual([]);
  });

  it.each(["ECONNREFUSED", "ECONNRESET"] as const)("shows %s as the network does", async (code) => {
    const transport = transportOf(() => Promise.reject(new ConnectionBroken(code)));
    const error = await transport.send(get).catch((caught: unknown) => caught);
    expect(isConnectionError(error) && error.code).toBe(code);
  });

  it("breaks inside a body", async () => {
    async function* body(): AsyncGenerator<Uint8Array, void, undefined> {
      yield Buffer.from("half");
      throw new ConnectionBroken("ECONNRESET");
    }
    const transport = transportOf(async () => ({ status: 200, headers: {}, body: body() }));
    const response = await transport.send(get);
    const error = await response.body.bytes().catch((caught: unknown) => caught);
    expect(isConnectionError(error) && error.code).toBe("ECONNRESET");
  });
});
