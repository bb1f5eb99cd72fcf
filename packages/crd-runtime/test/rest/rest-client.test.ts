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

describe("retries", () => {
  const ok: Step = { body: { ok: true } };
  const busy = (status: number, retryAfter?: string): Step => ({
    status,
    ...(retryAfter !== undefined && { headers: { "retry-after": retryAfter } }),
    body: { kind: "Status", apiVersion: "v1", status: "Failure", code: status, message: "busy" },
  });

  // client-go constant: REST retry after a broken connection, Retry-After
  // client-go: TestIsNextRetry, TestRetryableConditions, TestCheckRetryHandles429And5xx, TestConnectionResetByPeerIsRetried
  // client-go: TestRequestDoWithRetry, TestRequestDoRawWithRetry
  it.each<{ what: string; first: Step; method: RestRequest["method"]; waits: number | "never" }>([
    { what: "429 with Retry-After", first: busy(429, "2"), method: "GET", waits: 2_000 },
    { what: "429 on POST", first: busy(429, "2"), method: "POST", waits: 2_000 },
    { what: "500 on DELETE", first: busy(500, "1"), method: "DELETE", waits: 1_000 },
    { what: "503 at once", first: busy(503, "0"), method: "PUT", waits: 0 },
    { what: "a long delay", first: busy(503, "999999999"), method: "GET", waits: 999_999_999_000 },
    { what: "a longer delay", first: busy(503, "1000000000"), method: "GET", waits: "never" },
    { what: "429 without Retry-After", first: busy(429), method: "GET", waits: "never" },
    { what: "500 without Retry-After", first: busy(500), method: "GET", waits: "never" },
    {
      what: "a date",
      first: busy(503, "Wed, 21 Oct 2026 07:28:00 GMT"),
      method: "GET",
      waits: "never",
    },
    { what: "half a second", first: busy(503, "0.5"), method: "GET", waits: "never" },
    { what: "a negative delay", first: busy(503, "-1"), method: "GET", waits: "never" },
    { what: "404 with Retry-After", first: busy(404, "1"), method: "GET", waits: "never" },
    { what: "409 with Retry-After", first: busy(409, "1"), method: "PUT", waits: "never" },
    { what: "a reset GET", first: systemError("ECONNRESET"), method: "GET", waits: 1_000 },
    { what: "a broken pipe on GET", first: systemError("EPIPE"), method: "GET", waits: 1_000 },
    { what: "a reset POST", first: systemError("ECONNRESET"), method: "POST", waits: "never" },
    { what: "a reset DELETE", first: systemError("ECONNRESET"), method: "DELETE", waits: "never" },
    {
      what: "a refused connection",
      first: systemError("ECONNREFUSED"),
      method: "GET",
      waits: "never",
    },
    { what: "a timeout", first: systemError("ETIMEDOUT"), method: "GET", waits: "never" },
    { what: "an unknown name", first: systemError("ENOTFOUND"), method: "GET", waits: "never" },
  ])("$what: $method waits $waits", async ({ first, method, waits }) => {
    const { rest, transport, clock } = bench([first, ok]);
    const promise = rest.request({ method, path: "/x" });
    const { value, error, waitedMs } = await finish({ clock, promise });
    if (waits === "never") {
      expect(error).toBeInstanceOf(Error);
      expect(transport.requests).toHaveLength(1);
    } else {
      expect(value).toEqual({ ok: true });
      expect(waitedMs).toBe(waits);
      expect(transport.requests).toHaveLength(2);
    }
  });

  // client-go constant: REST retries
  // client-go: TestRequestMaxRetries, TestWrapPreviousError
  it("gives up after ten of them, and names the failure before the last", async () => {
    const { rest, transport, clock } = bench([busy(503, "1")]);
    const { error, waitedMs } = await finish({ clock, promise: rest.request(get) });
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ code: 503, message: "busy", cause: { code: 503 } });
    expect(transport.requests).toHaveLength(11);
    expect(waitedMs).toBe(10_000);
  });

  it.each([0, 1, 3])("may be limited to %d", async (maxRetries) => {
    const { rest, transport, clock } = bench([busy(503, "1")]);
    await finish({ clock, promise: rest.request(get, { maxRetries }) });
    expect(transport.requests).toHaveLength(maxRetries + 1);
  });

  it("repeats the body", async () => {
    const { rest, transport, clock } = bench([busy(429, "1"), ok]);
    const promise = rest.request({ method: "POST", path: "/x", body: { a: 1 } });
    await finish({ clock, promise });
    expect(transport.requests.map(({ body }) => Buffer.from(body ?? []).toString())).toEqual([
      '{"a":1}',
      '{"a":1}',
    ]);
  });

  it("ends the wait when the signal is aborted", async () => {
    const { rest, transport, clock } = bench([busy(429, "60"), ok]);
    const controller = new AbortController();
    const promise = rest.request(get, { signal: controller.signal });
    await clock.settle();
    const reason = new Error("enough");
    controller.abort(reason);
    await expect(promise).rejects.toBe(reason);
    expect(transport.requests).toHaveLength(1);
    expect(clock.timers).toEqual([]);
  });

  it("end with the signal's reason while the text of a refusal is read", async () => {
    const controller = new AbortController();
    const refusal: Step = (request) => ({
      status: 500,
      body: (async function* () {
        yield Buffer.from("it is");
        controller.abort(new Error("enough"));
        await untilAborted(request.signal);
      })(),
    });
    const { rest, transport } = bench([refusal]);
    const promise = rest.request(get, { signal: controller.signal });
    await expect(promise).rejects.toThrow("enough");
    expect(transport.requests).toHaveLength(1);
  });

  const event = '{"type":"ADDED","object":{"metadata":{"name":"a"}}}\n';
  const refused = (status: number, reason: string): Step => ({
    status,
    body: { kind: "Status", apiVersion: "v1", status: "Failure", code: status, reason },
  });
  // client-go: TestRequestWatch
  it.each<{
    what: string;
    steps: readonly Step[];
    retries?: number;
    attempts: number;
    ends: object;
  }>([
    { what: "events", steps: [{ body: event }], attempts: 1, ends: { names: ["a"] } },
    { what: "nothing", steps: [{ body: "" }], attempts: 1, ends: { names: [] } },
    {
      what: "403",
      steps: [refused(403, "Forbidden")],
      attempts: 1,
      ends: { code: 403, reason: "Forbidden" },
    },
    {
      what: "401 in plain text",
      steps: [{ status: 401, body: "who are you" }],
      attempts: 1,
      ends: { code: 401, reason: "Unauthorized" },
    },
    {
      what: "410",
      steps: [refused(410, "Expired")],
      attempts: 1,
      ends: { code: 410, reason: "Expired" },
    },
    { what: "500 that names no time", steps: [busy(500)], attempts: 1, ends: { code: 500 } },
    {
      what: "429, then events",
      steps: [busy(429, "1"), { body: event }],
      attempts: 2,
      ends: { names: ["a"] },
    },
    { what: "429 for ever", steps: [busy(429, "1")], attempts: 11, ends: { code: 429 } },
    { what: "503 for ever", steps: [busy(503, "1")], retries: 1, attempts: 2, ends: { code: 503 } },
    {
      what: "a reset connection, then events",
      steps: [systemError("ECONNRESET"), { body: event }],
      attempts: 2,
      ends: { names: ["a"] },
    },
    {
      what: "reset connections for ever",
      steps: [systemError("ECONNRESET")],
      attempts: 11,
      ends: { code: "ECONNRESET" },
    },
    {
      what: "a refused connection",
      steps: [systemError("ECONNREFUSED")],
      attempts: 1,
      ends: { code: "ECONNREFUSED" },
    },
  ])("a watch that meets $what asks $attempts times", async (given) => {
    const { steps, retries: maxRetries, attempts, ends } = given;
    const { rest, transport, clock } = bench(steps);
    const names: unknown[] = [];
    const read = async (): Promise<object> => {
      for await (const { object } of rest.watch(get, { maxRetries }))
        names.push(object.metadata.name);
      return { names };
    };
    const { value, error } = await finish({ clock, promise: read() });
    expect(value ?? error).toMatchObject(ends);
    expect(transport.requests.map(({ streaming }) => streaming)).toEqual(
      Array(attempts).fill(true),
    );
  });

  // client-go: TestRequestWatchWithRetry
  it("opens a watch again after a timeout, which it does for no other call", async () => {
    const { rest, transport, clock } = bench([systemError("ETIMEDOUT"), { body: "" }]);
    const events = rest.watch(get)[Symbol.asyncIterator]();
    const next = events.next();
    await clock.advance(1_000);
    expect(await next).toEqual({ done: true, value: undefined });
    expect(transport.requests).toHaveLength(2);
  });

  it.each(["ERR_SOCKET_CONNECTION_TIMEOUT", "ERR_TLS_HANDSHAKE_TIMEOUT"])(
    "does not when no connection came about: %s",
    async (code) => {
      const { rest, transport } = bench([systemError(code), { body: "" }]);
      const events = rest.watch(get)[Symbol.asyncIterator]();
      await expect(events.next()).rejects.toMatchObject({ code });
      expect(transport.requests).toHaveLength(1);
    },
  );
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
