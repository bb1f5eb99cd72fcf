import { getEventListeners } from "node:events";
import { describe, expect, it } from "vitest";
import { InvalidRequestError, type ListOptions } from "../../src/rest/index.js";
import {
  type ObjectEvent,
  RetryWatcher,
  type RetryWatcherOptions,
  type WatchEvent,
} from "../../src/watch/index.js";
import { bookmark, FakeSource, scripted } from "../cache/fake-source.js";
import { apiError, connectionRefused, expired, type Thing, thing } from "../cache/objects.js";
import { FakeClock } from "../fake-clock.js";

const stopped = new Error("stopped");

type Watch = (options: ListOptions) => AsyncIterable<WatchEvent<Thing>>;

function event(version: number): WatchEvent<Thing> {
  const object = thing({ name: `thing-${version}`, resourceVersion: String(version) });
  return { type: "ADDED", object };
}

/** A watch that brings the events after the version asked for, up to `count` of them, and then ends. */
function serving(input: {
  readonly versions: readonly number[];
  readonly count?: number;
  readonly end?: "close" | { readonly error: unknown };
}): Watch {
  const { versions, count = versions.length, end } = input;
  return (options) => {
    const from = Number(options.resourceVersion);
    const events = versions.filter((version) => version > from).slice(0, count);
    return scripted({ options, events: events.map(event), ...(end === undefined ? {} : { end }) });
  };
}

const failing =
  (error: unknown): Watch =>
  (options) =>
    scripted({ options, end: { error } });

/** Reads a retry watcher whose source answers with these watches, the last one again and again, for so many seconds. */
async function read(input: {
  readonly watches: readonly [Watch, ...Watch[]];
  readonly from?: string;
  readonly seconds?: number;
  readonly options?: Partial<RetryWatcherOptions<Thing>>;
}) {
  const { watches, from = "5", seconds = 10, options } = input;
  const clock = new FakeClock();
  const controller = new AbortController();
  const asked: { readonly at: number; readonly from: string | undefined }[] = [];
  const retries: unknown[] = [];
  const client = {
    watch: (given: ListOptions): AsyncIterable<WatchEvent<Thing>> => {
      const watch = watches[Math.min(asked.length, watches.length - 1)] ?? watches[0];
      asked.push({ at: clock.monotonic(), from: given.resourceVersion });
      return watch(given);
    },
  };
  const watcher = new RetryWatcher<Thing>({
    client,
    resourceVersion: from,
    clock,
    signal: controller.signal,
    onRetry: (error) => retries.push(error),
    ...options,
  });
  const versions: number[] = [];
  let ended: unknown = "not";
  const reading = (async () => {
    for await (const { object } of watcher) versions.push(Number(object.metadata.resourceVersion));
    ended = "cleanly";
  })().catch((error: unknown) => {
    ended = error;
  });
  await clock.advance(seconds * 1_000);
  const result = { versions, asked, retries, ended };
  controller.abort(stopped);
  await reading;
  expect(clock.timers).toEqual([]);
  expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  return result;
}

