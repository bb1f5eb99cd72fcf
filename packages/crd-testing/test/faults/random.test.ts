import { afterEach, expect, it } from "vitest";
import type { Fault } from "../../src/apiserver/faults/fault.js";
import { seededRandom } from "../../src/apiserver/faults/random.js";
import { converges, ends } from "./checks.js";
import { Rig } from "./rig.js";

const faults: readonly Fault[] = [
  { type: "status", code: 429, retryAfterSeconds: 2 },
  { type: "status", code: 500 },
  { type: "status", code: 410 },
  { type: "refuse" },
  { type: "reset", when: "before" },
  { type: "reset", when: "inside", afterBytes: 1_500 },
  { type: "reset", when: "after" },
  { type: "silence" },
  { type: "silence", afterBytes: 900 },
  { type: "slow", chunkBytes: 150, delayMs: 50 },
  { type: "truncate", afterBytes: 1_100 },
  { type: "errorFrame", code: 410, afterFrames: 2 },
  { type: "errorFrame", code: 500, afterFrames: 1 },
  { type: "errorFrame", code: 504 },
  { type: "duplicateBookmarks" },
  { type: "noBookmarks" },
  { type: "staleList", behind: 3 },
  { type: "compact" },
  { type: "restart" },
];
const rigs: Rig[] = [];

afterEach(async () => {
  await Promise.all(rigs.splice(0).map((rig) => rig.stop()));
});

const pauses = [0, 100, 1_000, 5_000, 40_000] as const;
const cases = Array.from({ length: 20 }, (_, at) => ({
  seed: at + 1,
  door: at % 5 === 4 ? ("HTTPS" as const) : ("direct" as const),
}));

it.each(cases)(
  "whatever goes wrong, an informer has it all in the end: seed $seed, $door",
  async ({ seed, door }) => {
    const random = seededRandom(seed);
    const below = (end: number): number => Math.floor(random() * end);
    const rig = await Rig.start(door);
    rigs.push(rig);
    const handles = faults.map((fault) =>
      rig.api.faults.on(
        { verb: ["list", "watch"], resource: "databases", probability: 0.06, seed: below(2 ** 31) },
        fault,
      ),
    );
    await rig.put("first", 0);
    const watching = rig.watch({ watchList: seed % 2 === 0, random });
    for (let step = 0; step < 60; step++) {
      const name = `database-${below(6)}`;
      if (random() < 0.3) await rig.writer.delete(name).catch(() => undefined);
      else await rig.put(name, step);
      if (random() < 0.1) await rig.endWatches();
      if (random() < 0.4) await rig.pass(pauses[below(pauses.length)] ?? 0);
    }
    expect(handles.reduce((hits, handle) => hits + handle.hits, 0)).toBeGreaterThan(0);
    rig.api.faults.clear();
    await converges(rig, watching);
    await rig.put("last", 0);
    await converges(rig, watching);
    await ends(rig, watching);
  },
);
