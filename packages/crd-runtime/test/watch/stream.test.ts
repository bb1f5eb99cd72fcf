import { describe, expect, it } from "vitest";
import type { KubernetesObject } from "../../src/meta/index.js";
import { ApiError, RestClient, type TransportRequest } from "../../src/rest/index.js";
import type { WatchEvent } from "../../src/watch/index.js";
import { FakeClock } from "../fake-clock.js";
import { MemoryTransport, systemError, untilAborted } from "../rest/memory-transport.js";

const path = "/apis/example.com/v1/databases";

interface Watch {
  readonly events: AsyncIterator<WatchEvent<KubernetesObject>>;
  readonly stream: AsyncIterable<WatchEvent<KubernetesObject>>;
  readonly transport: MemoryTransport;
  readonly clock: FakeClock;
  readonly bodies: { closed: boolean }[];
}

/** A watch whose body is what `chunks` gives; it notes when it is closed. */
function watch(input: {
  readonly chunks: (request: TransportRequest) => AsyncGenerator<Uint8Array, void, undefined>;
  readonly signal?: AbortSignal;
  readonly timeoutSeconds?: number;
}): Watch {
  const { chunks, ...options } = input;
  const clock = new FakeClock();
  const bodies: { closed: boolean }[] = [];
  const transport = new MemoryTransport([
    (request) => {
      const state = { closed: false };
      bodies.push(state);
      const body = (async function* () {
        try {
          yield* chunks(request);
        } finally {
          state.closed = true;
        }
      })();
      return { body };
    },
  ]);
  const rest = RestClient.forConfig({ host: "https://test", transport, clock });
  const stream = rest.watch({ method: "GET", path }, options);
  return { stream, events: stream[Symbol.asyncIterator](), transport, clock, bodies };
}

function frame(
  type: string,
  object: unknown = { metadata: { name: type, resourceVersion: "1" } },
): string {
  return `${JSON.stringify({ type, object })}\n`;
}

async function* text(...parts: readonly string[]): AsyncGenerator<Uint8Array, void, undefined> {
  for (const part of parts) {
    yield Buffer.from(part);
  }
}

async function typesOf(stream: AsyncIterable<WatchEvent<KubernetesObject>>): Promise<string[]> {
  const types: string[] = [];
  for await (const { type } of stream) {
    types.push(type);
  }
  return types;
}

/** Sends the parts and then stays open until it is aborted. */
function open(...parts: readonly string[]) {
  return async function* (request: TransportRequest) {
    yield* text(...parts);
    await untilAborted(request.signal);
  };
}

const end = { done: true, value: undefined };

describe("a watch", () => {
  // client-go: TestStreamWatcher
  it("gives its events, bookmarks among them, and ends with its body", async () => {
    const all = ["ADDED", "MODIFIED", "DELETED", "BOOKMARK"];
    const { stream, transport, clock, bodies } = watch({
      chunks: () => text(...all.map((type) => frame(type))),
    });
    expect(await typesOf(stream)).toEqual(all);
    expect(transport.requests.map(({ path: sent, streaming }) => [sent, streaming])).toEqual([
      [path, true],
    ]);
    expect(bodies).toEqual([{ closed: true }]);
    expect(clock.timers).toEqual([]);
  });

  it("sends nothing before it is iterated, and once for each iteration", async () => {
    const { stream, transport } = watch({ chunks: () => text() });
    expect(transport.requests).toHaveLength(0);
    expect(await typesOf(stream)).toEqual([]);
    expect(await typesOf(stream)).toEqual([]);
    expect(transport.requests).toHaveLength(2);
  });

  it("takes a last line without a line break when it is whole, and drops one that is cut off", async () => {
    const whole = watch({ chunks: () => text(frame("ADDED"), frame("DELETED").trim()) });
    expect(await typesOf(whole.stream)).toEqual(["ADDED", "DELETED"]);
    const cut = watch({ chunks: () => text(frame("ADDED"), frame("DELETED").slice(0, -5)) });
    expect(await typesOf(cut.stream)).toEqual(["ADDED"]);
  });

  it.each(["<html>sign in</html>", "upstream connect error", "[]", "\ufffd"])(
    "says so when its end is no event that was cut off: %s",
    async (page) => {
      const { stream } = watch({ chunks: () => text(frame("ADDED"), page) });
      await expect(typesOf(stream)).rejects.toThrow(`no event of a watch: ${page}`);
    },
  );

  it("ends without an error when the connection breaks", async () => {
    const { stream, clock } = watch({
      chunks: async function* () {
        yield* text(frame("ADDED"), '{"type":"MOD');
        throw systemError("ECONNRESET");
      },
    });
    expect(await typesOf(stream)).toEqual(["ADDED"]);
    expect(clock.timers).toEqual([]);
  });

  it("keeps wide integers exact", async () => {
    const { events } = watch({
      chunks: () => text('{"type":"ADDED","object":{"metadata":{},"n":9007199254740993}}\n'),
    });
    const { value } = await events.next();
    expect(value?.object).toEqual({ metadata: {}, n: 9007199254740993n });
  });
});

