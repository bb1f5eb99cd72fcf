import { describe, expect, it } from "vitest";
import { deferred } from "../../src/cache/deferred.js";
import { InformerError } from "../../src/informers/index.js";
import { thing } from "../cache/objects.js";
import { makeInformer, record, recorder } from "./run-informer.js";

describe("a handler", () => {
  // client-go: TestTypedResourceEventHandlerDetailedFuncs
  it("hears of the first list, then of what changes, the cache being ahead", async () => {
    const { informer, source, clock, start, stop } = makeInformer();
    source.put(thing({ name: "a", value: 1 }));
    const cached: (number | undefined)[] = [];
    informer.addEventHandler({
      onUpdate: (_, object) => {
        cached.push(informer.indexer.get(object)?.spec?.value);
      },
    });
    const { log } = record(informer);
    await start();
    source.put(thing({ name: "b", value: 1 }));
    source.put(thing({ name: "a", value: 2 }));
    source.remove(thing({ name: "b" }));
    await clock.settle();
    expect(log).toEqual(["add a=1 initial", "add b=1", "update a=1 -> a=2", "delete b=1"]);
    expect(cached).toEqual([2]);
    await stop();
  });

  // client-go: TestAddWhileActive
  it("that comes late hears of what is there, then of what changes, without gap or repetition", async () => {
    const { informer, source, clock, start, stop } = makeInformer();
    for (const name of ["a", "b"]) source.put(thing({ name }));
    await start();
    source.put(thing({ name: "c" }));
    const { log, registration } = record(informer);
    expect([log, registration.hasSynced()]).toEqual([[], false]);
    source.put(thing({ name: "d" }));
    await clock.settle();
    expect(log.filter((line) => line.startsWith("add")).sort()).toEqual([
      "add a initial",
      "add b initial",
      "add c",
      "add d",
    ]);
    expect(registration.hasSynced()).toBe(true);
    await stop();
  });

  // client-go: TestSharedInformerMultipleRegistration
  // client-go: TestRemovingRemovedSharedInformer
  it("that is added twice counts as two, and is removed once", async () => {
    const { informer, source, clock, start, stop } = makeInformer();
    const handler = recorder();
    const first = informer.addEventHandler(handler);
    informer.addEventHandler(handler);
    await start();
    source.put(thing({ name: "a" }));
    await clock.settle();
    expect(handler.log).toEqual(["add a", "add a"]);
    await first.remove();
    await first.remove();
    await informer.removeEventHandler(first);
    source.put(thing({ name: "b" }));
    await clock.settle();
    expect(handler.log).toEqual(["add a", "add a", "add b"]);
    await stop();
    await first.remove();
  });

  // client-go: TestSharedInformerRemoveForeignHandler
  it("of another informer is not removed", async () => {
    const { informer, source, clock, start, stop } = makeInformer();
    const { log, registration } = record(informer);
    await makeInformer().informer.removeEventHandler(registration);
    await start();
    source.put(thing({ name: "a" }));
    await clock.settle();
    expect(log).toEqual(["add a"]);
    await stop();
  });

  // client-go: TestRemoveWhileActive
  // client-go: TestRemoveEventHandler_SynchronousShutdown
  // client-go: TestSharedInformerRemoveHandler
  it("that is removed hears nothing more, and its running call is waited for", async () => {
    const { informer, source, clock, start, stop } = makeInformer();
    const call = deferred();
    const log: string[] = [];
    const registration = informer.addEventHandler({
      onAdd: async ({ metadata }) => {
        log.push(`begins ${metadata.name}`);
        await call.promise;
        log.push(`ends ${metadata.name}`);
      },
    });
    await start();
    for (const name of ["a", "b"]) source.put(thing({ name }));
    await clock.settle();
    const removed = registration.remove().then(() => log.push("removed"));
    await clock.settle();
    expect([log, registration.pending]).toEqual([["begins a"], 0]);
    call.resolve();
    await removed;
    expect(log).toEqual(["begins a", "ends a", "removed"]);
    await stop();
  });

  // client-go: TestShutDownEventHandler_Lifecycles
  it.each([
    ["never starts", false, false],
    ["starts later", false, true],
    ["runs", true, true],
  ])("is removed from an informer that %s", async (_, startsBefore, startsAfter) => {
    const { informer, source, clock, start, stop } = makeInformer();
    if (startsBefore) await start();
    const { log, registration } = record(informer);
    await registration.remove();
    if (startsAfter && !startsBefore) await start();
    source.put(thing({ name: "a" }));
    await clock.settle();
    expect([log, await registration.whenSynced()]).toEqual([[], startsBefore]);
    await stop();
  });

  // client-go: TestRemoveEventHandler_AsynchronousPanic
  it("that is removed while a call runs may still fail in it, and that is reported", async () => {
    const { informer, source, clock, errors, start, stop } = makeInformer();
    const call = deferred();
    const registration = informer.addEventHandler(
      {
        onAdd: async () => {
          await call.promise;
          throw new Error("boom");
        },
      },
      { name: "leaving" },
    );
    await start();
    for (const name of ["a", "b"]) source.put(thing({ name }));
    await clock.settle();
    void registration.remove();
    await clock.settle();
    expect(errors).toEqual([]);
    call.resolve();
    await clock.settle();
    expect(errors.map((error) => error.message)).toEqual([
      "informer things.v1.example.com: handler leaving failed in onAdd of default/a: boom",
    ]);
    await stop();
  });

  it("that was removed while a call runs is waited for by the stop all the same", async () => {
    const { informer, source, clock, start, abort } = makeInformer();
    const call = deferred();
    const registration = informer.addEventHandler({ onAdd: () => call.promise });
    source.put(thing({ name: "a" }));
    await start();
    void registration.remove();
    let stopped = false;
    const stopping = abort().then(() => {
      stopped = true;
    });
    await clock.settle();
    expect(stopped).toBe(false);
    call.resolve();
    await stopping;
    expect(clock.timers).toEqual([]);
  });

  // client-go: TestSharedInformerInitializationRace
  it("that is added in any turn of the start hears of every object once", async () => {
    for (let turns = 0; turns < 30; turns++) {
      const { informer, source, clock, start, stop } = makeInformer();
      for (const name of ["a", "b"]) source.put(thing({ name }));
      const starting = start();
      for (let turn = 0; turn < turns; turn++) await Promise.resolve();
      const { log, registration } = record(informer);
      await starting;
      await clock.settle();
      expect([log, registration.hasSynced()]).toEqual([["add a initial", "add b initial"], true]);
      await stop();
    }
  });

  // client-go: TestTypedResourceEventHandlerFuncs
  it.each(["onAdd", "onUpdate", "onDelete"] as const)("may have %s alone", async (only) => {
    const { informer, source, clock, errors, start, stop } = makeInformer();
    const calls: string[] = [];
    informer.addEventHandler({ [only]: () => void calls.push(only) });
    await start();
    for (let at = 0; at < 2; at++) source.put(thing({ name: "a" }));
    source.remove(thing({ name: "a" }));
    await clock.settle();
    expect([calls, errors]).toEqual([[only], []]);
    await stop();
  });

  it("may remove itself, or add another, while it is called", async () => {
    const { informer, source, clock, start, stop } = makeInformer();
    const other = recorder();
    const log: string[] = [];
    const registration = informer.addEventHandler({
      onAdd: ({ metadata }) => {
        log.push(metadata.name ?? "");
        void registration.remove();
        informer.addEventHandler(other);
      },
    });
    for (const name of ["a", "b"]) source.put(thing({ name }));
    await start();
    await clock.settle();
    expect([log, other.log]).toEqual([["a"], ["add a initial", "add b initial"]]);
    await stop();
  });

  it("that returns promises is called one at a time, in order, and delays no other", async () => {
    const { informer, source, clock, start, stop } = makeInformer();
    const latches = [deferred(), deferred()];
    const log: string[] = [];
    const slow = informer.addEventHandler({
      onAdd: async ({ metadata }) => {
        log.push(`begins ${metadata.name}`);
        await latches[log.length - 1]?.promise;
        log.push(`ends ${metadata.name}`);
      },
    });
    const fast = record(informer);
    await start();
    for (const name of ["a", "b", "c"]) source.put(thing({ name }));
    await clock.settle();
    expect([log, slow.pending, fast.log.length]).toEqual([["begins a"], 2, 3]);
    latches[0]?.resolve();
    await clock.settle();
    expect(log).toEqual(["begins a", "ends a", "begins b", "ends b", "begins c", "ends c"]);
    expect(slow.pending).toBe(0);
    await stop();
  });

  // client-go: TestEventPanics
  // client-go: TestPanicPropagated
  it.each([
    [
      "throws",
      (): void => {
        throw new Error("boom");
      },
    ],
    ["rejects", () => Promise.reject(new Error("boom"))],
  ])("that %s is reported by name and harms nobody", async (_, fail) => {
    const { informer, source, clock, errors, start, stop } = makeInformer();
    const seen: string[] = [];
    const failing = informer.addEventHandler(
      {
        onAdd: ({ metadata }) => {
          seen.push(metadata.name ?? "");
          return fail();
        },
        onUpdate: fail,
        onDelete: fail,
      },
      { name: "failing" },
    );
    const { log } = record(informer);
    source.put(thing({ name: "a" }));
    await start();
    source.put(thing({ name: "a" }));
    source.remove(thing({ name: "a" }));
    source.put(thing({ name: "b" }));
    await clock.settle();
    expect([seen, log.length, failing.hasSynced()]).toEqual([["a", "b"], 4, true]);
    expect(errors.map((error) => error.message)).toEqual([
      "informer things.v1.example.com: handler failing failed in onAdd of default/a: boom",
      "informer things.v1.example.com: handler failing failed in onUpdate of default/a: boom",
      "informer things.v1.example.com: handler failing failed in onDelete of default/a: boom",
      "informer things.v1.example.com: handler failing failed in onAdd of default/b: boom",
    ]);
    expect(errors[0]).toBeInstanceOf(InformerError);
    expect(errors[0]).toMatchObject({
      source: "handler",
      handler: "failing",
      cause: { message: "boom" },
    });
    await stop();
  });

  // client-go: TestTypedSharedIndexInformerAddTypedEventHandler
  it("is named after its class, or by its number", () => {
    const { informer } = makeInformer();
    class Reconciler {
      onAdd(): void {}
    }
    expect(informer.addEventHandler(new Reconciler()).name).toBe("Reconciler");
    expect(informer.addEventHandler({ onAdd() {} }).name).toBe("#2");
    expect(informer.addEventHandler({ onAdd() {} }, { name: "mine" }).name).toBe("mine");
  });
});

describe("the sync state of a handler", () => {
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
