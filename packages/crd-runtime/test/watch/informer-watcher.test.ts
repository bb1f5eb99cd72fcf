import { getEventListeners } from "node:events";
import { describe, expect, it } from "vitest";
import {
  type InformerEvent,
  type InformerWatcher,
  type InformerWatcherOptions,
  newIndexerInformerWatcher,
  untilWithSync,
} from "../../src/watch/index.js";
import { FakeSource } from "../cache/fake-source.js";
import { apiError, type Thing, thing } from "../cache/objects.js";
import { FakeClock } from "../fake-clock.js";

const stopped = new Error("stopped");
const print = ({ type, object }: InformerEvent<Thing>): string =>
  `${type} ${object.metadata.name}${object.spec === undefined ? "" : `=${object.spec.value}`}`;

function make(options: Partial<InformerWatcherOptions<Thing>> = {}) {
  const clock = new FakeClock();
  const source = new FakeSource<Thing>();
  const watcherOptions: InformerWatcherOptions<Thing> = {
    name: "things.v1.example.com",
    listerWatcher: source,
    clock,
    onError: () => {},
    ...options,
  };
  return { clock, source, watcherOptions };
}

/** Writes events down as they come. */
function follow(watcher: InformerWatcher<Thing>): {
  readonly log: string[];
  readonly ended: Promise<unknown>;
} {
  const log: string[] = [];
  const ended = (async () => {
    for await (const event of watcher) log.push(print(event));
    return "cleanly";
  })().catch((error: unknown) => error);
  return { log, ended };
}

describe("an informer watcher", () => {
  // client-go: TestNewInformerWatcher
  it.each([true, false])(
    "gives what an informer tells, in order (watch-list %s)",
    async (watchList) => {
      const { clock, source, watcherOptions } = make({ reflector: { watchList } });
      source.put(thing({ name: "a" }));
      source.put(thing({ name: "b" }));
      const watcher = newIndexerInformerWatcher(watcherOptions);
      const { log, ended } = follow(watcher);
      expect(await watcher.whenSynced()).toBe(true);
      source.put(thing({ name: "a", value: 1 }));
      source.put(thing({ name: "c" }));
      source.remove(thing({ name: "b" }));
      await clock.settle();
      expect(log).toEqual(["ADDED a", "ADDED b", "MODIFIED a=1", "ADDED c", "DELETED b"]);
      expect(watcher.indexer.listKeys().sort()).toEqual(["default/a", "default/c"]);
      await watcher.stop();
      expect(await ended).toBe("cleanly");
      expect(source.openWatches).toBe(0);
    },
  );

  // client-go: TestInformerWatcherDeletedFinalStateUnknown
  it("tells of a deletion that only a list has shown, with the object as it was", async () => {
    const { clock, source, watcherOptions } = make();
    source.put(thing({ name: "a", value: 1 }));
    const watcher = newIndexerInformerWatcher(watcherOptions);
    const { log } = follow(watcher);
    await clock.settle();
    source.silently(() => source.remove(thing({ name: "a" })));
    source.endWatches(apiError({ code: 410, reason: "Expired" }));
    await clock.advance(10_000);
    expect(log).toEqual(["ADDED a=1", "DELETED a=1"]);
    await watcher.stop();
  });

  // client-go: TestEventProcessorOrdersEvents
  it("keeps what nobody reads yet, in its order", async () => {
    const { clock, source, watcherOptions } = make();
    const watcher = newIndexerInformerWatcher(watcherOptions);
    await clock.settle();
    const names = Array.from({ length: 3_000 }, (_, at) => `thing-${at}`);
    for (const name of names) source.put(thing({ name }));
    await clock.settle();
    const { log } = follow(watcher);
    await clock.settle();
    expect(log).toEqual(names.map((name) => `ADDED ${name}`));
    await watcher.stop();
  });

  // client-go: TestEventProcessorExit
  it("stops although events are unread, and can be stopped twice", async () => {
    const { clock, source, watcherOptions } = make();
    for (const name of ["a", "b", "c"]) source.put(thing({ name }));
    const watcher = newIndexerInformerWatcher(watcherOptions);
    await clock.settle();
    await watcher.stop();
    await watcher.stop();
    expect(source.openWatches).toBe(0);
    expect(await follow(watcher).ended).toBe("cleanly");
  });

  it("stops when the loop is left", async () => {
    const { source, watcherOptions } = make();
    source.put(thing({ name: "a" }));
    for await (const event of newIndexerInformerWatcher(watcherOptions)) {
      expect(print(event)).toBe("ADDED a");
      break;
    }
    expect(source.openWatches).toBe(0);
  });

  it("ends with the signal's reason, and leaves nothing on the signal", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const { clock, source, watcherOptions } = make({ signal });
    const watcher = newIndexerInformerWatcher(watcherOptions);
    const { ended } = follow(watcher);
    await clock.settle();
    controller.abort(stopped);
    expect(await ended).toBe(stopped);
    expect(source.openWatches).toBe(0);
    await watcher.stop();
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });
});

