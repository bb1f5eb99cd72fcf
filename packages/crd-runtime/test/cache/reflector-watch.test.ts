import { describe, expect, it } from "vitest";
import type { ReflectorStore } from "../../src/cache/index.js";
import type { WatchEvent } from "../../src/watch/index.js";
import { Channel } from "./channel.js";
import { bookmark, FakeSource, scripted } from "./fake-source.js";
import {
  apiError,
  connectionRefused,
  expired,
  internalError,
  type Thing,
  thing,
  tooManyRequests,
} from "./objects.js";
import { runReflector } from "./run-reflector.js";

const listFirst = { watchList: false };

function undecodable(): Error {
  return apiError({
    code: 500,
    reason: "InternalError",
    causes: [{ reason: "ClientWatchDecoding", message: "no JSON" }],
  });
}

/** A reflector whose first watches end as scripted, the clock standing at the first wait. */
async function afterWatches(
  ends: readonly { events?: readonly WatchEvent<Thing>[]; error?: unknown }[],
) {
  const source = new FakeSource<Thing>();
  source.put(thing({ name: "first" }));
  for (const { events = [], error } of ends) {
    source.nextWatches.push((options) =>
      scripted({ options, events, end: error === undefined ? "close" : { error } }),
    );
  }
  const run = runReflector({ source, options: listFirst });
  await run.clock.settle();
  return { source, ...run };
}

/** What answers the next watch of a source, and whether the reflector has let go of it. */
function nextWatch(source: FakeSource<Thing>) {
  const channel = new Channel<WatchEvent<Thing>>();
  let signal: AbortSignal | undefined;
  source.nextWatches.push((options) => {
    signal = options.signal;
    return channel;
  });
  return { channel, isAborted: () => signal?.aborted };
}

const added: WatchEvent<Thing> = {
  type: "ADDED",
  object: thing({ name: "second", resourceVersion: "7" }),
};

