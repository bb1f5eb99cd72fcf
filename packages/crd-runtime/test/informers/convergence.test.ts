import { expect, it } from "vitest";
import { type Witness, witness } from "../../../crd-testing/test/faults/witness.js";
import type { EventHandlerOptions } from "../../src/informers/index.js";
import type { DeepReadonly } from "../../src/meta/index.js";
import {
  apiError,
  connectionRefused,
  expired,
  internalError,
  type Thing,
  thing,
  tooManyRequests,
} from "../cache/objects.js";
import { mulberry32 } from "../random.js";
import { makeInformer } from "./run-informer.js";

function versions(objects: Iterable<DeepReadonly<Thing>>): string[] {
  return Array.from(
    objects,
    (object) => `${object.metadata.name}@${object.metadata.resourceVersion}`,
  ).sort();
}

const errors = [
  expired,
  tooManyRequests,
  internalError,
  connectionRefused,
  () => new Error("ECONNRESET"),
];
const seeds = Array.from({ length: 40 }, (_, at) => at + 1);

it.each(seeds)(
  "whatever happens, cache and handlers end up with what the server has: seed %i",
  async (seed) => {
    const random = mulberry32(seed);
    const pick = <Item>(items: readonly Item[]): Item =>
      items[Math.floor(random() * items.length)] as Item;
    const run = makeInformer({
      reflector: {
        watchList: seed % 2 === 0,
        random,
        ...(seed % 3 === 0 ? { listPageSize: 3 } : {}),
      },
      ...(seed % 5 === 0 ? { resyncPeriodMs: 5_000 } : {}),
    });
    const { informer, source, clock, start, stop } = run;
    const all: Witness<Thing>[] = [];
    const add = (options: EventHandlerOptions = {}) => {
      const each = witness<Thing>();
      all.push(each);
      return [each, informer.addEventHandler(each.handler, options)] as const;
    };
    const witnesses = new Map([add()]);
    const fail = (): never => {
      throw pick(errors)();
    };
    const change = (): void => {
      const object = thing({ name: `thing-${Math.floor(random() * 8)}`, uid: `uid-${random()}` });
      if (random() < 0.4) source.remove(object);
      else source.put(object);
    };
    const steps: readonly (() => void)[] = [
      change,
      change,
      change,
      change,
      () => source.silently(change),
      () => source.bookmark(),
      () => source.compact(),
      () => source.endWatches(),
      () => source.endWatches(pick(errors)()),
      () => source.nextLists.push(fail),
      () => source.nextWatches.push(fail),
      () =>
        source.nextWatches.push(() => ({
          [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => {}) }),
        })),
      () => void witnesses.set(...add({ resyncPeriodMs: pick([0, 3_000]) })),
      () => {
        if (witnesses.size < 3) return;
        const [each] = witnesses.keys();
        if (each === undefined) return;
        void witnesses.get(each)?.remove();
        witnesses.delete(each);
      },
    ];
    source.put(thing({ name: "first" }));
    await start();
    for (let step = 0; step < 250; step++) {
      pick(steps)();
      if (random() < 0.3) await clock.advance(pick([0, 10, 1_000, 20_000]));
    }
    // The server is well again; a hanging watch ends by its own deadline.
    source.nextLists.length = 0;
    source.nextWatches.length = 0;
    await clock.advance(1_000_000);
    source.endWatches(expired());
    await clock.advance(200_000);
    source.put(thing({ name: "last" }));
    await clock.advance(1_000);

    const expected = versions(source.objects());
    expect(all.flatMap(({ problems }) => problems)).toEqual([]);
    expect(versions(informer.indexer.values())).toEqual(expected);
    for (const [{ known }, registration] of witnesses) {
      expect(versions(known.values())).toEqual(expected);
      expect(registration.hasSynced()).toBe(true);
    }
    expect(informer.indexer.resourceVersion).toBe(source.version);
    await stop();
    expect([clock.timers, source.openWatches]).toEqual([[], 0]);
  },
);

it("an error that is none of those is met as well", async () => {
  const { informer, source, clock, start, stop } = makeInformer();
  source.put(thing({ name: "a" }));
  await start();
  source.silently(() => source.put(thing({ name: "b" })));
  source.endWatches(apiError({ code: 418, reason: "ImATeapot" }));
  await clock.advance(5_000);
  expect(informer.indexer.size).toBe(2);
  await stop();
});
