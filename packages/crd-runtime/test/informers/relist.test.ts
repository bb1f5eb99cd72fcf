import { describe, expect, it } from "vitest";
import { deferred } from "../../src/cache/deferred.js";
import { DeletedFinalStateUnknown } from "../../src/cache/index.js";
import { expired, type Thing, thing } from "../cache/objects.js";
import { makeInformer, record } from "./run-informer.js";

const modes = [true, false];

describe.each(modes)("an informer that was cut off (watch-list: %s)", (watchList) => {
  // client-go trap: lost deletes, update taken for a resync
  // client-go: TestResetWatch
  // client-go: TestReplaceEvents
  // client-go: TestSharedInformerWatchDisruption
  // client-go: TestRealFIFO_ReplaceMakesDeletions
  // client-go: TestRealFIFO_ReplaceMakesDeletionsReplaced
  it("learns of deletions first, then of changes and additions, the cache being new already", async () => {
    const run = makeInformer({ reflector: { watchList } });
    const { informer, source, clock, start, stop } = run;
    for (const name of ["kept", "changed", "gone", "gone-too"])
      source.put(thing({ name, value: 1 }));
    const { log } = record(informer);
    const sizes: number[] = [];
    informer.addEventHandler({ onDelete: () => void sizes.push(informer.indexer.size) });
    await start();
    log.length = 0;
    source.silently(() => {
      source.remove(thing({ name: "gone" }));
      source.remove(thing({ name: "gone-too" }));
      source.put(thing({ name: "changed", value: 2 }));
      source.put(thing({ name: "new", value: 1 }));
    });
    source.endWatches(expired());
    await clock.advance(5_000);
    expect(log).toEqual([
      "delete default/gone unknown",
      "delete default/gone-too unknown",
      "update changed=1 -> changed=2",
      "add new=1",
    ]);
    expect(sizes).toEqual([3, 3]);
    await stop();
  });

  it("hands out what the cache held last of what is gone", async () => {
    const { informer, source, clock, start, stop } = makeInformer({ reflector: { watchList } });
    const last = source.put(thing({ name: "gone", value: 7 }));
    const deleted: unknown[] = [];
    informer.addEventHandler({ onDelete: (object) => void deleted.push(object) });
    await start();
    source.silently(() => source.remove(thing({ name: "gone" })));
    source.endWatches(expired());
    await clock.advance(5_000);
    expect(deleted).toEqual([
      new DeletedFinalStateUnknown<Thing>({ key: "default/gone", object: last }),
    ]);
    await stop();
  });

  // client-go trap: new object of an old name
  it("learns of another object of the same name as of an update", async () => {
    const { informer, source, clock, start, stop } = makeInformer({ reflector: { watchList } });
    source.put(thing({ name: "a", uid: "one" }));
    const uids: (string | undefined)[][] = [];
    informer.addEventHandler({
      onUpdate: (old, object) => void uids.push([old.metadata.uid, object.metadata.uid]),
    });
    await start();
    source.silently(() => {
      source.remove(thing({ name: "a" }));
      source.put(thing({ name: "a", uid: "two" }));
    });
    source.endWatches(expired());
    await clock.advance(5_000);
    source.silently(() => source.remove(thing({ name: "a" })));
    source.put(thing({ name: "a", uid: "three" }));
    await clock.settle();
    expect(uids).toEqual([
      ["one", "two"],
      ["two", "three"],
    ]);
    await stop();
  });

  // client-go: TestRealFIFO_DeleteExistingNonPropagated
  it("does not learn again of a deletion that it has heard of", async () => {
    const { informer, source, clock, start, stop } = makeInformer({ reflector: { watchList } });
    source.put(thing({ name: "gone" }));
    const { log } = record(informer);
    await start();
    source.remove(thing({ name: "gone" }));
    source.endWatches(expired());
    await clock.advance(5_000);
    expect(log).toEqual(["add gone initial", "delete gone"]);
    await stop();
  });

  // client-go: TestSharedInformerWatchDisruption
  it("tells of unchanged objects only the handlers that asked for resyncs, and marks it", async () => {
    const { informer, source, clock, start, stop } = makeInformer({ reflector: { watchList } });
    source.put(thing({ name: "same" }));
    const plain = record(informer);
    const resynced = record(informer, { resyncPeriodMs: 600_000 });
    await start();
    source.silently(() => source.put(thing({ name: "new" })));
    source.endWatches(expired());
    await clock.advance(5_000);
    expect(plain.log).toEqual(["add same initial", "add new"]);
    expect(resynced.log).toEqual(["add same initial", "update same -> same synthetic", "add new"]);
    await stop();
  });

  it("loses nothing that happened between two watches", async () => {
    const { informer, source, clock, start, stop } = makeInformer({ reflector: { watchList } });
    source.put(thing({ name: "old" }));
    const { log } = record(informer);
    await start();
    log.length = 0;
    source.silently(() => {
      source.put(thing({ name: "short-lived" }));
      source.remove(thing({ name: "short-lived" }));
      source.put(thing({ name: "new" }));
    });
    await clock.advance(1_000);
    source.endWatches();
    await clock.advance(1_000);
    expect(log).toEqual(["add short-lived", "delete short-lived", "add new"]);
    await stop();
  });
});

