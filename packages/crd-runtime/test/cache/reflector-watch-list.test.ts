import { describe, expect, it } from "vitest";
import type { WatchEvent } from "../../src/watch/index.js";
import { bookmark, FakeSource, scripted } from "./fake-source.js";
import {
  apiError,
  connectionRefused,
  expired,
  type Thing,
  thing,
  tooManyRequests,
} from "./objects.js";
import { runReflector } from "./run-reflector.js";

const firstRequest = {
  sendInitialEvents: true,
  resourceVersionMatch: "NotOlderThan",
  allowWatchBookmarks: true,
  timeoutSeconds: 300,
};

function sourceOf(...names: readonly string[]): FakeSource<Thing> {
  const source = new FakeSource<Thing>();
  for (const name of names) source.put(thing({ name }));
  return source;
}

function added(name: string, resourceVersion: string): WatchEvent<Thing> {
  return { type: "ADDED", object: thing({ name, resourceVersion }) };
}

describe("a reflector that streams the existing objects", () => {
  // client-go: TestReflectorListAndWatch
  it("needs one watch and no list", async () => {
    const source = sourceOf("a", "b");
    const { clock, names, reflector, stop } = runReflector({ source });
    await clock.settle();
    source.put(thing({ name: "c" }));
    await clock.settle();
    expect(names()).toEqual(["a", "b", "c"]);
    expect(source.calls).toEqual([{ verb: "watch", options: firstRequest }]);
    expect([reflector.phase, reflector.lastSyncResourceVersion]).toEqual(["watch", "3"]);
    await stop();
    expect(source.openWatches).toBe(0);
  });

  // client-go: TestInitialEventsEndBookmarkTicker
  it("may be silent for long once the existing objects are complete", async () => {
    const source = sourceOf("a");
    const { clock, failures, stop } = runReflector({ source });
    await clock.advance(290_000);
    expect([source.watches().length, failures]).toEqual([1, []]);
    await stop();
  });

  // client-go: TestWatchList
  // client-go: TestWatchListResourceVersion
  it("stores nothing before the bookmark, then everything at once", async () => {
    const source = sourceOf();
    const events: WatchEvent<Thing>[] = [
      added("a", "3"),
      added("b", "4"),
      bookmark({ version: "5" }),
      { type: "MODIFIED", object: thing({ name: "a", value: 2, resourceVersion: "6" }) },
      { type: "DELETED", object: thing({ name: "b", resourceVersion: "7" }) },
      bookmark({ version: "8", initialEventsEnd: "false" }),
    ];
    const { clock, store, names, reflector, stop } = await (async () => {
      let push = (_: WatchEvent<Thing>): void => {};
      source.nextWatches.push((options) => {
        const channel = scripted({ options, events });
        push = (event) => channel.push(event);
        return channel;
      });
      const run = runReflector({ source });
      await run.clock.settle();
      expect([run.store.size, run.reflector.phase]).toEqual([0, "watch-list"]);
      push(bookmark({ version: "9", initialEventsEnd: "true" }));
      push(added("late", "10"));
      await run.clock.settle();
      return run;
    })();
    expect(names()).toEqual(["a", "late"]);
    expect(store.getByKey("default/a")?.spec?.value).toBe(2);
    expect(reflector.lastSyncResourceVersion).toBe("10");
    await clock.settle();
    await stop();
  });

  // client-go trap: double transform
  // client-go: TestReflectorRespectStoreTransformer
  // client-go: TestCacheWithTransformer
  it("transforms every object once", async () => {
    const source = sourceOf("a", "b");
    const seen: string[] = [];
    const transform = (object: Thing): Thing => {
      seen.push(object.metadata.name ?? "");
      return { ...object, spec: { value: 1 } };
    };
    const { clock, store, stop } = runReflector({ source, options: { transform } });
    await clock.settle();
    source.put(thing({ name: "c" }));
    await clock.settle();
    expect(seen).toEqual(["a", "b", "c"]);
    expect(store.list().map((object) => object.spec?.value)).toEqual([1, 1, 1]);
    await stop();
  });

  // client-go: TestWatchList
  it.each([400, 403, 404, 422, 500])("lists after a %i", async (code) => {
    const source = sourceOf("a");
    source.nextWatches.push((options) => scripted({ options, end: { error: apiError({ code }) } }));
    const { clock, names, failures, stop } = runReflector({ source });
    await clock.settle();
    expect(source.lists()).toEqual([{ resourceVersion: "0", limit: 500 }]);
    expect(failures.map(({ during, level, reaction }) => [during, level, reaction])).toEqual([
      ["watch-list", "info", "lists instead"],
    ]);
    // The watch from there on does not wait for the second that lies between two others.
    source.put(thing({ name: "b" }));
    await clock.settle();
    expect(names()).toEqual(["a", "b"]);
    await stop();
  });

  it("tries again to stream in the next cycle after a list stood in", async () => {
    const source = sourceOf("a");
    source.nextWatches.push((options) =>
      scripted({ options, end: { error: apiError({ code: 500 }) } }),
    );
    const { clock, stop } = runReflector({ source });
    await clock.advance(5_000);
    source.endWatches(apiError({ code: 500, reason: "StoreReadError" }));
    await clock.advance(5_000);
    expect(source.watches().map((watch) => watch.sendInitialEvents ?? false)).toEqual([
      true,
      false,
      true,
    ]);
    expect(source.lists()).toHaveLength(1);
    await stop();
  });

  // client-go: TestWatchList
  it.each([
    ["429", tooManyRequests()],
    ["a refused connection", connectionRefused()],
  ])("asks again after %s, without a list", async (_, error) => {
    const source = sourceOf("a");
    for (let at = 0; at < 2; at++) {
      source.nextWatches.push((options) => scripted({ options, end: { error } }));
    }
    const { clock, names, stop } = runReflector({ source });
    await clock.advance(10_000);
    expect([source.watches().length, source.lists().length]).toEqual([3, 0]);
    expect(names()).toEqual(["a"]);
    await stop();
  });

  // client-go trap: watch-list hot loop
  // client-go: TestWatchList
  it("begins anew with nothing when the stream ends before the bookmark", async () => {
    const source = sourceOf("a");
    source.nextWatches.push((options) =>
      scripted({ options, events: [added("stale", "1")], end: "close" }),
    );
    const { clock, names, stop } = runReflector({ source });
    await clock.advance(999);
    expect([names(), source.watches().length]).toEqual([[], 1]);
    await clock.advance(1);
    expect([names(), source.lists().length, source.watches().length]).toEqual([["a"], 0, 2]);
    await stop();
  });

  it("lists when the stream is closed at once without an event", async () => {
    const source = sourceOf("a");
    source.nextWatches.push((options) => scripted({ options, end: "close" }));
    const { clock, stop } = runReflector({ source });
    await clock.settle();
    expect(source.lists()).toHaveLength(1);
    await stop();
  });

  // client-go: TestWatchList
  it("watches on from the last version when the stream ends after the bookmark", async () => {
    const source = sourceOf("a");
    const { clock, stop } = runReflector({ source });
    await clock.settle();
    source.endWatches();
    await clock.advance(1_000);
    expect(source.watches()[1]).toEqual({
      resourceVersion: "1",
      allowWatchBookmarks: true,
      timeoutSeconds: 300,
    });
    expect(source.lists()).toEqual([]);
    await stop();
  });

  // client-go trap: travel back in time
  // client-go: TestWatchList
  it("streams nothing older than what it has seen, and the newest state when that is gone", async () => {
    const source = sourceOf("a");
    const { clock, names, stop } = runReflector({ source });
    await clock.advance(2_000);
    source.nextWatches.push((options) => scripted({ options, end: { error: expired() } }));
    source.silently(() => source.put(thing({ name: "b" })));
    source.endWatches(expired());
    await clock.advance(5_000);
    expect(source.watches().map((watch) => watch.resourceVersion)).toEqual([
      undefined,
      "1",
      undefined,
    ]);
    expect([names(), source.lists()]).toEqual([["a", "b"], []]);
    await stop();
  });

  // client-go trap: watch-list without end
  // client-go constant: watch-list warning
  // client-go: TestInitialEventsEndBookmarkTicker
  it("gives up on a stream that stays silent for 30 s, and lists for ten minutes", async () => {
    const source = sourceOf("a");
    // As servers that do not know the parameter: events, and never the bookmark.
    source.nextWatches.push((options) => scripted({ options, events: [added("a", "1")] }));
    const { clock, names, failures, stop } = runReflector({ source });
    await clock.advance(29_999);
    expect(names()).toEqual([]);
    await clock.advance(1);
    expect([names(), source.lists().length]).toEqual([["a"], 1]);
    expect(failures.map((failure) => failure.reaction)).toEqual(["lists instead, for 10 minutes"]);
    source.endWatches(expired());
    await clock.advance(10_000);
    expect(source.lists()).toHaveLength(2);
    await clock.advance(600_000);
    source.endWatches(expired());
    await clock.advance(10_000);
    expect([source.lists().length, source.watches().at(-1)?.sendInitialEvents]).toEqual([2, true]);
    await stop();
  });

  // client-go trap: watch-list without end
  it("gives up on a stream that goes on without a bookmark for five minutes", async () => {
    const source = sourceOf("a");
    let push = (_: WatchEvent<Thing>): void => {};
    source.nextWatches.push((options) => {
      const channel = scripted<Thing>({ options });
      push = (event) => channel.push(event);
      return channel;
    });
    const { clock, names, stop } = runReflector({ source });
    for (let at = 0; at < 14; at++) {
      await clock.advance(20_000);
      push(added("a", String(at + 1)));
    }
    await clock.advance(19_999);
    expect(source.lists()).toHaveLength(0);
    await clock.advance(1);
    expect([source.lists().length, names()]).toEqual([1, ["a"]]);
    await stop();
  });

  // client-go: TestNewReflectorWithDisablementWatchList
  it.each([
    ["a source that cannot stream", false, true],
    ["a reflector that shall not", true, false],
  ])("is not done by %s", async (_, supportsWatchList, watchList) => {
    const source = new FakeSource<Thing>({ supportsWatchList });
    const { clock, stop } = runReflector({ source, options: { watchList } });
    await clock.settle();
    expect(source.calls.map((call) => call.verb)).toEqual(["list", "watch"]);
    await stop();
  });

  it("stops at once while it streams", async () => {
    const source = sourceOf("a");
    source.nextWatches.push((options) => scripted({ options }));
    const { clock, failures, stop } = runReflector({ source });
    await clock.settle();
    await stop();
    expect([clock.timers, failures]).toEqual([[], []]);
  });
});