describe("untilWithSync", () => {
  const isReady = ({ object }: InformerEvent<Thing>): boolean => object.spec?.value === 1;

  // client-go: TestUntilWithSync
  it("waits for the first list when there is a precondition, and for nothing more when it holds", async () => {
    const { source, watcherOptions } = make();
    source.put(thing({ name: "a" }));
    const last = await untilWithSync({
      ...watcherOptions,
      precondition: (indexer) => indexer.getByKey("default/a") !== undefined,
      conditions: [() => false],
    });
    expect(last).toBeUndefined();
    expect(source.openWatches).toBe(0);
  });

  it("reads events when it does not hold, and when there is none", async () => {
    for (const precondition of [undefined, () => false]) {
      const { clock, source, watcherOptions } = make();
      source.put(thing({ name: "a" }));
      const last = untilWithSync({ ...watcherOptions, precondition, conditions: [isReady] });
      await clock.settle();
      source.put(thing({ name: "a", value: 1 }));
      expect(await last).toMatchObject({ type: "MODIFIED", object: { spec: { value: 1 } } });
      expect(source.openWatches).toBe(0);
    }
  });

  it("survives a version that is gone", async () => {
    const { clock, source, watcherOptions } = make();
    source.put(thing({ name: "a" }));
    const last = untilWithSync({ ...watcherOptions, conditions: [isReady] });
    await clock.settle();
    source.silently(() => source.put(thing({ name: "a", value: 1 })));
    source.compact();
    source.endWatches();
    await clock.advance(20_000);
    expect(await last).toMatchObject({ object: { spec: { value: 1 } } });
  });

  it("ends with what a precondition or a condition throws", async () => {
    const failing = (): never => {
      throw stopped;
    };
    const { source, watcherOptions } = make();
    source.put(thing({ name: "a" }));
    const first = untilWithSync({ ...watcherOptions, precondition: failing, conditions: [] });
    await expect(first).rejects.toBe(stopped);
    const second = untilWithSync({ ...watcherOptions, conditions: [failing] });
    await expect(second).rejects.toBe(stopped);
    expect(source.openWatches).toBe(0);
  });

  it("ends with the signal's reason, before the first list too", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const { clock, source, watcherOptions } = make({ signal, reflector: { watchList: false } });
    source.nextLists.push(() => new Promise(() => {}));
    const last = untilWithSync({ ...watcherOptions, precondition: () => false, conditions: [] });
    await clock.settle();
    controller.abort(stopped);
    await expect(last).rejects.toBe(stopped);
    const started = source.calls.length;
    await expect(untilWithSync({ ...watcherOptions, conditions: [] })).rejects.toBe(stopped);
    expect(source.calls).toHaveLength(started);
  });
});