describe("a reflector that watches", () => {
  // client-go: TestReflectorWatchHandler
  it("applies adds, updates and deletes, and takes the last version it sees, even a lower one", async () => {
    const source = new FakeSource<Thing>();
    source.put(thing({ name: "gone" }));
    source.put(thing({ name: "kept" }));
    const events: WatchEvent<Thing>[] = [
      { type: "DELETED", object: thing({ name: "gone", resourceVersion: "10" }) },
      { type: "MODIFIED", object: thing({ name: "kept", value: 2, resourceVersion: "40" }) },
      { type: "ADDED", object: thing({ name: "new", resourceVersion: "32" }) },
    ];
    source.nextWatches.push((options) => scripted({ options, events }));
    const { clock, store, names, reflector, stop } = runReflector({ source, options: listFirst });
    await clock.settle();
    expect(names()).toEqual(["kept", "new"]);
    expect(store.getByKey("default/kept")?.spec?.value).toBe(2);
    expect(reflector.lastSyncResourceVersion).toBe("32");
    await stop();
  });

  // client-go: TestReflectorResourceVersionUpdate
  it("tells the store every version in order, bookmarks included", async () => {
    const source = new FakeSource<Thing>();
    const seen: string[] = [];
    const note = (object: { metadata: { resourceVersion?: string | undefined } }): void => {
      seen.push(object.metadata.resourceVersion ?? "");
    };
    const store: ReflectorStore<Thing> = {
      add: note,
      update: note,
      delete: note,
      replace: (_, version) => seen.push(version),
      bookmark: (version) => seen.push(version),
    };
    const { clock, stop } = runReflector({ source, options: { ...listFirst, store } });
    await clock.settle();
    source.put(thing({ name: "a" }));
    source.put(thing({ name: "a" }));
    source.bookmark();
    source.remove(thing({ name: "a" }));
    await clock.settle();
    expect(seen).toEqual(["0", "1", "2", "3", "4"]);
    await stop();
  });

  // client-go trap: initial events taken for order
  it("remembers no version of a watch that begins with existing objects until something changes", async () => {
    const source = new FakeSource<Thing>();
    source.nextLists.push(() => ({ metadata: { resourceVersion: "" }, items: [] }));
    const channel = new Channel<WatchEvent<Thing>>();
    source.nextWatches.push(() => channel);
    const { clock, reflector, stop } = runReflector({ source, options: listFirst });
    await clock.settle();
    channel.push({ type: "ADDED", object: thing({ name: "a", resourceVersion: "9" }) });
    channel.push({ type: "ADDED", object: thing({ name: "b", resourceVersion: "3" }) });
    await clock.settle();
    expect(reflector.lastSyncResourceVersion).toBe("");
    channel.push({ type: "MODIFIED", object: thing({ name: "a", resourceVersion: "12" }) });
    channel.push({ type: "ADDED", object: thing({ name: "c", resourceVersion: "13" }) });
    await clock.settle();
    expect(reflector.lastSyncResourceVersion).toBe("13");
    await stop();
  });

  // client-go trap: bookmark forgotten
  it("watches on from a bookmark", async () => {
    const source = new FakeSource<Thing>();
    const { clock, stop } = runReflector({ source, options: listFirst });
    await clock.settle();
    source.bookmark();
    source.bookmark();
    await clock.advance(1_000);
    source.endWatches();
    await clock.settle();
    expect(source.watches().map((watch) => watch.resourceVersion)).toEqual(["0", "2"]);
    await stop();
  });

  it("keeps its version when a bookmark has none", async () => {
    const source = new FakeSource<Thing>();
    const events = [
      { type: "ADDED", object: thing({ name: "a", resourceVersion: "8" }) },
      { type: "BOOKMARK", object: { metadata: {} } },
      { type: "BOOKMARK", object: { metadata: { resourceVersion: "" } } },
    ] as unknown as WatchEvent<Thing>[];
    source.put(thing({ name: "b" }));
    source.nextWatches.push((options) => scripted({ options, events }));
    const { clock, reflector, store, stop } = runReflector({ source, options: listFirst });
    await clock.settle();
    expect(reflector.lastSyncResourceVersion).toBe("8");
    expect(store.resourceVersion).toBe("8");
    await stop();
  });

  // client-go trap: watches end together
  // client-go constant: watch timeout
  // client-go: TestWatchTimeout
  it.each([
    [undefined, 0, 300],
    [1, 0, 300],
    [1_800, 0, 1_800],
    [undefined, 0.999_9, 599],
  ])("asks for an end after %s to twice as many seconds", async (seconds, random, expected) => {
    const source = new FakeSource<Thing>();
    const options = { ...listFirst, minWatchTimeoutSeconds: seconds, random: () => random };
    const { clock, stop } = runReflector({ source, options });
    await clock.settle();
    expect(source.watches()[0]?.timeoutSeconds).toBe(expected);
    await stop();
  });

  // client-go: TestReflectorStopWatch
  // client-go: TestReflectorWatchStoppedAfter
  // client-go: TestRunUntil
  it("lets go of a silent watch when it is stopped", async () => {
    const source = new FakeSource<Thing>();
    const { channel, isAborted } = nextWatch(source);
    const { clock, failures, stop } = runReflector({ source, options: listFirst });
    await clock.settle();
    await stop();
    expect([isAborted(), channel.returns, failures]).toEqual([true, 1, []]);
    expect(clock.timers).toEqual([]);
  });

  // client-go trap: stuck watch
  it("counts a connection that outlives its time as dead, and watches on", async () => {
    const source = new FakeSource<Thing>();
    source.nextWatches.push(() => ({
      [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => {}) }),
    }));
    const { clock, failures, stop } = runReflector({ source, options: listFirst });
    await clock.advance(329_999);
    expect(source.watches()).toHaveLength(1);
    await clock.advance(1);
    expect(source.watches()).toHaveLength(2);
    expect(source.lists()).toHaveLength(1);
    expect(failures.map((failure) => failure.level)).toEqual(["info"]);
    await stop();
  });

  // client-go: TestGetExpectedGVKFromObject
  it.each([
    ["an object of another kind", { type: "ADDED", kind: "Other" }, "1"],
    ["an object without a name", { type: "ADDED", name: "" }, "1"],
    ["an event of a type that it does not know", { type: "FUTURE" }, "9"],
    ["an event that the transform refuses", { type: "MODIFIED", name: "refused" }, "9"],
    ["a change", { type: "MODIFIED" }, "9"],
  ])("has this version after %s: %j -> %s", async (_, event, version) => {
    const { type, kind = "Thing", name = "x" } = { kind: undefined, name: undefined, ...event };
    const source = new FakeSource<Thing>();
    source.put(thing({ name: "first" }));
    const object = { ...thing({ name, resourceVersion: "9" }), kind };
    const events = [{ type, object }] as unknown as WatchEvent<Thing>[];
    source.nextWatches.push((options) => scripted({ options, events }));
    const transform = (each: Thing): Thing => {
      if (each.metadata.name === "refused") throw new Error("cannot");
      return each;
    };
    const expected = { group: "example.com", version: "v1", kind: "Thing" };
    const { clock, reflector, stop } = runReflector({
      source,
      options: { ...listFirst, expected, transform },
    });
    await clock.settle();
    expect(reflector.lastSyncResourceVersion).toBe(version);
    await stop();
  });

  it("skips what is no event of its kind without taking its version", async () => {
    const source = new FakeSource<Thing>();
    const events = [
      { type: "ADDED", object: { ...thing({ name: "x", resourceVersion: "8" }), kind: "Other" } },
      { type: "ADDED", object: { kind: "Table", apiVersion: "meta.k8s.io/v1", metadata: {} } },
      { type: "ADDED", object: null },
      { type: "FUTURE", object: thing({ name: "y", resourceVersion: "9" }) },
      added,
    ] as unknown as WatchEvent<Thing>[];
    source.nextWatches.push((options) => scripted({ options, events }));
    const { clock, names, failures, stop } = runReflector({
      source,
      options: { ...listFirst, expected: { group: "example.com", version: "v1", kind: "Thing" } },
    });
    await clock.settle();
    expect(names()).toEqual(["second"]);
    expect(failures).toHaveLength(4);
    await stop();
  });

  it("reports an event whose transform throws, and goes on", async () => {
    const source = new FakeSource<Thing>();
    const transform = (object: Thing): Thing => {
      if (object.metadata.name === "bad") throw new Error("cannot");
      return object;
    };
    const { clock, names, failures, stop } = runReflector({
      source,
      options: { ...listFirst, transform },
    });
    await clock.settle();
    source.put(thing({ name: "bad" }));
    source.put(thing({ name: "good" }));
    await clock.settle();
    expect([names(), failures.map((failure) => failure.error.message)]).toEqual([
      ["good"],
      ["cannot"],
    ]);
    await stop();
  });

  // client-go trap: no back-pressure
  it("reads no further while the store is not ready", async () => {
    const source = new FakeSource<Thing>();
    const channel = new Channel<WatchEvent<Thing>>();
    source.nextWatches.push(() => channel);
    let release = (): void => {};
    let busy = false;
    const names: string[] = [];
    const store: ReflectorStore<Thing> = {
      add: (object) => names.push(object.metadata.name ?? ""),
      update: () => {},
      delete: () => {},
      replace: () => {},
      whenReady: () => (busy ? new Promise((resolve) => (release = resolve)) : undefined),
    };
    const { clock, stop } = runReflector({ source, options: { ...listFirst, store } });
    await clock.settle();
    busy = true;
    for (const name of ["a", "b", "c"]) {
      channel.push({ type: "ADDED", object: thing({ name, resourceVersion: "3" }) });
    }
    await clock.settle();
    expect([names, channel.buffered]).toEqual([["a"], 2]);
    busy = false;
    release();
    await clock.settle();
    expect(names).toEqual(["a", "b", "c"]);
    await stop();
  });
});

