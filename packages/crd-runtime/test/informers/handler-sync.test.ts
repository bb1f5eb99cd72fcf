import { describe, expect, it } from "vitest";
import { deferred } from "../../src/cache/deferred.js";
import { thing } from "../cache/objects.js";
import { makeInformer, record } from "./run-informer.js";

describe("the sync state of a handler", () => {
  // client-go trap: synced before handlers
  // client-go: TestBasicLogic
  // client-go: TestAsyncLocking
  // client-go: TestSingleFileCounting
  it("waits for the calls of the first list to end, not only for the cache", async () => {
    const { informer, source, clock, start, stop } = makeInformer();
    for (const name of ["a", "b"]) source.put(thing({ name }));
    const latches = [deferred(), deferred()];
    let calls = 0;
    const registration = informer.addEventHandler({ onAdd: () => latches[calls++]?.promise });
    let synced: boolean | undefined;
    void registration.whenSynced().then((result) => {
      synced = result;
    });
    await start();
    expect([informer.hasSynced(), registration.hasSynced()]).toEqual([true, false]);
    latches[0]?.resolve();
    await clock.settle();
    expect(registration.hasSynced()).toBe(false);
    latches[1]?.resolve();
    await clock.settle();
    expect([registration.hasSynced(), synced]).toEqual([true, true]);
    await stop();
    expect(registration.hasSynced()).toBe(true);
  });

  it("is reached at once when there is nothing to hear", async () => {
    const { informer, start, stop } = makeInformer();
    const early = record(informer);
    await start();
    const late = record(informer);
    expect([early.registration.hasSynced(), late.registration.hasSynced()]).toEqual([true, true]);
    await stop();
  });

  it("is never reached by one that is removed before", async () => {
    const { informer } = makeInformer();
    const { registration } = record(informer);
    const synced = registration.whenSynced();
    await registration.remove();
    expect(await synced).toBe(false);
  });

  it("is waited for no longer than until the signal is aborted", async () => {
    const { informer } = makeInformer();
    const { registration } = record(informer);
    const controller = new AbortController();
    const synced = registration.whenSynced(controller.signal);
    controller.abort();
    expect([await synced, await registration.whenSynced(controller.signal)]).toEqual([
      false,
      false,
    ]);
  });
});
