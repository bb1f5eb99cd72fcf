import { describe, expect, it } from "vitest";
import { deferred } from "../../src/cache/deferred.js";
import { thing } from "../cache/objects.js";
import { makeInformer, record, recorder } from "./run-informer.js";

describe("a handler", () => {
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
});
