import { describe, expect, it } from "vitest";
import { ConnectionBroken } from "../../src/apiserver/doors/connection-broken.js";
import type { Fault, FaultMatch } from "../../src/apiserver/faults/fault.js";
import { Faults } from "../../src/apiserver/faults/faults.js";
import type { FaultTarget } from "../../src/apiserver/faults/registration.js";
import type { ServerRequest, ServerResponse } from "../../src/apiserver/http.js";
import { FakeClock } from "../../src/clock/fake-clock.js";

const target: FaultTarget = {
  verb: "list",
  group: "example.com",
  version: "v1",
  resource: "databases",
  subresource: "",
  namespace: "default",
  name: "",
};
const object = '{"kind":"DatabaseList","items":[]}';
const frames = [
  '{"type":"ADDED","object":{}}\n',
  '{"type":"BOOKMARK","object":{}}\n',
  '{"type":"DELETED","object":{}}\n',
];

/** A server that counts what it carries out. */
class Side {
  readonly clock = new FakeClock();
  readonly faults: Faults;
  readonly carriedOut: ServerRequest[] = [];
  compactions = 0;
  restarts = 0;

  constructor() {
    this.faults = new Faults({
      clock: this.clock,
      revision: () => 50,
      compact: () => {
        this.compactions += 1;
      },
      restart: () => {
        this.restarts += 1;
      },
    });
  }

  async send(
    options: {
      readonly path?: string;
      readonly target?: Partial<FaultTarget>;
      readonly body?: ServerResponse["body"];
      readonly signal?: AbortSignal;
    } = {},
  ): Promise<ServerResponse> {
    const signal = options.signal ?? new AbortController().signal;
    return await this.faults.intercept({
      request: {
        method: "GET",
        path: options.path ?? "/apis/example.com/v1/databases",
        headers: {},
        body: new Uint8Array(),
        signal,
      },
      target: { ...target, ...options.target },
      next: async (request) => {
        this.carriedOut.push(request);
        return { status: 200, headers: {}, body: options.body ?? Buffer.from(object) };
      },
    });
  }
}

async function textOf(body: ServerResponse["body"]): Promise<string> {
  return (await partsOf(body)).join("");
}

async function partsOf(body: ServerResponse["body"]): Promise<readonly string[]> {
  if (body instanceof Uint8Array) return [Buffer.from(body).toString()];
  const parts: string[] = [];
  for await (const part of body) parts.push(Buffer.from(part).toString());
  return parts;
}

async function* watchBody(): AsyncGenerator<Uint8Array, void, undefined> {
  yield Buffer.from(`${frames[0]}${frames[1]}`);
  yield Buffer.from(frames[2] ?? "");
}

/** Whether each of the next requests is hit. */
async function hits(side: Side, count: number): Promise<readonly boolean[]> {
  const seen: boolean[] = [];
  for (let index = 0; index < count; index++) seen.push((await side.send()).status !== 200);
  return seen;
}

const unavailable: Fault = { type: "status", code: 503 };

describe("which requests are hit", () => {
  it.each<readonly [FaultMatch, Partial<FaultTarget>, boolean]>([
    [{}, {}, true],
    [{ verb: "list" }, {}, true],
    [{ verb: ["get", "watch"] }, {}, false],
    [{ verb: ["get", "watch"] }, { verb: "watch" }, true],
    [{ resource: "databases", namespace: "default" }, {}, true],
    [{ resource: "queues" }, {}, false],
    [{ subresource: "" }, { subresource: "status" }, false],
    [{ subresource: "status" }, { subresource: "status" }, true],
    [{ name: "orders" }, { name: "orders" }, true],
    [{ name: "orders" }, { name: "carts" }, false],
    [{ group: "example.com", version: "v2" }, {}, false],
  ])("%j and %j: %j", async (match, request, expected) => {
    const side = new Side();
    side.faults.on(match, unavailable);
    const { status } = await side.send({ target: request });
    expect(status === 503).toBe(expected);
  });

  it("counts from the registration, and only what matches", async () => {
    const side = new Side();
    await side.send();
    const handle = side.faults.on({ verb: "list", nth: [2, 4] }, unavailable);
    await side.send({ target: { verb: "get" } });
    expect(await hits(side, 5)).toEqual([false, true, false, true, false]);
    expect(handle.hits).toBe(2);
  });

  it("draws the same requests for the same seed, about as many as the probability says", async () => {
    const draw = async (seed: number): Promise<readonly boolean[]> => {
      const side = new Side();
      side.faults.on({ probability: 0.3, seed }, unavailable);
      return await hits(side, 200);
    };
    const one = await draw(1);
    expect(await draw(1)).toEqual(one);
    expect(await draw(2)).not.toEqual(one);
    const count = one.filter(Boolean).length;
    expect(count).toBeGreaterThan(40);
    expect(count).toBeLessThan(80);
  });

  it("ends with remove and clear", async () => {
    const side = new Side();
    const handle = side.faults.on({}, unavailable);
    side.faults.on({ resource: "queues" }, unavailable);
    handle.remove();
    handle.remove();
    expect(await hits(side, 1)).toEqual([false]);
    side.faults.on({}, unavailable);
    side.faults.clear();
    expect(await hits(side, 1)).toEqual([false]);
  });

  it("lets the first registered of several win, and counts in all of them", async () => {
    const side = new Side();
    side.faults.on({ nth: 1 }, { type: "status", code: 429 });
    side.faults.on({ nth: [1, 2] }, unavailable);
    expect((await side.send()).status).toBe(429);
    expect((await side.send()).status).toBe(503);
    expect((await side.send()).status).toBe(200);
  });
});