// client-go: TestRealFIFOW_ReplaceMakesDeletionsForObjectsOnlyInQueue
it("reports the end of an object that was only ever in the queue, or nothing of it", async () => {
  const { informer, source, clock, start, stop } = makeInformer();
  const { log } = record(informer);
  await start();
  source.put(thing({ name: "a" }));
  source.silently(() => source.remove(thing({ name: "a" })));
  source.endWatches(expired());
  await clock.advance(5_000);
  expect(log).toEqual(["add a", "delete default/a unknown"]);
  expect(informer.indexer.size).toBe(0);
  await stop();
});

// client-go trap: lost adds, short-lived objects
it("goes by what the cache will hold when a list comes while changes are still queued", async () => {
  const { informer, source, clock, start, stop } = makeInformer();
  for (const name of ["again", "other"]) source.put(thing({ name }));
  const call = deferred();
  const { log } = record(informer);
  // The cache waits for this one, and with it everything that is queued.
  informer.addEventHandler({ onAdd: () => call.promise }, { maxPending: 0 });
  await start();
  log.length = 0;
  source.remove(thing({ name: "again" }));
  source.put(thing({ name: "short-lived" }));
  source.silently(() => {
    source.put(thing({ name: "again" }));
    source.remove(thing({ name: "short-lived" }));
  });
  source.endWatches(expired());
  await clock.advance(5_000);
  expect([source.watches().length, log]).toEqual([2, []]);
  call.resolve();
  await clock.settle();
  expect(log).toEqual([
    "delete again",
    "add short-lived",
    "delete default/short-lived unknown",
    "add again",
  ]);
  expect(informer.indexer.listKeys().sort()).toEqual(["default/again", "default/other"]);
  await stop();
});

// client-go: TestRealFIFO_enqueueingWithLister
it("does not pass on the end of an object that nobody has heard of", async () => {
  const { informer, source, clock, start, stop } = makeInformer();
  const { log } = record(informer);
  const stranger = thing({ name: "stranger" });
  source.put(stranger);
  source.nextWatches.push((options) => {
    source.remove(stranger);
    return source.watch({ ...options, sendInitialEvents: true });
  });
  await start();
  source.endWatches();
  source.nextWatches.push((options) => source.watch({ ...options, resourceVersion: "1" }));
  await clock.advance(1_000);
  expect([log, informer.indexer.size]).toEqual([[], 0]);
  await stop();
});

it("replaces a large cache in steps, and shows the old one until the new one is whole", async () => {
  const { informer, source, clock, start, stop } = makeInformer();
  for (let at = 0; at < 5_000; at++) source.put(thing({ name: `thing-${at}` }));
  let seen = 0;
  const registration = informer.addEventHandler({ onAdd: () => void seen++ });
  await start();
  expect([seen, informer.indexer.size, registration.hasSynced()]).toEqual([5_000, 5_000, true]);
  await clock.settle();
  await stop();
});

it("takes an object that a list holds twice once, as it was last", async () => {
  const { informer, source, start, stop } = makeInformer({ reflector: { watchList: false } });
  const items = [1, 2].map((value) => thing({ name: "a", value, resourceVersion: String(value) }));
  source.nextLists.push(() => ({ metadata: { resourceVersion: "2" }, items }));
  const { log } = record(informer);
  await start();
  expect([log, informer.indexer.size]).toEqual([["add a=2 initial"], 1]);
  await stop();
});
