import { describe, expect, it } from "vitest";
import { ServerBackoff } from "../../src/rest/server-backoff.js";
import { FakeClock } from "../fake-clock.js";
import { bench, finish } from "./bench.js";
import { type Step, systemError } from "./memory-transport.js";

const options = { baseMs: 1_000, maxMs: 5_000 };
const get = { method: "GET", path: "/version" } as const;

describe("a ServerBackoff", () => {
  // client-go: TestURLBackoffFunctionality
  it.each<{ codes: readonly (number | undefined)[]; delayMs: number }>([
    { codes: [], delayMs: 0 },
    { codes: [200], delayMs: 0 },
    { codes: [404], delayMs: 0 },
    { codes: [429], delayMs: 1_000 },
    { codes: [500], delayMs: 1_000 },
    { codes: [503, 504], delayMs: 2_000 },
    { codes: [500, 500, 500], delayMs: 4_000 },
    { codes: [500, 500, 500, 500, 500], delayMs: 5_000 },
    { codes: [500, 500, 200], delayMs: 0 },
    { codes: [500, 200, 500], delayMs: 1_000 },
    { codes: [500, undefined], delayMs: 1_000 },
  ])("waits $delayMs ms after $codes", ({ codes, delayMs }) => {
    const backoff = new ServerBackoff({ options, clock: new FakeClock() });
    for (const code of codes) backoff.answered(code);
    expect(backoff.delayMs).toBe(delayMs);
  });

  it("forgets after twice the longest delay", async () => {
    const clock = new FakeClock();
    const backoff = new ServerBackoff({ options, clock });
    backoff.answered(500);
    await clock.advance(10_000);
    expect(backoff.delayMs).toBe(1_000);
    await clock.advance(1);
    expect(backoff.delayMs).toBe(0);
  });
});

describe("a client with a backoff", () => {
  const failing: Step = { status: 500, body: "" };
  const ok: Step = { body: {} };

  it("waits before its next request, until one is answered well", async () => {
    const { rest, clock } = bench([failing, failing, ok, ok], { backoff: options });
    const waits: number[] = [];
    for (let calls = 0; calls < 4; calls++) {
      waits.push((await finish({ clock, promise: rest.request(get) })).waitedMs);
    }
    expect(waits).toEqual([0, 1_000, 2_000, 0]);
  });

  it("waits for whichever is longer: its backoff, or what the server asks for", async () => {
    const asking = (seconds: string): Step => ({
      status: 429,
      headers: { "retry-after": seconds },
    });
    for (const { steps, waits } of [
      { steps: [asking("3"), ok], waits: 3_000 },
      { steps: [asking("0"), ok], waits: 1_000 },
      { steps: [systemError("ECONNRESET"), ok], waits: 1_000 },
    ]) {
      const { rest, clock } = bench(steps, { backoff: options });
      expect((await finish({ clock, promise: rest.request(get) })).waitedMs).toBe(waits);
    }
  });

  it("ends the wait with the signal's reason", async () => {
    const { rest, transport, clock } = bench([failing], { backoff: options });
    await finish({ clock, promise: rest.request(get) });
    const controller = new AbortController();
    const reason = new Error("enough");
    const call = rest.request(get, { signal: controller.signal });
    await clock.settle();
    controller.abort(reason);
    await expect(call).rejects.toBe(reason);
    expect(transport.requests).toHaveLength(1);
  });
});
