import { describe, expect, it } from "vitest";
import {
  ApiError,
  ConfigError,
  deduplicateWarnings,
  RequestTimeoutError,
  RestClient,
  type RestConfig,
  type RestRequest,
} from "../../src/rest/index.js";
import { bench, finish } from "./bench.js";
import { MemoryTransport, type Step, systemError, untilAborted } from "./memory-transport.js";

const get: RestRequest = { method: "GET", path: "/apis/example.com/v1/databases" };

describe("RestClient.request", () => {
  it("decodes JSON, and an empty answer as undefined", async () => {
    expect(await bench([{ body: { a: 1 } }]).rest.request(get)).toEqual({ a: 1 });
    expect(await bench([{ status: 204, body: "" }]).rest.request(get)).toBeUndefined();
  });

  it("keeps wide integers exact on the way in and out", async () => {
    const { rest, transport } = bench([{ body: '{"big":9007199254740993}' }]);
    const value = await rest.request(get);
    expect(value).toEqual({ big: 9007199254740993n });
    await rest.request({ method: "PUT", path: "/x", body: value });
    expect(Buffer.from(transport.requests[1]?.body ?? []).toString()).toBe(
      '{"big":9007199254740993}',
    );
  });

  it("refuses a configuration without a host", () => {
    const config = { transport: new MemoryTransport([]) } as unknown as RestConfig;
    expect(() => RestClient.forConfig(config)).toThrow(ConfigError);
  });
});

describe("RestClient.stream", () => {
  // client-go: TestRequestStream
  it("gives bytes as they are, at once or as they come", async () => {
    const { rest } = bench([{ body: "not JSON" }]);
    expect(Buffer.from(await (await rest.stream(get)).bytes()).toString()).toBe("not JSON");
    const parts: string[] = [];
    for await (const part of await rest.stream(get)) parts.push(Buffer.from(part).toString());
    expect(parts).toEqual(["not JSON"]);
  });

  // client-go: TestRequestStreamWithRetry
  it("is repeated when the server asks for it, and not when the connection broke", async () => {
    const busy: Step = { status: 503, headers: { "retry-after": "1" } };
    const { rest, transport, clock } = bench([busy, { body: "log" }]);
    expect(await finish({ clock, promise: rest.stream(get) })).toMatchObject({ waitedMs: 1_000 });
    expect(transport.requests.map(({ streaming }) => streaming)).toEqual([true, true]);
    const broken = bench([systemError("ECONNRESET")]);
    await expect(broken.rest.stream(get)).rejects.toThrow("ECONNRESET");
    expect(broken.transport.requests).toHaveLength(1);
  });

  it("has no time limit but the signal", async () => {
    const { rest, clock } = bench([{ body: "log" }], { timeoutMs: 1 });
    await rest.stream(get, { timeoutSeconds: 1 });
    expect(clock.timers).toEqual([]);
    await expect(rest.stream(get, { signal: AbortSignal.abort() })).rejects.toThrow();
  });

  it("throws what the server refuses with", async () => {
    const { rest } = bench([{ status: 403, body: "" }]);
    await expect(rest.stream(get)).rejects.toBeInstanceOf(ApiError);
  });
});

describe("compression", () => {
  it.each([
    { disableCompression: undefined, asked: [undefined, undefined, undefined] },
    { disableCompression: false, asked: ["gzip", undefined, undefined] },
  ])(
    "is asked for with disableCompression: $disableCompression, but for no stream",
    async (given) => {
      const { disableCompression, asked } = given;
      const { rest, transport } = bench([{ body: "{}" }], { disableCompression });
      await rest.request(get);
      await rest.stream(get);
      await rest
        .watch(get)
        [Symbol.asyncIterator]()
        .next()
        .catch(() => {});
      expect(transport.requests.map(({ headers }) => headers["accept-encoding"])).toEqual(asked);
    },
  );
});

