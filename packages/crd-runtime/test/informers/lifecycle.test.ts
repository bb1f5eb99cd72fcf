import { describe, expect, it } from "vitest";
import { IndexError, metaNamespaceIndex, namespaceIndex } from "../../src/cache/index.js";
import { thing } from "../cache/objects.js";
import { makeInformer, record } from "./run-informer.js";

describe("an informer", () => {
  // client-go: TestStateSharedInformer
  it("is new, then started, then stopped for good", async () => {
    const { informer, clock, errors, start, stop } = makeInformer();
    expect([informer.state, informer.hasSynced()]).toEqual(["new", false]);
    await start();
    expect([informer.state, informer.hasSynced()]).toEqual(["started", true]);
    await informer.run(new AbortController().signal);
    await clock.settle();
    expect(errors.map((error) => error.source)).toEqual(["misuse"]);
    await stop();
    expect([informer.state, informer.hasSynced()]).toEqual(["stopped", true]);
    await informer.run(new AbortController().signal);
    await clock.settle();
    expect(errors).toHaveLength(2);
  });

  // client-go: TestAddOnStoppedSharedInformer
  // client-go: TestRemoveOnStoppedSharedInformer
  it("takes no handlers or indices once stopped, and lets go of those it has", async () => {
    const { informer, start, stop } = makeInformer();
    const { registration } = record(informer);
    await start();
    await stop();
    expect(() => informer.addEventHandler({ onAdd() {} })).toThrow("stopped already");
    expect(() => informer.addIndexers({ a: () => [] })).toThrow("stopped already");
    await informer.removeEventHandler(registration);
  });

  // client-go: TestIndexer
  // client-go: TestTypedSharedIndexInformerAddTypedIndexers
  it("takes indices before and after the start", async () => {
    const { informer, source, clock, start, stop } = makeInformer({
      indexers: { [namespaceIndex]: metaNamespaceIndex },
    });
    source.put(thing({ name: "a", value: 1 }));
    informer.addIndexers({ value: (object) => [String(object.spec?.value)] });
    await start();
    informer.addIndexers({ name: (object) => [object.metadata.name ?? ""] });
    source.put(thing({ name: "b", value: 1 }));
    await clock.settle();
    expect(informer.indexer.indexKeys("value", "1")).toEqual(["default/a", "default/b"]);
    expect(informer.indexer.indexKeys("name", "b")).toEqual(["default/b"]);
    expect(informer.indexer.indexKeys(namespaceIndex, "default")).toHaveLength(2);
    expect(() => informer.addIndexers({ name: () => [] })).toThrow(IndexError);
    await stop();
  });

  it("goes on when an index function fails, and says so", async () => {
    const { informer, source, errors, start, stop } = makeInformer({
      indexers: {
        fails: () => {
          throw new Error("cannot");
        },
      },
    });
    source.put(thing({ name: "a" }));
    const { log } = record(informer);
    await start();
    expect([log, informer.indexer.indexKeys("fails", "x")]).toEqual([["add a initial"], []]);
    expect(errors.map((error) => error.message)).toEqual([
      'informer things.v1.example.com: index "fails" failed for default/a; it lacks that object: cannot',
    ]);
    await stop();
  });

  // client-go: TestProcessDeltasInBatch
  // client-go: TestCacheTransactionShouldIndexErrors
  // client-go: TestRealFIFO_PopBrokenItemsInBatch
  it("leaves out objects that its key function has no key for", async () => {
    const { informer, source, errors, clock, start, stop } = makeInformer({
      reflector: { watchList: false },
      keyFunc: (object) => {
        if (object.metadata.name === "bad") throw new Error("no key");
        return object.metadata.name ?? "";
      },
    });
    for (const name of ["bad", "good"]) source.put(thing({ name }));
    const { log, registration } = record(informer);
    await start();
    source.put(thing({ name: "bad" }));
    source.put(thing({ name: "better" }));
    source.remove(thing({ name: "bad" }));
    await clock.settle();
    expect(log).toEqual(["add good initial", "add better"]);
    expect(informer.indexer.listKeys()).toEqual(["good", "better"]);
    expect([registration.hasSynced(), errors.map((error) => error.source)]).toEqual([
      true,
      ["cache", "cache", "cache"],
    ]);
    await stop();
  });

  // client-go: TestShutdown
  it("that stops closes the watch, drops what waits, waits for what runs, and leaves nothing behind", async () => {
    const { informer, source, clock, start, abort } = makeInformer();
    const log: string[] = [];
    let finish = (): void => {};
    informer.addEventHandler(
      {
        onAdd: ({ metadata }) => {
          log.push(`begins ${metadata.name}`);
          return new Promise<void>((resolve) => {
            finish = () => {
              log.push(`ends ${metadata.name}`);
              resolve();
            };
          });
        },
      },
      { resyncPeriodMs: 10_000 },
    );
    await start();
    for (const name of ["a", "b"]) source.put(thing({ name }));
    await clock.settle();
    const stopped = abort().then(() => log.push("stopped"));
    await clock.settle();
    expect([log, informer.state, source.openWatches]).toEqual([["begins a"], "stopped", 0]);
    finish();
    await stopped;
    expect(log).toEqual(["begins a", "ends a", "stopped"]);
    expect(clock.timers).toEqual([]);
  });

  it("whose signal is aborted already does nothing but stop", async () => {
    const { informer, source, clock } = makeInformer();
    const { log, registration } = record(informer);
    await informer.run(AbortSignal.abort());
    expect([informer.state, source.calls, log]).toEqual(["stopped", [], []]);
    expect([await informer.whenSynced(), await registration.whenSynced()]).toEqual([false, false]);
    expect(clock.timers).toEqual([]);
  });

  // client-go: TestStoreResourceVersion
  it("has a cache that knows the version of its last change, deletions included", async () => {
    const { informer, source, clock, start, stop } = makeInformer();
    source.put(thing({ name: "a" }));
    await start();
    const versions = [informer.indexer.resourceVersion];
    for (const change of [
      () => source.put(thing({ name: "a" })),
      () => source.remove(thing({ name: "a" })),
    ]) {
      change();
      await clock.settle();
      versions.push(informer.indexer.resourceVersion);
    }
    expect(versions).toEqual(["1", "2", "3"]);
    await stop();
  });

  // client-go trap: age of the watch unknown
  it("says how far it is", async () => {
    const { informer, source, clock, start, stop } = makeInformer();
    expect([informer.lastSyncResourceVersion, informer.lastEventAgeMs]).toEqual(["", undefined]);
    source.put(thing({ name: "a" }));
    await start();
    await clock.advance(5_000);
    source.bookmark();
    await clock.settle();
    await clock.advance(7_000);
    expect([informer.lastSyncResourceVersion, informer.indexer.resourceVersion]).toEqual([
      "2",
      "2",
    ]);
    expect(informer.lastEventAgeMs).toBe(7_000);
    await stop();
  });
});
