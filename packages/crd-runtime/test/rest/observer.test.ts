import { describe, expect, it } from "vitest";
import type {
  RequestAttempt,
  RequestObserver,
  RequestResult,
  RestRequest,
} from "../../src/rest/index.js";
import type { FakeClock } from "../fake-clock.js";
import { bench, finish } from "./bench.js";
import { type Step, systemError, untilAborted } from "./memory-transport.js";

const get: RestRequest = {
  method: "GET",
  path: "/apis/example.com/v1/namespaces/default/databases/orders",
};

/** Writes down what an observer hears, with the rate limiter's and the transport's part between. */
function recorder() {
  const log: string[] = [];
  const results: RequestResult[] = [];
  const attempts: RequestAttempt[] = [];
  const observer: RequestObserver = {
    onRequest: (attempt) => {
      attempts.push(attempt);
      log.push(`request ${attempt.id}.${attempt.attempt} ${attempt.verb}`);
    },
    onResponse: (result) => {
      results.push(result);
      const { id, attempt, code, retryAfterMs } = result;
      log.push(`response ${id}.${attempt} ${code} retry ${retryAfterMs}`);
    },
  };
  return { log, results, attempts, observer };
}

/** An answer that takes a while. */
function slow(input: {
  readonly clock: () => FakeClock;
  readonly ms: number;
  readonly answer: Step;
}): Step {
  return async (request) => {
    const { clock, ms, answer } = input;
    await new Promise<void>((resolve) => clock().setTimer(ms, resolve));
    if (answer instanceof Error) throw answer;
    return typeof answer === "function" ? await answer(request) : answer;
  };
}

const busy: Step = { status: 429, headers: { "retry-after": "2" }, body: "busy" };

describe("an observer", () => {
  // client-go: TestRequestDoWithRetryInvokeOrder, TestRequestDoRetryWithRateLimiterBackoffAndMetrics
  it("hears of every attempt, between the rate limiter and the wait", async () => {
    const { log, observer } = recorder();
    const rateLimiter = { wait: async (): Promise<void> => void log.push("limiter") };
    const sent: Step = () => {
      log.push("sent");
      return { body: { ok: true } };
    };
    const { rest, clock } = bench([busy, systemError("ECONNRESET"), sent], {
      observer,
      rateLimiter,
    });
    const { value, waitedMs } = await finish({ clock, promise: rest.request(get) });
    expect(value).toEqual({ ok: true });
    expect(waitedMs).toBe(3_000);
    expect(log).toEqual([
      "limiter",
      "request 1.1 get",
      "response 1.1 429 retry 2000",
      "limiter",
      "request 1.2 get",
      "response 1.2 undefined retry 1000",
      "limiter",
      "request 1.3 get",
      "sent",
      "response 1.3 200 retry undefined",
    ]);
  });

  // client-go: TestRequestWatchWithRetryInvokeOrder, TestRequestStreamWithRetryInvokeOrder
  it("hears of watches and streams; a watch meets the limiter with its second attempt", async () => {
    const { log, observer } = recorder();
    const rateLimiter = { wait: async (): Promise<void> => void log.push("limiter") };
    const { rest, clock } = bench([busy, { body: "" }], { observer, rateLimiter });
    const request = { method: "GET", path: "/api/v1/pods", query: { watch: true } } as const;
    const promise = rest.watch(request)[Symbol.asyncIterator]().next();
    await finish({ clock, promise });
    await rest.stream(get);
    expect(log).toEqual([
      "request 1.1 watch",
      "response 1.1 429 retry 2000",
      "limiter",
      "request 1.2 watch",
      "response 1.2 200 retry undefined",
      "limiter",
      "request 2.1 get",
      "response 2.1 200 retry undefined",
    ]);
  });

  it("is told what the request is about, how long it took and what the audit log calls it", async () => {
    const { results, attempts, observer } = recorder();
    const made: ReturnType<typeof bench> = bench(
      [
        slow({
          clock: () => made.clock,
          ms: 250,
          answer: { headers: { "audit-id": "a-1" }, body: {} },
        }),
      ],
      { observer, qps: 1, burst: 1 },
    );
    const calls = Promise.all([made.rest.request(get), made.rest.request(get)]);
    await finish({ clock: made.clock, promise: calls });
    expect(attempts[0]).toEqual({
      id: 1,
      attempt: 1,
      host: "https://test",
      method: "GET",
      path: get.path,
      verb: "get",
      resource: {
        group: "example.com",
        version: "v1",
        resource: "databases",
        subresource: undefined,
        namespace: "default",
        name: "orders",
      },
      rateLimiterMs: 0,
    });
    expect(results).toEqual([
      {
        ...attempts[0],
        latencyMs: 250,
        code: 200,
        auditId: "a-1",
        error: undefined,
        retryAfterMs: undefined,
      },
      {
        ...attempts[0],
        id: 2,
        rateLimiterMs: 1_000,
        latencyMs: 250,
        code: 200,
        auditId: "a-1",
        error: undefined,
        retryAfterMs: undefined,
      },
    ]);
  });

  it("hears what the caller gets: refusals, failures, the reason of a signal", async () => {
    const { results, observer } = recorder();
    const never: Step = (request) => untilAborted(request.signal);
    const steps = [{ status: 404, body: "" }, systemError("ECONNREFUSED"), never];
    const { rest } = bench(steps, { observer });
    const controller = new AbortController();
    const errors: unknown[] = [];
    for (const options of [{}, {}, { signal: controller.signal }]) {
      const call = rest.request(get, options).catch((error: unknown) => errors.push(error));
      if (errors.length === 2) controller.abort(new Error("enough"));
      await call;
    }
    expect(results.map(({ error }) => error)).toEqual(errors);
    expect(results.map(({ code }) => code)).toEqual([404, undefined, undefined]);
    expect(results.map(({ rateLimiterMs }) => rateLimiterMs)).toEqual(Array(3).fill(undefined));
  });

  it("never sees queries, headers or bodies", async () => {
    const heard: unknown[] = [];
    const observer: RequestObserver = {
      onRequest: (attempt) => heard.push(attempt),
      onResponse: (result) => heard.push(result),
    };
    const answer: Step = { headers: { "set-cookie": "hunter2" }, body: { token: "hunter2" } };
    const { rest } = bench([answer], { observer, bearerToken: "hunter2" });
    await rest.request({ method: "POST", path: "/x", query: { a: "hunter2" }, body: "hunter2" });
    await rest.request({ method: "GET", path: "/x?a=hunter2" });
    expect(heard).toHaveLength(4);
    expect(JSON.stringify(heard)).not.toContain("hunter2");
  });

  it("that throws harms nothing", async () => {
    const failing = (): never => {
      throw new Error("an observer");
    };
    const { rest } = bench([{ body: { ok: true } }], {
      observer: { onRequest: failing, onResponse: failing },
    });
    expect(await rest.request(get)).toEqual({ ok: true });
  });
});