describe("an ERROR frame", () => {
  it.each([
    { apiVersion: "v1", reason: "Expired", code: 410 },
    { apiVersion: "meta.k8s.io/v1", reason: "Gone", code: 410 },
    { apiVersion: "v1", reason: "InternalError", code: 500 },
  ])("$reason of $apiVersion is thrown, and the watch is closed", async (status) => {
    const object = { kind: "Status", status: "Failure", message: "why", ...status };
    const { events, bodies, clock } = watch({
      chunks: open(frame("ADDED"), frame("ERROR", object)),
    });
    expect((await events.next()).value?.type).toBe("ADDED");
    const error = await events.next().then(undefined, (thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ApiError);
    expect((error as ApiError).status).toEqual(object);
    expect(bodies).toEqual([{ closed: true }]);
    expect(clock.timers).toEqual([]);
    expect(await events.next()).toEqual(end);
  });

  it.each([{ kind: "Pod" }, { kind: "Status", status: "Success" }, {}])(
    "with the object %j is a decoding error",
    async (object) => {
      const { events } = watch({ chunks: () => text(frame("ERROR", object)) });
      await expect(events.next()).rejects.toMatchObject({ code: 500, reason: "InternalError" });
    },
  );
});

describe("a line that is no event", () => {
  // client-go: TestStreamWatcherError
  it.each([
    "nonsense\n",
    "[]\n",
    "null\n",
    '{"type":"ADDED"}\n',
    '{"type":"ADDED","object":null}\n',
    '{"type":"ADDED","object":{}}\n',
    '{"type":"SURPRISE","object":{"metadata":{}}}\n',
    '{"object":{"metadata":{}}}\n',
  ])("is a decoding error: %j", async (line) => {
    const { events, bodies } = watch({ chunks: open(frame("ADDED"), line) });
    await events.next();
    const error = await events.next().then(undefined, (thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ code: 500, reason: "InternalError" });
    expect((error as ApiError).status.details?.causes?.map(({ reason }) => reason)).toEqual([
      "UnexpectedServerResponse",
      "ClientWatchDecoding",
    ]);
    expect(bodies).toEqual([{ closed: true }]);
  });
});

describe("a watch that is ended from here", () => {
  it("closes its body when the loop is left", async () => {
    const { stream, bodies, clock } = watch({ chunks: open(frame("ADDED"), frame("ADDED")) });
    for await (const event of stream) {
      expect(event.type).toBe("ADDED");
      break;
    }
    expect(bodies).toEqual([{ closed: true }]);
    expect(clock.timers).toEqual([]);
  });

  it("closes its body when the loop throws", async () => {
    const { stream, bodies } = watch({ chunks: open(frame("ADDED")) });
    const loop = async (): Promise<void> => {
      for await (const event of stream) {
        throw new Error(event.type);
      }
    };
    await expect(loop()).rejects.toThrow("ADDED");
    expect(bodies).toEqual([{ closed: true }]);
  });

  // client-go: TestStreamWatcherRace
  it("ends a wait for the next event when it is closed meanwhile", async () => {
    const { events, bodies } = watch({ chunks: open() });
    const next = events.next();
    expect(await events.return?.()).toEqual(end);
    expect(await next).toEqual(end);
    expect(bodies).toEqual([{ closed: true }]);
  });

  it("can be closed before it is iterated", async () => {
    const { events, transport } = watch({ chunks: open() });
    expect(await events.return?.()).toEqual(end);
    expect(await events.next()).toEqual(end);
    expect(transport.requests).toEqual([]);
  });

  it("throws the signal's reason when it is aborted, in the wait and before it", async () => {
    const controller = new AbortController();
    const { events, bodies, clock } = watch({ chunks: open(), signal: controller.signal });
    const next = events.next();
    await clock.settle();
    const reason = new Error("enough");
    controller.abort(reason);
    await expect(next).rejects.toBe(reason);
    expect(await events.next()).toEqual(end);
    expect(bodies).toEqual([{ closed: true }]);
    expect(clock.timers).toEqual([]);
    const late = watch({ chunks: open(), signal: controller.signal });
    await expect(late.events.next()).rejects.toBe(reason);
    expect(late.transport.requests).toEqual([]);
  });

  it("gives no event after the abort, whatever has arrived", async () => {
    const controller = new AbortController();
    const { events } = watch({
      chunks: () => text(frame("ADDED") + frame("MODIFIED")),
      signal: controller.signal,
    });
    expect((await events.next()).value?.type).toBe("ADDED");
    controller.abort(new Error("enough"));
    await expect(events.next()).rejects.toThrow("enough");
  });

  it("leaves no listener on the signal", async () => {
    const { signal } = new AbortController();
    const listeners = new Set<unknown>();
    signal.addEventListener = (_type: string, listener: unknown): void =>
      void listeners.add(listener);
    signal.removeEventListener = (_type: string, listener: unknown): void =>
      void listeners.delete(listener);
    const { stream } = watch({ chunks: () => text(frame("ADDED")), signal });
    expect(await typesOf(stream)).toEqual(["ADDED"]);
    expect(listeners.size).toBe(0);
  });
});

describe("the time limit of a watch", () => {
  it.each([
    { timeoutSeconds: 300, endsMs: 330_000 },
    { timeoutSeconds: undefined, endsMs: 3_630_000 },
  ])(
    "of $timeoutSeconds s ends a silent one after $endsMs ms, as if the server had",
    async (given) => {
      const { timeoutSeconds, endsMs } = given;
      const { events, bodies, clock } = watch({
        chunks: open(frame("ADDED")),
        ...(timeoutSeconds !== undefined && { timeoutSeconds }),
      });
      await events.next();
      const next = events.next();
      expect(await clock.advanceToNext()).toBe(endsMs);
      expect(await next).toEqual(end);
      expect(bodies).toEqual([{ closed: true }]);
    },
  );

  it("holds while the answer is still to come", async () => {
    const clock = new FakeClock();
    const transport = new MemoryTransport([(request) => untilAborted(request.signal)]);
    const rest = RestClient.forConfig({ host: "https://test", transport, clock });
    const events = rest
      .watch({ method: "GET", path }, { timeoutSeconds: 10 })
      [Symbol.asyncIterator]();
    const next = events.next();
    await clock.advance(40_000);
    expect(await next).toEqual(end);
  });
});
