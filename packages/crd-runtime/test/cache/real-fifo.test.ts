import { describe, expect, it } from "vitest";
import { type Batch, RealFifo } from "../../src/cache/index.js";
import { FakeClock } from "../fake-clock.js";
import { type Thing, thing } from "./objects.js";

function print(batch: Batch<Thing>): string {
  const deltas = batch.deltas.map((delta) => {
    switch (delta.type) {
      case "ReplacedAll":
        return `ReplacedAll@${delta.resourceVersion} ${delta.objects.map((object) => object.metadata.name).join(" ")}`;
      case "SyncAll":
        return "SyncAll";
      case "Bookmark":
        return `Bookmark@${delta.resourceVersion}`;
      default:
        return `${delta.type} ${delta.object.metadata.name}`;
    }
  });
  return `${batch.isInInitialList ? "initial " : ""}${deltas.join(", ")}`;
}

/** Everything that waits, a line per batch. */
async function drain(fifo: RealFifo<Thing>): Promise<string[]> {
  const batches: string[] = [];
  while (fifo.size > 0) await fifo.pop((batch) => void batches.push(print(batch)));
  return batches;
}

const [a, b] = [thing({ name: "a" }), thing({ name: "b" })];

describe("the queue between reflector and cache", () => {
  it("has not synced with what comes before the first list", async () => {
    const fifo = new RealFifo<Thing>();
    fifo.resync();
    fifo.replace([a], "1");
    await fifo.pop(() => {});
    expect(fifo.hasSynced()).toBe(false);
    await fifo.pop(() => {});
    expect(fifo.hasSynced()).toBe(true);
  });

  // client-go trap: changes out of order
  // client-go: TestRealFIFO_basic
  // client-go: TestRealFIFO_addUpdate
  // client-go: TestRealFIFO_detectLineJumpers
  it("keeps every change in its order", async () => {
    const fifo = new RealFifo<Thing>();
    fifo.add(a);
    fifo.add(b);
    fifo.update(a);
    fifo.delete(a);
    fifo.add(a);
    expect(await drain(fifo)).toEqual(["Added a, Added b, Updated a, Deleted a, Added a"]);
  });

  // client-go: TestRealFIFO_enqueueingNoLister
  it("keeps the deletion of what it does not know", async () => {
    const fifo = new RealFifo<Thing>();
    fifo.delete(a);
    expect(await drain(fifo)).toEqual(["Deleted a"]);
  });

  // client-go trap: resync overtakes a change
  // client-go: TestRealFIFO_ReplaceAtomic
  // client-go: TestRealFIFO_ResyncAtomic
  // client-go: TestRealFIFO_replaceWithDeleteDeltaIn
  // client-go: TestRealFIFO_ReplaceAtomicPop
  // client-go: TestRealFIFO_addReplace
  it("keeps a list, a resync and a bookmark as one delta each, in order with changes", async () => {
    const fifo = new RealFifo<Thing>();
    fifo.add(a);
    fifo.delete(a);
    fifo.replace([a, b], "5");
    fifo.resync();
    fifo.update(b);
    fifo.bookmark("6");
    fifo.add(a);
    expect(await drain(fifo)).toEqual([
      "Added a, Deleted a",
      "ReplacedAll@5 a b",
      "SyncAll",
      "Updated b",
      "Bookmark@6",
      "Added a",
    ]);
  });

  // client-go constant: FIFO batch
  // client-go: TestRealFIFO_PopMultipleDeltaInBatch
  it("takes at most a thousand changes at once", async () => {
    const fifo = new RealFifo<Thing>();
    for (let at = 0; at < 2_500; at++) fifo.add(a);
    const sizes: number[] = [];
    while (fifo.size > 0) await fifo.pop((batch) => void sizes.push(batch.deltas.length));
    expect(sizes).toEqual([1_000, 1_000, 500]);
  });

  // client-go: TestRealFIFO_HasSynced
  // client-go: TestRealFIFO_HasSyncedCorrectOnDeletion
  it("has synced once the first list is processed, and for ever", async () => {
    const fifo = new RealFifo<Thing>();
    expect(fifo.hasSynced()).toBe(false);
    fifo.replace([], "1");
    expect(fifo.hasSynced()).toBe(false);
    await fifo.pop(async (batch) => {
      expect([batch.isInInitialList, fifo.hasSynced()]).toEqual([true, false]);
    });
    expect(fifo.hasSynced()).toBe(true);
    fifo.replace([a], "2");
    expect(fifo.hasSynced()).toBe(true);
    expect(await drain(fifo)).toEqual(["ReplacedAll@2 a"]);
  });

  it("has synced at once when a change comes before any list", () => {
    const fifo = new RealFifo<Thing>();
    fifo.add(a);
    expect(fifo.hasSynced()).toBe(true);
  });

  it("has synced although the first list could not be processed", async () => {
    const fifo = new RealFifo<Thing>();
    fifo.replace([], "1");
    const failing = fifo.pop(() => {
      throw new Error("cannot");
    });
    await expect(failing).rejects.toThrow("cannot");
    expect([fifo.hasSynced(), fifo.size]).toEqual([true, 0]);
  });

  it("hands out what comes while its consumer waits", async () => {
    const fifo = new RealFifo<Thing>();
    const batches: string[] = [];
    const waiting = fifo.pop((batch) => void batches.push(print(batch)));
    fifo.add(a);
    fifo.add(b);
    expect(await waiting).toBe(true);
    expect(batches).toEqual(["Added a, Added b"]);
  });

  // client-go: TestRealFIFO_PopShouldUnblockWhenClosed
  it("hands out what is left after it is closed, then nothing", async () => {
    const fifo = new RealFifo<Thing>();
    const waiting = fifo.pop(() => {});
    fifo.close();
    expect(await waiting).toBe(false);
    fifo.add(a);
    expect(await drain(fifo)).toEqual(["Added a"]);
    expect(await fifo.pop(() => {})).toBe(false);
  });

  // client-go constant: FIFO high water
  it("asks producers to wait above 2,000 changes until 1,000 are left, or it is closed", async () => {
    const clock = new FakeClock();
    const fifo = new RealFifo<Thing>();
    for (let at = 0; at < 2_000; at++) fifo.add(a);
    expect(fifo.whenReady()).toBeUndefined();
    fifo.add(a);
    let ready = false;
    void fifo.whenReady()?.then(() => {
      ready = true;
    });
    await fifo.pop(() => {});
    await clock.settle();
    expect([ready, fifo.size, fifo.whenReady() !== undefined]).toEqual([false, 1_001, true]);
    await fifo.pop(() => {});
    await clock.settle();
    expect([ready, fifo.whenReady()]).toEqual([true, undefined]);
    for (let at = 0; at < 3_000; at++) fifo.add(a);
    const closed = fifo.whenReady();
    fifo.close();
    await closed;
    expect(fifo.whenReady()).toBeUndefined();
  });
});
