import { afterEach, describe, expect, it } from "vitest";
import type { Fault } from "../../src/apiserver/faults/fault.js";
import { converges, ends } from "./checks.js";
import { type Door, Rig } from "./rig.js";

const rigs: Rig[] = [];

afterEach(async () => {
  await Promise.all(rigs.splice(0).map((rig) => rig.stop()));
});

async function start(door: Door): Promise<Rig> {
  const rig = await Rig.start(door);
  rigs.push(rig);
  return rig;
}

const faults: readonly Fault[] = [
  { type: "status", code: 429, retryAfterSeconds: 7 },
  { type: "status", code: 503, retryAfterSeconds: 1 },
  { type: "status", code: 500 },
  { type: "status", code: 504 },
  { type: "status", code: 410 },
  { type: "status", code: 403 },
  { type: "status", code: 404 },
  { type: "refuse" },
  { type: "reset", when: "before" },
  { type: "reset", when: "inside", afterBytes: 0 },
  { type: "reset", when: "inside", afterBytes: 300 },
  { type: "reset", when: "inside", afterBytes: 700 },
  { type: "reset", when: "after" },
  { type: "silence" },
  { type: "silence", afterBytes: 0 },
  { type: "silence", afterBytes: 700 },
  { type: "slow", chunkBytes: 7 },
  { type: "slow", chunkBytes: 100, delayMs: 200 },
  { type: "truncate", afterBytes: 0 },
  { type: "truncate", afterBytes: 300 },
  { type: "truncate", afterBytes: 700 },
  { type: "errorFrame", code: 410 },
  { type: "errorFrame", code: 500 },
  { type: "errorFrame", code: 504 },
  { type: "errorFrame", code: 410, afterFrames: 1 },
  { type: "errorFrame", code: 500, afterFrames: 2 },
  { type: "duplicateBookmarks" },
  { type: "noBookmarks" },
  { type: "staleList", behind: 2 },
  { type: "compact" },
  { type: "restart" },
];
// Sockets cost time, so that through them each fault meets one of the two.
const cases = faults.flatMap((fault, at) => [
  { door: "direct" as const, watchList: true, fault },
  { door: "direct" as const, watchList: false, fault },
  { door: "HTTPS" as const, watchList: at % 2 === 0, fault },
]);
const title = "$door, watchList: $watchList, $fault";

describe.each(cases)(`an informer after ${title}`, ({ door, watchList, fault }) => {
  // client-go: TestDoesClientSupportWatchListSemantics
  it("that was there from the beginning", async () => {
    const rig = await start(door);
    await rig.put("a", 1);
    await rig.put("b", 1);
    const handle = rig.api.faults.on({ verb: ["list", "watch"], resource: "databases" }, fault);
    const watching = rig.watch({ watchList });
    await rig.pass(5_000);
    await rig.put("a", 2);
    await rig.writer.delete("b");
    await rig.put("c", 1);
    await rig.pass(5_000);
    expect(handle.hits).toBeGreaterThan(0);
    handle.remove();
    await converges(rig, watching);
    await rig.put("d", 1);
    await converges(rig, watching);
    await ends(rig, watching);
  });

  it("that came while it watched", async () => {
    const rig = await start(door);
    await rig.put("a", 1);
    await rig.put("b", 1);
    const watching = rig.watch({ watchList });
    await converges(rig, watching);
    const handle = rig.api.faults.on({ verb: ["list", "watch"], resource: "databases" }, fault);
    await rig.endWatches();
    await rig.until(() => handle.hits > 0);
    await rig.put("a", 2);
    await rig.writer.delete("b");
    await rig.put("c", 1);
    await rig.pass(5_000);
    handle.remove();
    await converges(rig, watching);
    await rig.put("d", 1);
    await converges(rig, watching);
    await ends(rig, watching);
  });
});
