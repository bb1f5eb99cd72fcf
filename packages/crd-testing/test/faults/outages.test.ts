import { afterEach, describe, expect, it } from "vitest";
import { converges, ends } from "./checks.js";
import { type Door, doors, Rig } from "./rig.js";

const rigs: Rig[] = [];

afterEach(async () => {
  await Promise.all(rigs.splice(0).map((rig) => rig.stop()));
});

async function start(door: Door): Promise<Rig> {
  const rig = await Rig.start(door);
  rigs.push(rig);
  return rig;
}

describe.each(doors)("an informer through the %s door", (door) => {
  // As with the real server, a watch that begins in the future hears nothing: it takes a list to see that there is none.
  it.each([true, false])(
    "follows a server whose state went back, once it lists, watchList: %s",
    async (watchList) => {
      const rig = await start(door);
      await rig.put("a", 1);
      const state = rig.api.exportState();
      await rig.put("a", 2);
      await rig.put("b", 1);
      const watching = rig.watch({ watchList });
      await converges(rig, watching);
      const expired = rig.api.faults.on(
        { verb: "watch", nth: 1 },
        { type: "errorFrame", code: 410 },
      );
      rig.api.restoreState(state);
      await converges(rig, watching);
      expect([...watching.seen.known.keys()]).toEqual(["default/a"]);
      expect(expired.hits).toBe(1);
      await rig.put("c", 1);
      await converges(rig, watching);
      await ends(rig, watching);
    },
  );

  it("reads on after a restart", async () => {
    const rig = await start(door);
    await rig.put("a", 1);
    const watching = rig.watch({ watchList: true });
    await converges(rig, watching);
    rig.api.restart();
    await rig.put("a", 2);
    await rig.put("b", 1);
    await converges(rig, watching);
    await ends(rig, watching);
  });
});

it("an informer comes back to a port that refused connections", async () => {
  const rig = await start("HTTPS");
  await rig.put("a", 1);
  const watching = rig.watch({ watchList: true });
  await converges(rig, watching);
  const reopen = await rig.listening?.refuseConnections();
  await rig.put("a", 2);
  await rig.until(() => watching.errors.some(({ message }) => message.includes("ECONNREFUSED")));
  await reopen?.();
  await converges(rig, watching);
  await ends(rig, watching);
});

it("a door that was closed while it refused stays closed", async () => {
  const rig = await start("HTTPS");
  const reopen = await rig.listening?.refuseConnections();
  await rig.stop();
  await reopen?.();
  expect(process.getActiveResourcesInfo().filter((name) => name.startsWith("TCP"))).toEqual([]);
});