describe("a RetryWatcher", () => {
  // client-go: TestNewRetryWatcher
  it.each(["", "0"])("refuses to begin at '%s'", (resourceVersion) => {
    const client = new FakeSource<Thing>();
    expect(() => new RetryWatcher({ client, resourceVersion })).toThrow(RangeError);
  });

  // client-go: TestRetryWatcher
  it.each<{
    what: string;
    from?: string;
    watches: readonly [Watch, ...Watch[]];
    versions: number[];
    asked: string[];
    ended?: unknown;
  }>([
    {
      what: "goes on after a watch that cannot be opened",
      watches: [failing(new Error("no")), serving({ versions: [6] })],
      versions: [6],
      asked: ["5", "5"],
    },
    {
      what: "goes on after a refused connection",
      watches: [failing(connectionRefused()), serving({ versions: [6] })],
      versions: [6],
      asked: ["5", "5"],
    },
    {
      what: "skips what is not newer than where it begins",
      watches: [serving({ versions: [4, 5, 6] })],
      versions: [6],
      asked: ["5"],
    },
    {
      what: "waits when nothing is newer",
      watches: [serving({ versions: [3] })],
      versions: [],
      asked: ["5"],
    },
    ...[
      apiError({ code: 504, reason: "Timeout" }),
      apiError({ code: 500, reason: "InternalError" }),
      apiError({ code: 666 }),
      apiError({ code: 429, reason: "TooManyRequests" }),
      new Error("a frame that is no event"),
    ].map((error) => ({
      what: `goes on after ${String(error)} inside`,
      watches: [
        serving({ versions: [6], end: { error } }),
        serving({ versions: [6, 7] }),
      ] satisfies readonly [Watch, ...Watch[]],
      versions: [6, 7],
      asked: ["5", "6"],
    })),
    ...[
      { count: 1, versions: [6], asked: ["5", "6"] },
      { count: 1, versions: [6, 7], asked: ["5", "6", "7"] },
      { count: 1, versions: [6, 9], asked: ["5", "6", "9"] },
      { count: 1, versions: [7, 8, 9, 13], asked: ["5", "7", "8", "9", "13"] },
      { count: 2, versions: [6, 7, 8, 9, 13], asked: ["5", "7", "9", "13"] },
    ].map(({ count, versions, asked }) => ({
      what: `survives watches that end after ${count} of ${versions}`,
      watches: [
        ...Array.from({ length: asked.length - 1 }, () =>
          serving({ versions: [1, 2, ...versions], count, end: "close" }),
        ),
        serving({ versions }),
      ] as unknown as readonly [Watch, ...Watch[]],
      versions,
      asked,
    })),
  ])("$what", async ({ watches, versions, asked }) => {
    const result = await read({ watches });
    expect(result.versions).toEqual(versions);
    expect(result.asked.map(({ from }) => from)).toEqual(asked);
    expect(result.ended).toBe("not");
  });

  // deviation: client-go goes on after a 410 when opening, and after 401 and 403 inside
  it.each([
    expired(),
    apiError({ code: 410, reason: "Gone" }),
    apiError({ code: 403, reason: "Forbidden" }),
    apiError({ code: 401, reason: "Unauthorized" }),
    new InvalidRequestError("no name"),
  ])("ends with %s, when opening and inside", async (error) => {
    const opening = await read({ watches: [failing(error)] });
    expect(opening).toMatchObject({ versions: [], asked: [{ from: "5" }], ended: error });
    const inside = await read({ watches: [serving({ versions: [6], end: { error } })] });
    expect(inside).toMatchObject({ versions: [6], asked: [{ from: "5" }], ended: error });
  });

  it("ends with an object that has no version", async () => {
    const { ended } = await read({
      watches: [
        (options) =>
          scripted({ options, events: [{ type: "ADDED", object: thing({ name: "a" }) }] }),
      ],
    });
    expect(ended).toBeInstanceOf(TypeError);
    expect(ended).toMatchObject({
      message: "the server sent an event of type ADDED without resourceVersion",
    });
  });

  it("moves on with bookmarks, and gives none", async () => {
    const marked: Watch = (options) =>
      scripted({ options, events: [bookmark({ version: "42" })], end: "close" });
    const { versions, asked } = await read({ watches: [marked, serving({ versions: [43] })] });
    expect(versions).toEqual([43]);
    expect(asked).toEqual([
      { at: 0, from: "5" },
      { at: 1_000, from: "42" },
    ]);
  });

  // client-go constant: RetryWatcher restart delay
  it("opens watches a second apart, counted from their starts", async () => {
    const closed = serving({ versions: [], end: "close" });
    const { asked } = await read({ watches: [closed], seconds: 3.5 });
    expect(asked.map(({ at }) => at)).toEqual([0, 1_000, 2_000, 3_000]);
    const rarely = await read({ watches: [closed], options: { minRestartDelayMs: 3_000 } });
    expect(rarely.asked.map(({ at }) => at)).toEqual([0, 3_000, 6_000, 9_000]);
  });

  it("waits as long as the server asks, and tells why", async () => {
    const busy = apiError({ code: 500, reason: "ServerTimeout" });
    const error = Object.assign(busy, {
      status: { ...busy.status, details: { retryAfterSeconds: 4 } },
    });
    const { asked, retries } = await read({ watches: [failing(error), serving({ versions: [] })] });
    expect(asked.map(({ at }) => at)).toEqual([0, 4_000]);
    expect(retries).toEqual([error]);
  });

  it("asks for bookmarks, an end, and what it was told to", async () => {
    const source = new FakeSource<Thing>();
    const watcher = new RetryWatcher<Thing>({
      client: source,
      resourceVersion: "7",
      listOptions: { labelSelector: "a=b" },
      random: () => 0.5,
    });
    const events = watcher[Symbol.asyncIterator]();
    const next = events.next();
    await events.return?.();
    expect(await next).toEqual({ done: true, value: undefined });
    expect(source.watches()).toEqual([
      {
        resourceVersion: "7",
        allowWatchBookmarks: true,
        timeoutSeconds: 450,
        labelSelector: "a=b",
      },
    ]);
  });

  // client-go: TestRetryWatcherToFinishWithUnreadEvents
  it("ends although events are unread", async () => {
    const source = new FakeSource<Thing>();
    source.put(thing({ name: "a" }));
    const watcher = new RetryWatcher<Thing>({ client: source, resourceVersion: "1" });
    const seen: ObjectEvent<Thing>[] = [];
    for (const name of ["b", "c", "d"]) source.put(thing({ name }));
    for await (const next of watcher) {
      seen.push(next);
      break;
    }
    expect(seen.map(({ object }) => object.metadata.name)).toEqual(["b"]);
    expect(source.openWatches).toBe(0);
  });

  it("begins anew for each iteration", async () => {
    const source = new FakeSource<Thing>();
    source.put(thing({ name: "a" }));
    source.put(thing({ name: "b" }));
    const watcher = new RetryWatcher<Thing>({ client: source, resourceVersion: "1" });
    for (const time of [1, 2]) {
      for await (const { object } of watcher) {
        expect([time, object.metadata.name]).toEqual([time, "b"]);
        break;
      }
    }
    expect(source.watches().map((options) => options.resourceVersion)).toEqual(["1", "1"]);
  });

  it("throws the reason of a signal that is aborted, before and while it waits", async () => {
    const client = new FakeSource<Thing>();
    const before = new RetryWatcher<Thing>({
      client,
      resourceVersion: "1",
      signal: AbortSignal.abort(stopped),
    });
    await expect(before[Symbol.asyncIterator]().next()).rejects.toBe(stopped);
    expect(client.watches()).toEqual([]);
    const controller = new AbortController();
    const { signal } = controller;
    const waiting = new RetryWatcher<Thing>({ client, resourceVersion: "1", signal });
    const next = waiting[Symbol.asyncIterator]().next();
    controller.abort(stopped);
    await expect(next).rejects.toBe(stopped);
    expect(client.openWatches).toBe(0);
  });
});
