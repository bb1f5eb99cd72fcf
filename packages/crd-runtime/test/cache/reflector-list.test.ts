import { getEventListeners } from "node:events";
import { describe, expect, it } from "vitest";
import { Reflector, Store } from "../../src/index.js";
import { FakeClock } from "../fake-clock.js";
import { FakeSource } from "./fake-source.js";
import { apiError, connectionRefused, expired, type Thing, thing } from "./objects.js";
import { runReflector } from "./run-reflector.js";

const listFirst = { watchList: false };

function sourceOf(count: number): FakeSource<Thing> {
  const source = new FakeSource<Thing>();
  for (let at = 0; at < count; at++) source.put(thing({ name: `thing-${at}` }));
  return source;
}

/** Ends the first watch so that the reflector lists again, with a backoff of 0.8 s. */
async function relist(input: {
  readonly source: FakeSource<Thing>;
  readonly advance: (ms: number) => Promise<void>;
}) {
  input.source.endWatches(apiError({ code: 500, reason: "StoreReadError" }));
  await input.advance(40_000);
}

describe("a reflector that lists", () => {
  // client-go constant: list page size
  // client-go: TestReflectorListAndWatch
  it("lists any state in pages of 500, then watches from the version of the list", async () => {
    const source = sourceOf(2);
    const { store, clock, reflector, stop } = runReflector({ source, options: listFirst });
    await clock.settle();
    expect(source.lists()).toEqual([{ resourceVersion: "0", limit: 500 }]);
    expect(source.watches()).toEqual([
      { resourceVersion: "2", allowWatchBookmarks: true, timeoutSeconds: 300 },
    ]);
    source.put(thing({ name: "thing-1", value: 7 }));
    await clock.settle();
    expect(store.getByKey("default/thing-1")?.spec?.value).toBe(7);
    expect([store.resourceVersion, reflector.lastSyncResourceVersion]).toEqual(["3", "3"]);
    await stop();
    expect(source.openWatches).toBe(0);
  });

  // client-go trap: relist after a clean end, travel back in time
  // client-go: TestReflectorResyncWithResourceVersion
  it("relists at the version it has seen, and never after a clean end", async () => {
    const source = sourceOf(1);
    const { clock, stop } = runReflector({ source, options: listFirst });
    await clock.advance(2_000);
    source.endWatches();
    await clock.advance(2_000);
    expect(source.lists()).toHaveLength(1);
    await relist({ source, advance: (ms) => clock.advance(ms) });
    expect(source.lists().map((list) => list.resourceVersion)).toEqual(["0", "1"]);
    await stop();
  });

  // client-go: TestReflectorNotPaginatingNotConsistentReads
  it("asks for no pages at a concrete version, which the server then answers from its cache", async () => {
    const source = sourceOf(1);
    const { clock, stop } = runReflector({ source, options: listFirst });
    await clock.settle();
    await relist({ source, advance: (ms) => clock.advance(ms) });
    expect(source.lists()[1]).toEqual({ resourceVersion: "1" });
    await stop();
  });

  // client-go: TestReflectorPaginatingNonConsistentReadsIfWatchCacheDisabled
  it("keeps to pages once a server has answered a list of any state in pages", async () => {
    const source = sourceOf(501);
    source.watchCache = false;
    const { clock, names, stop } = runReflector({ source, options: listFirst });
    await clock.settle();
    expect(names()).toHaveLength(501);
    await relist({ source, advance: (ms) => clock.advance(ms) });
    expect(source.lists().map(({ resourceVersion, limit }) => [resourceVersion, limit])).toEqual([
      ["0", 500],
      [undefined, 500],
      ["501", 500],
      [undefined, 500],
    ]);
    await stop();
  });

  // client-go: TestReflectorWatchListPageSize
  it("uses a page size of one's own for every list", async () => {
    const source = sourceOf(10);
    source.watchCache = false;
    const { clock, names, stop } = runReflector({
      source,
      options: { ...listFirst, listPageSize: 4 },
    });
    await clock.settle();
    expect(source.lists().map((list) => list.limit)).toEqual([4, 4, 4]);
    expect(names()).toHaveLength(10);
    await stop();
  });

  // client-go trap: version in use after 410
  // client-go: TestReflectorExpiredExactResourceVersion
  it("asks for the newest state at once when its version is gone", async () => {
    const source = sourceOf(1);
    const { clock, stop } = runReflector({ source, options: listFirst });
    await clock.settle();
    source.nextLists.push(() => {
      throw expired();
    });
    await relist({ source, advance: (ms) => clock.advance(ms) });
    expect(source.lists().map((list) => list.resourceVersion)).toEqual(["0", "1", undefined]);
    // What worked is used again: nothing older than it.
    await relist({ source, advance: (ms) => clock.advance(ms) });
    expect(source.lists()[3]?.resourceVersion).toBe("1");
    await stop();
  });

  // client-go: TestReflectorFullListIfExpired
  it("asks for the whole list when a page has expired", async () => {
    const source = sourceOf(9);
    source.watchCache = false;
    const { clock, names, stop } = runReflector({
      source,
      options: { ...listFirst, listPageSize: 4 },
    });
    source.nextLists.push(async (options) => {
      source.nextLists.push(() => {
        source.remove(thing({ name: "thing-0" }));
        throw expired();
      });
      return await source.list(options).finally(() => source.calls.pop());
    });
    await clock.settle();
    expect(source.lists().map(({ resourceVersion, limit }) => [resourceVersion, limit])).toEqual([
      ["0", 4],
      [undefined, 4],
      ["0", undefined],
    ]);
    expect(names()).toHaveLength(8);
    await stop();
  });

  // client-go trap: version too large
  // client-go: TestReflectorFullListIfTooLarge
  it.each([
    [
      "a cause",
      apiError({ code: 504, reason: "Timeout", causes: [{ reason: "ResourceVersionTooLarge" }] }),
    ],
    [
      "the text of a cause",
      apiError({
        code: 504,
        reason: "Timeout",
        causes: [{ message: "Too large resource version" }],
      }),
    ],
    [
      "its own text",
      apiError({
        code: 504,
        reason: "Timeout",
        message: "Too large resource version: 20, current: 10",
      }),
    ],
  ])("asks for the newest state when the server says by %s that it is behind", async (_, error) => {
    const source = sourceOf(1);
    const { clock, stop } = runReflector({ source, options: listFirst });
    await clock.settle();
    source.nextLists.push(() => {
      throw error;
    });
    await relist({ source, advance: (ms) => clock.advance(ms) });
    expect(source.lists().map((list) => list.resourceVersion)).toEqual(["0", "1", undefined]);
    await stop();
  });

  // client-go: TestReflectorListAndWatchWithErrors
  it("keeps what it has through failing lists and converges afterwards", async () => {
    const source = sourceOf(2);
    const { clock, names, failures, stop } = runReflector({ source, options: listFirst });
    await clock.settle();
    const fail = (): never => {
      throw apiError({ code: 500, reason: "InternalError", message: "etcd is away" });
    };
    source.nextLists.push(fail, fail);
    source.endWatches(apiError({ code: 500, reason: "StoreReadError" }));
    source.remove(thing({ name: "thing-0" }));
    await clock.advance(2_000);
    expect(names()).toEqual(["thing-0", "thing-1"]);
    await clock.advance(10_000);
    expect(names()).toEqual(["thing-1"]);
    expect(failures.map(({ during, level }) => `${during} ${level}`)).toEqual([
      "watch error",
      "list error",
      "list error",
    ]);
    await stop();
  });

  // client-go constant: reflector backoff
  it("waits longer after each failure, up to 30 s, and less again after quiet times", async () => {
    const source = sourceOf(0);
    for (let at = 0; at < 8; at++) {
      source.nextLists.push(() => {
        throw connectionRefused();
      });
    }
    const { clock, failures, stop } = runReflector({ source, options: listFirst });
    const waits: number[] = [];
    for (let at = 0; at < 8; at++) waits.push(await clock.advanceToNext());
    expect(waits).toEqual([800, 1_600, 3_200, 6_400, 12_800, 25_600, 30_000, 30_000]);
    expect(failures[1]?.reaction).toBe("tries again in 1.6 s");
    await clock.advance(240_000);
    source.endWatches(apiError({ code: 500 }));
    await clock.settle();
    expect(clock.timers).toEqual([800]);
    await stop();
    expect(clock.timers).toEqual([]);
  });

  it("waits as long as the server asks", async () => {
    const source = sourceOf(0);
    const error = apiError({ code: 429, reason: "TooManyRequests" });
    error.status.details = { retryAfterSeconds: 17 };
    source.nextLists.push(() => {
      throw error;
    });
    const { clock, stop } = runReflector({ source, options: listFirst });
    expect(await clock.advanceToNext()).toBe(17_000);
    await stop();
  });

  it.each([
    ["no items", { metadata: {} }],
    ["a Table", { kind: "Table", apiVersion: "meta.k8s.io/v1", metadata: {}, rows: [] }],
  ])("refuses an answer that is no list: %s", async (_, answer) => {
    const source = sourceOf(0);
    source.nextLists.push(() => answer as never);
    const { clock, failures, stop } = runReflector({ source, options: listFirst });
    await clock.settle();
    expect(failures[0]?.error.message).toContain("no list");
    await stop();
  });

  it("takes a list whose items are null as empty, as Go writes it", async () => {
    const source = sourceOf(0);
    source.nextLists.push(() => ({ metadata: { resourceVersion: "5" }, items: null }) as never);
    const { clock, store, failures, stop } = runReflector({ source, options: listFirst });
    await clock.settle();
    expect([failures, store.resourceVersion]).toEqual([[], "5"]);
    await stop();
  });

  it("leaves out what is no object of its kind, and says so", async () => {
    const source = sourceOf(0);
    source.nextLists.push(
      () =>
        ({
          metadata: { resourceVersion: "5" },
          items: [
            null,
            { metadata: {} },
            thing({ name: "good" }),
            { ...thing({ name: "other" }), kind: "Other" },
          ],
        }) as never,
    );
    const expectedKind = { group: "example.com", version: "v1", kind: "Thing" };
    const { clock, names, failures, stop } = runReflector({
      source,
      options: { ...listFirst, expected: expectedKind },
    });
    await clock.settle();
    expect(names()).toEqual(["good"]);
    expect(failures.map((failure) => failure.error.message)).toEqual([
      "the server sent no object",
      "the server sent an object without a name",
      "the server sent Other of example.com/v1 instead of Thing of example.com/v1",
    ]);
    await stop();
  });

  // client-go: TestReflectorWatchStoppedBefore
  it("calls nothing when it is stopped before it runs", async () => {
    const source = sourceOf(1);
    const clock = new FakeClock();
    const store = new Store<Thing>();
    const reflector = new Reflector<Thing>({ listerWatcher: source, store, clock });
    await reflector.run(AbortSignal.abort());
    expect([source.calls, clock.timers, store.size]).toEqual([[], [], 0]);
    expect(reflector.phase).toBe("stopped");
  });

  it("leaves no listener of past calls on its signal", async () => {
    const source = sourceOf(1);
    const { clock, signal, stop } = runReflector({ source, options: listFirst });
    await clock.settle();
    for (let at = 0; at < 3; at++) await relist({ source, advance: (ms) => clock.advance(ms) });
    // That of the open watch.
    expect([source.lists().length, getEventListeners(signal, "abort").length]).toEqual([4, 1]);
    await stop();
  });

  it("stops at once while a list does not answer", async () => {
    const source = sourceOf(0);
    source.nextLists.push(() => new Promise(() => {}));
    const { clock, reflector, failures, stop } = runReflector({ source, options: listFirst });
    await clock.settle();
    expect(reflector.phase).toBe("list");
    await stop();
    expect([reflector.phase, failures]).toEqual(["stopped", []]);
  });
});
