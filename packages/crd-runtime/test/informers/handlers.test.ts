import { describe, expect, it } from "vitest";
import { deferred } from "../../src/cache/deferred.js";
import { InformerError } from "../../src/informers/index.js";
import { thing } from "../cache/objects.js";
import { makeInformer, record } from "./run-informer.js";

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

  // client-go trap: slow handler delays others
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

  // client-go trap: failed call blocks sync
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
