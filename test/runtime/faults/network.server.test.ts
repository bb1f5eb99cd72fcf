import { expect, it, onTestFinished } from "vitest";
import { mulberry32 } from "../../../packages/crd-runtime/test/random.js";
import { configOf, describeOnOwnServer } from "../../controlplane/own-server.js";
import { startFaultProxy } from "./fault-proxy.js";
import { until } from "./until.js";
import { connect, deadWatchMs, watching } from "./watching.js";

const names = ["a", "b", "c", "d", "e"];
const steps = 24;

describeOnOwnServer({ title: "informers behind a bad network" }, (controlPlane) => {
  it.each([
    { seed: 1, watchList: true },
    { seed: 2, watchList: false },
    { seed: 3, watchList: true },
  ])("end up with what the server has: seed $seed, watchList $watchList", async (each) => {
    const { seed, watchList } = each;
    const config = configOf(controlPlane());
    const truth = connect(config);
    const proxy = await startFaultProxy(Number(new URL(config.host).port));
    onTestFinished(() => proxy.close());
    const host = `https://127.0.0.1:${proxy.port}`;
    const watch = await watching({ config: { ...config, host }, truth, watchList });

    const random = mulberry32(seed);
    const pick = <Item>(items: readonly Item[]): Item =>
      items[Math.floor(random() * items.length)] as Item;
    const change = async (): Promise<void> => {
      const name = `seed-${seed}-${pick(names)}`;
      const data = { text: "x".repeat(Math.floor(random() * 2_000)) };
      const found = (await truth.list()).items.find(({ metadata }) => metadata.name === name);
      if (found === undefined) await truth.create({ metadata: { name }, data });
      else if (random() < 0.4) await truth.delete(name);
      else await truth.update({ ...found, data });
    };
    const faults: readonly (() => void | Promise<void>)[] = [
      () => proxy.reset(),
      () => {
        proxy.stall();
        watch.clock.leap(deadWatchMs);
      },
      () => proxy.halfClose(),
      () => proxy.throttle(pick([1, 7, 100])),
      () => proxy.throttle(Number.POSITIVE_INFINITY),
      async () => {
        proxy.refuse();
        proxy.reset();
        await until("a connection is refused", () => {
          watch.clock.leap(100);
          return /ECONNREFUSED/.test(watch.errors.at(-1)?.message ?? "");
        });
        await change();
        await proxy.accept();
      },
    ];
    for (let step = 0; step < steps; step++) {
      await pick(faults)();
      await change();
      await change();
      if (random() < 0.3) watch.addWitness();
      // Sometimes the next fault meets an informer that has not come back from this one.
      if (random() < 0.5) await watch.converges();
    }
    await watch.converges();
    expect(watch.watches).toBeGreaterThan(4);
    await watch.stop();
  });
});