describe("time limits", () => {
  const silent: Step = (request) => untilAborted(request.signal);

  it.each([
    { timeoutMs: 5_000, timeoutSeconds: undefined, ends: 5_000 },
    { timeoutMs: undefined, timeoutSeconds: 3, ends: 3_000 },
    { timeoutMs: 5_000, timeoutSeconds: 3, ends: 3_000 },
    { timeoutMs: 2_000, timeoutSeconds: 3, ends: 2_000 },
  ])("$timeoutMs ms and $timeoutSeconds s end after $ends ms", async (limits) => {
    const { timeoutMs, timeoutSeconds, ends } = limits;
    const { rest, clock } = bench([silent], { timeoutMs });
    const promise = rest.request(get, { timeoutSeconds });
    const { error, waitedMs } = await finish({ clock, promise });
    expect(error).toBeInstanceOf(RequestTimeoutError);
    expect(error).toMatchObject({
      message: `GET ${get.path} did not finish within ${ends / 1_000} s`,
    });
    expect(waitedMs).toBe(ends);
  });

  it("covers all attempts", async () => {
    const busy: Step = { status: 503, headers: { "retry-after": "2" } };
    const { rest, transport, clock } = bench([busy], { timeoutMs: 5_000 });
    const { error, waitedMs } = await finish({ clock, promise: rest.request(get) });
    expect(error).toBeInstanceOf(RequestTimeoutError);
    expect(error).toMatchObject({
      message: expect.stringContaining("within 5 s; the last attempt failed: the server cannot"),
      cause: { code: 503 },
    });
    expect(waitedMs).toBe(5_000);
    expect(transport.requests).toHaveLength(3);
  });

  it("covers the body", async () => {
    const body: Step = (request) => ({
      body: (async function* () {
        yield Buffer.from("{");
        await untilAborted(request.signal);
      })(),
    });
    const { rest, clock } = bench([body], { timeoutMs: 5_000 });
    const { error } = await finish({ clock, promise: rest.request(get) });
    expect(error).toBeInstanceOf(RequestTimeoutError);
  });

  it("leaves no timer and no listener behind", async () => {
    const { rest, clock } = bench([{ body: {} }], { timeoutMs: 5_000 });
    const { signal } = new AbortController();
    const added: string[] = [];
    signal.addEventListener = (type: string): void => void added.push(`+${type}`);
    signal.removeEventListener = (type: string): void => void added.push(`-${type}`);
    await rest.request(get, { signal });
    expect(clock.timers).toEqual([]);
    expect(added).toEqual(["+abort", "-abort"]);
  });

  it("throws the reason of a signal that was aborted before", async () => {
    const { rest, transport } = bench([{ body: {} }], { timeoutMs: 5_000 });
    const reason = new Error("enough");
    const signal = AbortSignal.abort(reason);
    await expect(rest.request(get, { signal })).rejects.toBe(reason);
    expect(transport.requests).toHaveLength(0);
  });
});