describe("what happens", () => {
  it("answers with a Status and Retry-After, and carries nothing out", async () => {
    const side = new Side();
    side.faults.on({}, { type: "status", code: 429, retryAfterSeconds: 3 });
    const { status, headers, body } = await side.send();
    expect(status).toBe(429);
    expect(headers["retry-after"]).toBe("3");
    expect(JSON.parse(await textOf(body))).toMatchObject({
      kind: "Status",
      reason: "TooManyRequests",
      code: 429,
      details: { retryAfterSeconds: 3 },
    });
    expect(side.carriedOut).toEqual([]);
  });

  it.each<readonly [Fault, string, number]>([
    [{ type: "refuse" }, "ECONNREFUSED", 0],
    [{ type: "reset", when: "before" }, "ECONNRESET", 0],
    [{ type: "reset", when: "after" }, "ECONNRESET", 1],
    [{ type: "restart" }, "ECONNRESET", 0],
  ])(
    "%j breaks the connection with %s after %d requests carried out",
    async (fault, code, carriedOut) => {
      const side = new Side();
      side.faults.on({}, fault);
      const error = await side.send().catch((caught: unknown) => caught);
      expect(error instanceof ConnectionBroken && error.code).toBe(code);
      expect(side.carriedOut).toHaveLength(carriedOut);
      expect(side.restarts).toBe(fault.type === "restart" ? 1 : 0);
    },
  );

  it("breaks inside a response", async () => {
    const side = new Side();
    side.faults.on({}, { type: "reset", when: "inside", afterBytes: 7 });
    const { body } = await side.send();
    const parts: string[] = [];
    const reading = (async () => {
      if (body instanceof Uint8Array) return;
      for await (const part of body) parts.push(Buffer.from(part).toString());
    })();
    await expect(reading).rejects.toBeInstanceOf(ConnectionBroken);
    expect(parts).toEqual([object.slice(0, 7)]);
  });

  it("truncates as if that were all", async () => {
    const side = new Side();
    side.faults.on({}, { type: "truncate", afterBytes: 10 });
    expect(await textOf((await side.send()).body)).toBe(object.slice(0, 10));
    expect(await textOf((await side.send({ body: watchBody() })).body)).toBe(
      frames[0]?.slice(0, 10),
    );
  });

  it("says nothing until the client goes away, with and without a head", async () => {
    const side = new Side();
    const silent = side.faults.on({}, { type: "silence" });
    const client = new AbortController();
    const sent = side.send({ signal: client.signal });
    client.abort();
    await expect(sent).rejects.toBeInstanceOf(ConnectionBroken);
    expect(side.carriedOut).toEqual([]);
    silent.remove();
    side.faults.on({}, { type: "silence", afterBytes: 3 });
    const later = new AbortController();
    const { body } = await side.send({ signal: later.signal });
    const reading = textOf(body);
    later.abort();
    expect(await reading).toBe(object.slice(0, 3));
  });

  it("dribbles in small chunks on the clock", async () => {
    const side = new Side();
    side.faults.on({}, { type: "slow", chunkBytes: 12, delayMs: 100 });
    const parts = partsOf((await side.send()).body);
    await side.clock.advance(300);
    expect(await parts).toEqual([object.slice(0, 12), object.slice(12, 24), object.slice(24)]);
  });

  it.each([
    [410, "Expired"],
    [500, "InternalError"],
    [504, "Timeout"],
  ] as const)("puts an ERROR event %d into a watch and ends it", async (code, reason) => {
    const side = new Side();
    side.faults.on({}, { type: "errorFrame", code, afterFrames: 1 });
    const lines = (await textOf((await side.send({ body: watchBody() })).body))
      .trimEnd()
      .split("\n");
    expect(lines).toHaveLength(2);
    expect(`${lines[0]}\n`).toBe(frames[0]);
    expect(JSON.parse(lines[1] ?? "")).toMatchObject({
      type: "ERROR",
      object: { kind: "Status", code, reason },
    });
  });

  it("doubles and drops bookmarks", async () => {
    const side = new Side();
    const double = side.faults.on({}, { type: "duplicateBookmarks" });
    const [added, bookmark, deleted] = frames;
    expect(await textOf((await side.send({ body: watchBody() })).body)).toBe(
      `${added}${bookmark}${bookmark}${deleted}`,
    );
    double.remove();
    side.faults.on({}, { type: "noBookmarks" });
    expect(await textOf((await side.send({ body: watchBody() })).body)).toBe(`${added}${deleted}`);
  });

  it("leaves answers that are no watch alone", async () => {
    const side = new Side();
    side.faults.on({}, { type: "noBookmarks" });
    expect(await textOf((await side.send()).body)).toBe(object);
  });

  it("compacts, and then carries out", async () => {
    const side = new Side();
    side.faults.on({}, { type: "compact" });
    await side.send();
    expect([side.compactions, side.carriedOut.length]).toEqual([1, 1]);
  });

  it.each([
    ["/apis/x", "/apis/x?resourceVersion=47&resourceVersionMatch=Exact"],
    [
      "/apis/x?limit=5&resourceVersion=0",
      "/apis/x?limit=5&resourceVersion=47&resourceVersionMatch=Exact",
    ],
    ["/apis/x?resourceVersion=49", "/apis/x?resourceVersion=49"],
    ["/apis/x?continue=abc", "/apis/x?continue=abc"],
  ])("lists %s of a lagging replica as %s", async (path, expected) => {
    const side = new Side();
    side.faults.on({}, { type: "staleList", behind: 3 });
    await side.send({ path });
    expect(side.carriedOut[0]?.path).toBe(expected);
  });
});
