import { once } from "node:events";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import {
  CoreClientset,
  CoreV1Client,
  type PodInterface,
  type PodLogOptions,
} from "../../src/core/v1.js";
import {
  isApiError,
  isBadRequest,
  isConnectionError,
  isInvalid,
  isNotFound,
  RequestTimeoutError,
} from "../../src/index.js";
import { bench, finish } from "../rest/bench.js";
import { httpServer, sendJSON, type TestServer } from "../rest/http/servers.js";
import { untilAborted } from "../rest/memory-transport.js";

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

async function serve(handler: Handler): Promise<AsyncDisposable & { readonly pods: PodInterface }> {
  const listener: RequestListener = (request, response) => handler(request, response);
  const server: TestServer = await httpServer(listener);
  const config = { host: `http://127.0.0.1:${server.port}`, timeoutMs: 30_000 };
  const pods = CoreClientset.forConfig(config).coreV1().pods("default");
  return { pods, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

const sendText =
  (text: string): Handler =>
  (_request, response) =>
    response.writeHead(200, { "content-type": "text/plain" }).end(text);

const caught = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

async function readAll(chunks: AsyncIterable<unknown>): Promise<void> {
  for await (const _chunk of chunks);
}

describe("the log of a pod", () => {
  it("is a text, bytes, or lines; nothing is sent before it is read", async () => {
    const asked: (string | undefined)[] = [];
    await using server = await serve((request, response) => {
      asked.push(request.url);
      sendText("one\n\ntwo ü\n")(request, response);
    });
    const logs = server.pods.getLogs("web");
    expect(asked).toEqual([]);
    expect(await logs.text()).toBe("one\n\ntwo ü\n");
    const lines: string[] = [];
    for await (const line of logs.lines()) lines.push(line);
    expect(lines).toEqual(["one", "", "two ü"]);
    const parts: Uint8Array[] = [];
    for await (const chunk of logs) parts.push(chunk);
    expect(Buffer.concat(parts).toString()).toBe("one\n\ntwo ü\n");
    expect(asked).toEqual(Array(3).fill("/api/v1/namespaces/default/pods/web/log"));
  });

  it.each<{ readonly options: PodLogOptions; readonly query: string }>([
    { options: {}, query: "" },
    { options: { container: "", follow: false, previous: false, sinceTime: "" }, query: "" },
    {
      options: {
        container: "app",
        follow: true,
        previous: true,
        sinceSeconds: 60,
        timestamps: true,
        tailLines: 0,
        limitBytes: 1_024,
        insecureSkipTLSVerifyBackend: true,
        stream: "Stderr",
      },
      query:
        "?container=app&follow=true&previous=true&sinceSeconds=60&timestamps=true&tailLines=0&limitBytes=1024&insecureSkipTLSVerifyBackend=true&stream=Stderr",
    },
    {
      options: { sinceTime: "2026-08-20T07:30:00Z" },
      query: "?sinceTime=2026-08-20T07%3A30%3A00Z",
    },
  ])("asks for $options", async ({ options, query }) => {
    const asked: (string | undefined)[] = [];
    await using server = await serve((request, response) => {
      asked.push(request.url);
      sendText("log")(request, response);
    });
    await server.pods.getLogs("web", options).text();
    await readAll(server.pods.getLogs("web", options));
    const url = `/api/v1/namespaces/default/pods/web/log${query}`;
    expect(asked).toEqual([url, url]);
  });

  it("is text also where it looks like an answer of the API", async () => {
    const line = '{"kind":"Status","apiVersion":"v1","status":"Failure","code":500}\n';
    await using server = await serve(sendText(line));
    expect(await server.pods.getLogs("web").text()).toBe(line);
  });

  it("is followed, line by line as they are written, until the container ends", async () => {
    let writing: ServerResponse | undefined;
    await using server = await serve((_request, response) => {
      writing = response;
      response.write("first\n");
    });
    const lines = server.pods.getLogs("web", { follow: true }).lines()[Symbol.asyncIterator]();
    expect(await lines.next()).toEqual({ done: false, value: "first" });
    writing?.write("second\nthi");
    expect(await lines.next()).toEqual({ done: false, value: "second" });
    writing?.end("rd");
    expect(await lines.next()).toEqual({ done: false, value: "third" });
    expect(await lines.next()).toEqual({ done: true, value: undefined });
  });

  it("has the time limit of calls as a text, and none where it is followed", async () => {
    const { rest, transport, clock } = bench([{ body: "log" }], { timeoutMs: 1 });
    const pods = new CoreV1Client(rest).pods("default");
    expect(await pods.getLogs("web", { follow: true }).text()).toBe("log");
    await readAll(pods.getLogs("web"));
    expect(clock.timers).toEqual([]);
    expect(await pods.getLogs("web").text()).toBe("log");
    expect(transport.requests.map(({ streaming }) => streaming)).toEqual([true, true, false]);
    const hanging = bench([({ signal }) => untilAborted(signal)], { timeoutMs: 1_000 });
    const text = new CoreV1Client(hanging.rest).pods("default").getLogs("web").text();
    const { error, waitedMs } = await finish({ clock: hanging.clock, promise: text });
    expect([error instanceof RequestTimeoutError, waitedMs]).toEqual([true, 1_000]);
  });

  it.each(["bytes", "lines"] as const)("closes the connection by break: %s", async (how) => {
    const closed: Promise<unknown>[] = [];
    await using server = await serve((_request, response) => {
      closed.push(once(response, "close"));
      response.write("first\n");
    });
    const logs = server.pods.getLogs("web", { follow: true });
    for await (const _part of how === "bytes" ? logs : logs.lines()) break;
    await Promise.all(closed);
    expect(closed).toHaveLength(1);
  });

  it("is closed while it waits for more", async () => {
    const closed: Promise<unknown>[] = [];
    await using server = await serve((_request, response) => {
      closed.push(once(response, "close"));
      response.write("first\n");
    });
    const lines = server.pods.getLogs("web", { follow: true }).lines()[Symbol.asyncIterator]();
    await lines.next();
    const waiting = lines.next();
    await lines.return?.();
    expect(await waiting).toEqual({ done: true, value: undefined });
    await Promise.all(closed);
  });

  it.each(["bytes", "lines", "text"] as const)("is aborted by its signal: %s", async (how) => {
    const controller = new AbortController();
    const reason = new Error("enough");
    await using server = await serve((_request, response) => {
      response.write("first\n");
      response.on("close", () => {});
      controller.abort(reason);
    });
    const { signal } = controller;
    const logs = server.pods.getLogs("web", { follow: true, signal });
    const reading = how === "text" ? logs.text() : readAll(how === "bytes" ? logs : logs.lines());
    await expect(reading).rejects.toBe(reason);
    // Aborted already: nothing is sent.
    await expect(readAll(logs)).rejects.toBe(reason);
  });

  const badRequest = {
    kind: "Status",
    apiVersion: "v1",
    metadata: {},
    status: "Failure",
    message: 'container "x" in pod "web" is waiting to start: ContainerCreating',
    reason: "BadRequest",
    code: 400,
  };

  it.each(["bytes", "lines", "text"] as const)(
    "throws what the server refuses with: %s",
    async (how) => {
      await using server = await serve((_request, response) =>
        sendJSON({ response, value: badRequest, status: 400 }),
      );
      const logs = server.pods.getLogs("web", { container: "x" });
      const error = await caught(
        how === "text" ? logs.text() : readAll(how === "bytes" ? logs : logs.lines()),
      );
      expect(isBadRequest(error)).toBe(true);
      expect(error).toMatchObject({ message: badRequest.message });
    },
  );

  it("throws the text of a refusal that is no Status", async () => {
    await using server = await serve((_request, response) => {
      response.writeHead(404, { "content-type": "text/plain" }).end("no such log\n");
    });
    const error = await caught(server.pods.getLogs("web").text());
    expect(isNotFound(error)).toBe(true);
    expect(isInvalid(error)).toBe(false);
    expect(isApiError(error) && error.message).toContain("no such log");
  });

  it("that breaks off is an error, and no end", async () => {
    await using server = await serve((_request, response) => {
      response.write("first\n", () => response.destroy());
    });
    const lines: string[] = [];
    const error = await caught(
      (async () => {
        for await (const line of server.pods.getLogs("web", { follow: true }).lines()) {
          lines.push(line);
        }
      })(),
    );
    expect(lines).toEqual(["first"]);
    expect(isConnectionError(error)).toBe(true);
  });

  it("of 128 MiB is read in constant memory, lines of any length included", async () => {
    const chunk = Buffer.alloc(1 << 16, "x");
    chunk[chunk.length - 1] = 0x0a;
    const oneLine = Buffer.alloc(1 << 16, "x");
    const count = 2_048;
    await using server = await serve((request, response) => {
      const part = request.url?.includes("container=endless") === true ? oneLine : chunk;
      void (async () => {
        for (let sent = 0; sent < count; sent++) {
          if (!response.write(part)) await once(response, "drain");
        }
        response.end();
      })();
    });
    const read = async (container: string): Promise<{ bytes: number; peak: number }> => {
      const before = process.memoryUsage();
      const start = before.heapUsed + before.external;
      let [bytes, peak, parts] = [0, 0, 0];
      for await (const line of server.pods.getLogs("web", { container }).lines()) {
        bytes += line.length;
        parts += 1;
        if (parts % 64 !== 1) continue;
        const { heapUsed, external } = process.memoryUsage();
        peak = Math.max(peak, heapUsed + external - start);
      }
      return { bytes, peak };
    };
    for (const [container, expected] of [
      ["short", count * (chunk.length - 1)],
      ["endless", count * oneLine.length],
    ] as const) {
      const { bytes, peak } = await read(container);
      expect(bytes, container).toBe(expected);
      // What garbage collection leaves for later; all of it at once would be 128 MiB and more.
      expect(peak, container).toBeLessThan(96 * (1 << 20));
    }
  });

  it.each(["", "a/b", ".."])("of the name %j is refused before anything is sent", async (name) => {
    const asked: unknown[] = [];
    await using server = await serve((request) => asked.push(request.url));
    await expect(server.pods.getLogs(name).text()).rejects.toThrow(/name/);
    await expect(readAll(server.pods.getLogs(name).lines())).rejects.toThrow(/name/);
    expect(asked).toEqual([]);
  });

  it("has no lines of less than a character", async () => {
    await using server = await serve(sendText("x"));
    for (const maxLineBytes of [0, 3, Number.NaN]) {
      expect(() => server.pods.getLogs("web").lines({ maxLineBytes })).toThrow(
        `maxLineBytes is ${maxLineBytes}: it must be at least 4`,
      );
    }
  });
});