describe("rate limit", () => {
  // client-go constant: REST QPS
  it("is off by default", async () => {
    const { rest, transport } = bench([{ body: {} }]);
    await Promise.all(Array.from({ length: 50 }, () => rest.request(get)));
    expect(transport.requests).toHaveLength(50);
  });

  // client-go constant: REST burst
  it("lets ten requests go at once where only QPS is given", async () => {
    const { rest, transport, clock } = bench([{ body: {} }], { qps: 1 });
    const calls = Array.from({ length: 12 }, () => rest.request(get));
    await clock.advance(999);
    expect(transport.requests).toHaveLength(10);
    await clock.advance(1);
    expect(transport.requests).toHaveLength(11);
    await clock.advance(1_000);
    await Promise.all(calls);
  });

  it("holds requests back before their time limit begins", async () => {
    const { rest, transport, clock } = bench([{ body: {} }], { qps: 1, burst: 1, timeoutMs: 500 });
    const calls = [1, 2, 3].map(() => rest.request(get));
    await clock.advance(0);
    expect(transport.requests).toHaveLength(1);
    await clock.advance(1_000);
    expect(transport.requests).toHaveLength(2);
    await clock.advance(1_000);
    await expect(Promise.all(calls)).resolves.toHaveLength(3);
  });

  // client-go: TestTryThrottleWithInfoContextDeadline; adapted: a signal does not tell its time beforehand
  it("sends nothing when the signal ends before the turn comes, and gives the turn to the next", async () => {
    const { rest, transport, clock } = bench([{ body: {} }], { qps: 1, burst: 1 });
    await rest.request(get);
    const controller = new AbortController();
    const reason = new DOMException("time is up", "TimeoutError");
    const late = rest.request(get, { signal: controller.signal });
    const next = rest.request(get).then(() => clock.monotonic());
    controller.abort(reason);
    await expect(late).rejects.toBe(reason);
    await clock.advance(1_000);
    expect(await next).toBe(1_000);
    expect(transport.requests).toHaveLength(2);
  });

  // client-go: TestAlwaysFake, TestNeverFake
  it("is what its limiter makes of it: never, or always", async () => {
    const closed = new Error("closed");
    const never = { wait: () => Promise.reject(closed) };
    const refused = bench([{ body: {} }], { rateLimiter: never, qps: 1_000 });
    await expect(refused.rest.request(get)).rejects.toBe(closed);
    expect(refused.transport.requests).toEqual([]);
    const always = { wait: async () => {} };
    const { rest, transport } = bench([{ body: {} }], { rateLimiter: always, qps: 1, burst: 1 });
    await Promise.all([1, 2, 3].map(() => rest.request(get)));
    expect(transport.requests).toHaveLength(3);
  });

  it("lets a watch go at once, and counts its retries", async () => {
    const first: Step = { status: 503, headers: { "retry-after": "0" } };
    const waits: string[] = [];
    const rateLimiter = { wait: async (): Promise<void> => void waits.push("wait") };
    const { rest, clock } = bench([first, { body: "" }], { rateLimiter });
    const next = rest.watch(get)[Symbol.asyncIterator]().next();
    await clock.settle();
    await clock.advance(0);
    await next;
    expect(waits).toEqual(["wait"]);
    await rest.request(get);
    expect(waits).toHaveLength(2);
  });
});

describe("warnings", () => {
  // client-go: TestRequestWarningHandler
  it("reach the handler, and one that throws harms nothing", async () => {
    const warning = '299 - "example.com/v1 is deprecated", 299 - "use \\"v2\\"", 199 - "not this"';
    const seen: string[] = [];
    const warningHandler = (text: string): void => {
      seen.push(text);
      throw new Error("a handler");
    };
    const answer: Step = { headers: { warning }, body: { ok: true } };
    const { rest } = bench([answer], { warningHandler });
    expect(await rest.request(get)).toEqual({ ok: true });
    expect(seen).toEqual(["example.com/v1 is deprecated", 'use "v2"']);
  });

  it("come once each from a handler that leaves out repeated ones", async () => {
    const seen: string[] = [];
    const warningHandler = deduplicateWarnings((text) => seen.push(text));
    const texts = ["one", "two", "one", "three", "two"];
    const steps = texts.map(
      (text): Step => ({ headers: { warning: `299 - "${text}"` }, body: {} }),
    );
    const { rest } = bench(steps, { warningHandler });
    for (const _ of steps) await rest.request(get);
    expect(seen).toEqual(["one", "two", "three"]);
  });

  it("are forgotten after a thousand others", () => {
    const seen: string[] = [];
    const handler = deduplicateWarnings((text) => seen.push(text));
    for (let at = 0; at <= 1_000; at++) handler(String(at));
    handler("1");
    handler("0");
    expect(seen.slice(1_000)).toEqual(["1000", "0"]);
  });
});
