import { expect, it } from "vitest";
import { witness } from "../../../crd-testing/test/faults/witness.js";
import { type Thing, thing } from "../cache/objects.js";
import { mulberry32 } from "../random.js";
import { makeInformer } from "./run-informer.js";

// client-go: TestSharedInformerHandlerAbuse
it("100 handlers that come and go during 10,000 changes each see a legal history", async () => {
  const { informer, source, clock, errors, start, stop } = makeInformer();
  const random = mulberry32(7);
  const slots = Array.from({ length: 100 }, () => {
    const seen = witness<Thing>({ neverBack: true });
    return { seen, registration: informer.addEventHandler(seen.handler) };
  });
  const problems: string[] = [];
  await start();
  for (let change = 0; change < 10_000; change++) {
    const object = thing({ name: `thing-${Math.floor(random() * 20)}` });
    if (random() < 0.3) source.remove(object);
    else source.put(object);
    if (random() < 0.1) await Promise.resolve();
    if (random() < 0.02) {
      const at = Math.floor(random() * slots.length);
      problems.push(...(slots[at]?.seen.problems ?? []));
      void slots[at]?.registration.remove();
      const seen = witness<Thing>({ neverBack: true });
      slots[at] = { seen, registration: informer.addEventHandler(seen.handler) };
    }
    if (random() < 0.01) await clock.settle();
  }
  await clock.settle();
  const expected = source.objects().map(({ metadata }) => metadata.resourceVersion);
  for (const { seen, registration } of slots) {
    problems.push(...seen.problems);
    const known = Array.from(seen.known.values(), ({ metadata }) => metadata.resourceVersion);
    expect(known.sort()).toEqual([...expected].sort());
    expect([registration.pending, registration.hasSynced()]).toEqual([0, true]);
  }
  expect([problems, errors]).toEqual([[], []]);
  await stop();
  expect(clock.timers).toEqual([]);
});