describe("a watch that ends", () => {
  // client-go trap: reconnect hot loop
  it("cleanly after an event is opened again, but not within a second of the one before", async () => {
    const { source, clock, stop } = await afterWatches([{ events: [added] }]);
    expect(clock.timers).toEqual([1_000]);
    await clock.advance(1_000);
    expect(source.watches().map((watch) => watch.resourceVersion)).toEqual(["1", "7"]);
    expect(source.lists()).toHaveLength(1);
    await stop();
  });

  // client-go: TestReflectorHandleWatchResultChanClosedBefore
  it("within a second without an event leads to a list, after a backoff", async () => {
    const { source, clock, failures, stop } = await afterWatches([{}]);
    expect(clock.timers).toEqual([800]);
    await clock.advance(800);
    expect(source.lists().map((list) => list.resourceVersion)).toEqual(["0", "1"]);
    expect(failures[0]?.error.message).toBe(
      "the watch was closed within a second, without an event",
    );
    await stop();
  });

  // client-go constant: short watch
  // client-go: TestReflectorHandleWatchResultChanClosedAfter
  it("just before its first second is over, without an event, has failed; just after, it has not", async () => {
    for (const [ms, lists] of [
      [999, 2],
      [1_000, 1],
    ] as const) {
      const source = new FakeSource<Thing>();
      const { clock, stop } = runReflector({ source, options: listFirst });
      await clock.advance(ms);
      source.endWatches();
      await clock.advance(800);
      expect([source.lists().length, source.watches().length]).toEqual([lists, 2]);
      await stop();
    }
  });

  // client-go: TestCloseWatchChannelOnError
  it("with an error is let go of", async () => {
    const source = new FakeSource<Thing>();
    const { channel, isAborted } = nextWatch(source);
    const { clock, stop } = runReflector({ source, options: listFirst });
    await clock.settle();
    channel.fail(apiError({ code: 500, reason: "StoreReadError" }));
    await clock.settle();
    expect([isAborted(), channel.returns]).toEqual([true, 1]);
    await stop();
  });

  // client-go trap: 429 relists
  // client-go: TestNoRelistOnTooManyRequests
  // client-go: TestBackoffOnTooManyRequests
  it("with 429 four times is opened four times more, without a list", async () => {
    const ends = Array.from({ length: 4 }, () => ({ error: tooManyRequests() }));
    const { source, clock, stop } = await afterWatches(ends);
    const waits: number[] = [];
    while (source.watches().length < 5) waits.push(await clock.advanceToNext());
    // 0.8 s of backoff, and the rest of the second between two watches.
    expect(waits).toEqual([800, 200, 1_600, 3_200, 6_400]);
    expect([source.lists().length, source.watches().length]).toEqual([1, 5]);
    await stop();
  });

  // client-go trap: refused connection relists
  // client-go: TestReflectorListAndWatchInitConnBackoff
  it("since nothing listens is opened again, once one object shows that the data did not go back", async () => {
    const ends = [{ error: connectionRefused() }, { error: connectionRefused() }];
    const { source, clock, failures, stop } = await afterWatches(ends);
    source.nextLists.push(() => {
      throw connectionRefused();
    });
    await clock.advance(20_000);
    const [first, ...later] = source.lists();
    expect(first?.resourceVersion).toBe("0");
    expect(later).toEqual([{ limit: 1 }, { limit: 1 }, { limit: 1 }]);
    expect(source.watches()).toHaveLength(3);
    expect(failures.map((failure) => failure.level)).toEqual(["error", "error", "error"]);
    await stop();
  });

  // client-go trap: server's data went back
  it.each([
    [
      "is listed anew when it is back with older data",
      "1",
      ["0", undefined, undefined],
      ["restored"],
    ],
    [
      "goes on when it is back with a version that cannot be compared",
      "v1",
      ["0", undefined],
      ["first", "second"],
    ],
  ])("of a server that is down %s", async (_, resourceVersion, lists, left) => {
    const { source, clock, names, stop } = await afterWatches([
      { events: [added], error: connectionRefused() },
    ]);
    const restored = { metadata: { resourceVersion }, items: [thing({ name: "restored" })] };
    source.nextLists.push(
      () => restored,
      () => restored,
    );
    await clock.advance(800);
    expect(source.lists().map((list) => list.resourceVersion)).toEqual(lists);
    expect(names()).toEqual(left);
    await stop();
  });

  // client-go trap: 410 relists at the newest
  it("with 410 leads to a list at the version that was seen, not at the newest", async () => {
    const { source, clock, failures, stop } = await afterWatches([
      { events: [added], error: expired() },
    ]);
    expect(clock.timers).toEqual([800]);
    await clock.advance(800);
    expect(source.lists().map((list) => list.resourceVersion)).toEqual(["0", "7"]);
    expect(failures.map((failure) => failure.level)).toEqual(["info"]);
    await stop();
  });

  // client-go: TestReflectorReplacesStoreOnUnsafeDelete
  it("with an unreadable object leads to a list that takes it away", async () => {
    const { source, clock, names, reflector, stop } = await afterWatches([
      { events: [added], error: apiError({ code: 500, reason: "StoreReadError" }) },
    ]);
    expect(names()).toEqual(["first", "second"]);
    await clock.advance(800);
    expect(names()).toEqual(["first"]);
    expect(reflector.lastSyncResourceVersion).toBe(source.version);
    await stop();
  });

  // client-go constant: internal error retry
  it.each([
    ["an internal error", internalError()],
    ["another refusal", apiError({ code: 403, reason: "Forbidden" })],
    ["an error at once that is no answer", new Error("getaddrinfo ENOTFOUND")],
    ["a frame that is no event, at once", undecodable()],
  ])("with %s leads to a list", async (_, error) => {
    const { source, clock, failures, stop } = await afterWatches([{ error }]);
    await clock.advance(800);
    expect(source.lists()).toHaveLength(2);
    expect(failures.map((failure) => failure.level)).toEqual(["error"]);
    await stop();
  });

  // client-go trap: broken frame relists
  it.each([
    ["a broken connection", new Error("ECONNRESET")],
    ["a frame that is no event", undecodable()],
  ])("with %s after an event is resumed", async (_, error) => {
    const { source, clock, stop } = await afterWatches([{ events: [added], error }]);
    await clock.advance(1_000);
    expect(source.watches().map((watch) => watch.resourceVersion)).toEqual(["1", "7"]);
    expect(source.lists()).toHaveLength(1);
    await stop();
  });

  it("with a broken connection after a silent while is resumed after a backoff", async () => {
    const source = new FakeSource<Thing>();
    const { clock, stop } = runReflector({ source, options: listFirst });
    await clock.advance(5_000);
    source.endWatches(new Error("ECONNRESET"));
    await clock.settle();
    expect(clock.timers).toEqual([800]);
    await clock.advance(800);
    expect([source.lists().length, source.watches().length]).toEqual([1, 2]);
    await stop();
  });

  // client-go: TestRetryInternalError
  it("with internal errors is opened again for as long as it may be", async () => {
    const source = new FakeSource<Thing>();
    const fail = (): AsyncIterable<WatchEvent<Thing>> => {
      throw internalError();
    };
    source.nextWatches.push(...Array.from({ length: 100 }, () => fail));
    const { clock, stop } = runReflector({
      source,
      options: { ...listFirst, maxInternalErrorRetryMs: 30_000 },
    });
    await clock.advance(30_500);
    expect([source.lists().length, source.watches().length]).toEqual([1, 31]);
    await clock.advance(1_500);
    expect(source.lists()).toHaveLength(2);
    await stop();
  });

  // client-go trap: two connections
  it("twice in a row opens one watch at a time", async () => {
    const source = new FakeSource<Thing>();
    const { clock, stop } = runReflector({ source, options: listFirst });
    for (let at = 0; at < 20; at++) {
      await clock.advance(1_000);
      source.endWatches();
      source.endWatches();
      await clock.settle();
      expect(source.openWatches).toBeLessThanOrEqual(1);
    }
    expect(source.watches()).toHaveLength(21);
    await stop();
    expect(source.openWatches).toBe(0);
  });
});

it("marks a bookmark as the end of nothing outside a stream of existing objects", async () => {
  const source = new FakeSource<Thing>();
  source.nextWatches.push((options) =>
    scripted({ options, events: [bookmark({ version: "5", initialEventsEnd: "true" })] }),
  );
  const { clock, store, reflector, stop } = runReflector({ source, options: listFirst });
  await clock.settle();
  expect([store.resourceVersion, reflector.lastSyncResourceVersion]).toEqual(["5", "5"]);
  await stop();
});
