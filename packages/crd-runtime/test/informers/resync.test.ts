import { describe, expect, it } from "vitest";
import { thing } from "../cache/objects.js";
import { makeInformer, record } from "./run-informer.js";

/** What a handler has heard since it was last asked, as counts of synthetic calls. */
function counter(log: string[]): () => number {
  return () => log.splice(0).filter((line) => line.endsWith("synthetic")).length;
}

describe("a resync", () => {
  // client-go: TestListenerResyncPeriods
  // client-go: TestReflectorResyncChan
  it("comes to each handler in its own period", async () => {
    const { informer, source, clock, start, stop } = makeInformer();
    source.put(thing({ name: "a" }));
    const never = counter(record(informer).log);
    const two = counter(record(informer, { resyncPeriodMs: 2_000 }).log);
    const three = counter(record(informer, { resyncPeriodMs: 3_000 }).log);
    await start();
    const heard: string[] = [];
    for (let second = 1; second <= 6; second++) {
      await clock.advance(1_000);
      heard.push(`${never()}${two()}${three()}`);
    }
    expect(heard).toEqual(["000", "010", "001", "010", "000", "011"]);
    await stop();
    expect(clock.timers).toEqual([]);
  });

  // client-go trap: resync asks the server
  // client-go: TestReflectorResync
  // client-go: TestRealFIFO_Resync
  it("asks the server nothing, and is marked", async () => {
    const { informer, source, clock, start, stop } = makeInformer({ resyncPeriodMs: 5_000 });
    source.put(thing({ name: "a" }));
    const { log } = record(informer);
    await start();
    const calls = source.calls.length;
    await clock.advance(5_000);
    expect(log).toEqual(["add a initial", "update a -> a synthetic"]);
    expect(source.calls).toHaveLength(calls);
    await stop();
  });

  // client-go constant: min resync period
  // client-go: TestResyncCheckPeriod
  it("is as often as the handler says, once a second at most, whatever the informer says", async () => {
    const { informer, source, clock, start, stop } = makeInformer({ resyncPeriodMs: 60_000 });
    source.put(thing({ name: "a" }));
    const often = counter(record(informer, { resyncPeriodMs: 10 }).log);
    const off = counter(record(informer, { resyncPeriodMs: 0 }).log);
    const byDefault = counter(record(informer).log);
    await start();
    const late = counter(record(informer, { resyncPeriodMs: 30_000 }).log);
    await clock.advance(60_000);
    expect([often(), off(), byDefault(), late()]).toEqual([60, 0, 1, 2]);
    await stop();
  });

  it("does not depend on the connection", async () => {
    const { informer, source, clock, start, stop } = makeInformer();
    source.put(thing({ name: "a" }));
    const heard = counter(record(informer, { resyncPeriodMs: 10_000 }).log);
    await start();
    for (let at = 0; at < 10; at++) {
      await clock.advance(2_000);
      source.endWatches();
    }
    expect(heard()).toBe(2);
    await stop();
  });

  // client-go: TestRealFIFO_UpdateResyncRace
  it("never overtakes a change", async () => {
    const { informer, source, clock, start, stop } = makeInformer();
    source.put(thing({ name: "a", value: 1 }));
    const { log } = record(informer, { resyncPeriodMs: 1_000 });
    await start();
    log.length = 0;
    source.put(thing({ name: "a", value: 2 }));
    await clock.advance(1_000);
    expect(log).toEqual(["update a=1 -> a=2", "update a=2 -> a=2 synthetic"]);
    await stop();
  });

  // client-go: TestRealFIFO_ResyncNonExisting
  it("tells nothing of an object whose end came before it", async () => {
    const { informer, source, clock, start, stop } = makeInformer();
    for (const name of ["a", "b"]) source.put(thing({ name }));
    const { log } = record(informer, { resyncPeriodMs: 1_000 });
    await start();
    log.length = 0;
    source.remove(thing({ name: "a" }));
    await clock.advance(1_000);
    expect(log).toEqual(["delete a", "update b -> b synthetic"]);
    await stop();
  });

  // client-go: TestListenerResyncPeriodsDelayed
  it("that was due before the start comes a period after it", async () => {
    const { informer, source, clock, start, stop } = makeInformer();
    source.put(thing({ name: "a" }));
    const { log } = record(informer, { resyncPeriodMs: 2_000 });
    await clock.advance(60_000);
    await start();
    await clock.advance(1_999);
    expect(log).toEqual(["add a initial"]);
    await clock.advance(1);
    expect(log).toEqual(["add a initial", "update a -> a synthetic"]);
    await stop();
  });

  it("is not given to a handler that still has one to work off", async () => {
    const { informer, source, clock, start, stop } = makeInformer();
    for (const name of ["a", "b"]) source.put(thing({ name }));
    let calls = 0;
    const registration = informer.addEventHandler(
      {
        onUpdate: () => {
          calls++;
          return new Promise<void>(() => {});
        },
      },
      { resyncPeriodMs: 1_000 },
    );
    await start();
    await clock.advance(20_000);
    expect([calls, registration.pending]).toEqual([1, 1]);
    void stop();
    await clock.advance(30_000);
  });

  it("stops for a handler that was removed", async () => {
    const { informer, clock, start, stop } = makeInformer();
    const { registration } = record(informer, { resyncPeriodMs: 1_000 });
    await start();
    expect(clock.timers).toContain(1_000);
    await registration.remove();
    expect(clock.timers).not.toContain(1_000);
    await stop();
  });

  it.each([-1, Number.NaN])("has no period of %s", (resyncPeriodMs) => {
    expect(() => makeInformer({ resyncPeriodMs })).toThrow(RangeError);
    const { informer } = makeInformer();
    expect(() => informer.addEventHandler({ onAdd() {} }, { resyncPeriodMs })).toThrow(RangeError);
  });
});
