import { TestEnvironment } from "crd-testing";
import { findAssets } from "../../packages/crd-testing/src/envtest/assets.js";
import { ratio, seconds } from "../measure/report.js";
import { median } from "../measure/statistics.js";
import type { Topic } from "../topic.js";
import { startByHand } from "./by-hand.js";

const crds = [new URL("../../sample-project/config/crd", import.meta.url)];

interface Start {
  readonly name: string;
  run(): Promise<number>;
}

async function startOurs(input: { readonly crds: readonly URL[] }): Promise<number> {
  const begun = performance.now();
  const env = await TestEnvironment.start(input);
  const ms = performance.now() - begun;
  await env.stop();
  return ms;
}

/** How long until tests can begin, against the time that kube-apiserver itself takes. The goal is 1.3 times as long. */
export const envtest: Topic = {
  name: "envtest",
  description: "start of a TestEnvironment against the start of the same kube-apiserver by hand",
  async run({ size, report }) {
    const assets = await findAssets({ env: process.env, log: (line) => report.line(line) });
    const starts: readonly Start[] = [
      { name: "by hand, until /readyz", run: () => startByHand(assets) },
      { name: "TestEnvironment", run: () => startOurs({ crds: [] }) },
      { name: "TestEnvironment with two CRDs", run: () => startOurs({ crds }) },
    ];
    const times = new Map(starts.map(({ name }) => [name, [] as number[]]));
    // Once before, so that both programs are in the system's cache.
    await startByHand(assets);
    for (let round = 0; round < size.rounds; round++) {
      for (const { name, run } of starts) times.get(name)?.push(await run());
    }
    const middle = (name: string): number => median(times.get(name) ?? []);
    const theirs = middle(starts[0]?.name ?? "");
    report.table([
      ["", "median", "by hand / ours"],
      ...starts.map(({ name }) => {
        const ours = middle(name);
        return [name, seconds(ours), ratio({ ours, theirs })];
      }),
    ]);
  },
};
