import { describe, expect, it } from "vitest";
import { deferred } from "../../src/cache/deferred.js";
import type { WatchEvent } from "../../src/watch/index.js";
import { Channel } from "../cache/channel.js";
import { bookmark } from "../cache/fake-source.js";
import { type Thing, thing } from "../cache/objects.js";
import { makeInformer } from "./run-informer.js";

describe("a slow handler", () => {
  it("with a limit makes the cache and the socket wait until it has caught up", async () => {
    const { informer, source, clock, start, stop } = makeInformer();
    const call = deferred();
    informer.addEventHandler({ onAdd: () => call.promise }, { maxPending: 1 });
    await start();
    for (const name of ["a", "b", "c"]) source.put(thing({ name }));
    await clock.settle();
    source.put(thing({ name: "d" }));
    await clock.settle();
    // The batch of three is in the cache; the next one is not.
    expect(informer.indexer.size).toBe(3);
    call.resolve();
    await clock.settle();
    expect(informer.indexer.size).toBe(4);
    await stop();
  });

  it("with a limit that waits for ever is reported once, since everything waits for it", async () => {
    const { informer, source, clock, errors, start, abort } = makeInformer();
    const stuck = { onAdd: () => new Promise<void>(() => {}) };
    informer.addEventHandler(stuck, { name: "stuck", maxPending: 0 });
    await start();
    for (const name of ["a", "b"]) source.put(thing({ name }));
    await clock.advance(90_000);
    expect(errors.map((error) => error.message)).toEqual([
      "informer things.v1.example.com: handler stuck has been in onAdd of default/a for 30 s while 1 calls wait, and the cache waits for it",
    ]);
    const stopped = abort();
    await clock.advance(30_000);
    await stopped;
    expect([errors.length, clock.timers]).toEqual([2, []]);
  });

  // client-go trap: dropped calls
  it("with a limit leaves what the queue cannot hold on the socket", async () => {
    const { informer, source, clock, start, stop } = makeInformer();
    const call = deferred();
    const channel = new Channel<WatchEvent<Thing>>();
    source.nextWatches.push(() => channel);
    channel.push(bookmark({ version: "1", initialEventsEnd: "true" }));
    let handled = 0;
    informer.addEventHandler(
      {
        onAdd: async () => {
          await call.promise;
          handled++;
        },
      },
      { maxPending: 10 },
    );
    await start();
    for (let at = 0; at < 10_000; at++) {
      const object = thing({ name: `thing-${at}`, resourceVersion: String(at + 2) });
      channel.push({ type: "ADDED", object });
    }
    await clock.settle();
    // At most 2,001 wait in the queue; what was applied before the limit was noticed fits into one batch.
    expect(channel.buffered).toBeGreaterThanOrEqual(10_000 - 2_001 - 1_000);
    expect(informer.indexer.size).toBeLessThanOrEqual(1_000);
    call.resolve();
    await clock.settle();
    expect([channel.buffered, informer.indexer.size, handled]).toEqual([0, 10_000, 10_000]);
    await stop();
  });

  // client-go trap: unnoticed backlog
  // client-go constant: slow listener
  it("that waits for ever is reported while calls pile up, and again at the stop, which does not hang", async () => {
    const { informer, source, clock, errors, start, abort } = makeInformer();
    informer.addEventHandler({ onAdd: () => new Promise<void>(() => {}) }, { name: "stuck" });
    await start();
    source.put(thing({ name: "first" }));
    await clock.advance(30_000);
    for (let at = 0; at < 2_000; at++) source.put(thing({ name: `thing-${at}` }));
    await clock.settle();
    expect(errors.map((error) => error.message)).toEqual([
      "informer things.v1.example.com: handler stuck has been in onAdd of default/first for 30 s while 1024 calls wait",
    ]);
    const stopped = abort();
    await clock.advance(30_000);
    await stopped;
    expect(errors[1]?.message).toBe(
      "informer things.v1.example.com: handler stuck was still in onAdd of default/first 30 s after the stop; it is not waited for any longer",
    );
    expect(clock.timers).toEqual([]);
  });
});
