import { describe, expect, it } from "vitest";
import { ApiError, type RestRequest } from "../../src/rest/index.js";
import { bench, finish } from "./bench.js";
import { type Step, systemError, untilAborted } from "./memory-transport.js";

const get: RestRequest = { method: "GET", path: "/apis/example.com/v1/databases" };

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
    { what: "events", steps: [{ body: event }], attempts: 1, ends: { types: ["ADDED"] } },
    { what: "nothing", steps: [{ body: "" }], attempts: 1, ends: { types: [] } },
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
      ends: { types: ["ADDED"] },
    },
    { what: "429 for ever", steps: [busy(429, "1")], attempts: 11, ends: { code: 429 } },
    { what: "503 for ever", steps: [busy(503, "1")], retries: 1, attempts: 2, ends: { code: 503 } },
    {
      what: "a reset connection, then events",
      steps: [systemError("ECONNRESET"), { body: event }],
      attempts: 2,
      ends: { types: ["ADDED"] },
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
    const types: string[] = [];
    const read = async (): Promise<object> => {
      for await (const { type } of rest.watch(get, { maxRetries })) types.push(type);
      return { types };
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
