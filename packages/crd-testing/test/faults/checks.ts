import { getEventListeners } from "node:events";
import { expect } from "vitest";
import { type Rig, versionsOf, type Watching } from "./rig.js";

/** The cache, and what handlers know, is what the server has. */
export async function converges(rig: Rig, watching: Watching): Promise<void> {
  const expected = (await rig.objects()).join();
  const { informer, seen } = watching;
  await rig.until(
    () =>
      informer.hasSynced() &&
      versionsOf(informer.indexer.values()).join() === expected &&
      versionsOf(seen.known.values()).join() === expected,
  );
  expect(seen.problems).toEqual([]);
}

/** Everything ends, and nothing is left. */
export async function ends(rig: Rig, watching: Watching): Promise<void> {
  await watching.stop();
  expect(getEventListeners(watching.signal, "abort")).toEqual([]);
  await rig.stop();
  expect(rig.clock.timers).toEqual([]);
  // They close in a turn of their own.
  for (let turn = 0; turn < 100 && sockets().length > 0; turn++) await rig.clock.settle();
  expect(sockets()).toEqual([]);
}

function sockets(): readonly string[] {
  return process.getActiveResourcesInfo().filter((name) => /^(TCP|TLS)/.test(name));
}
