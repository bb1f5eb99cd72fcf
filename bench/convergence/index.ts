import { holds } from "../../packages/crd-testing/test/convergence/hold.js";
import type { Topic } from "../topic.js";

/** Steps of most seeds, and of each fiftieth. */
const short = 300;
const long = 10_000;

/** Not a matter of speed: rare orders of events take many tries to be found. */
export const convergence: Topic = {
  name: "convergence",
  description: "random faults between informers and the embedded server, 5,000 seeds",
  async run({ size, report }) {
    const smoke = size.rounds === 1;
    const seeds = smoke ? 20 : 5_000;
    const start = performance.now();
    let steps = 0;
    let failed = 0;
    for (let seed = 1; seed <= seeds; seed++) {
      const length = seed % 50 === 0 && !smoke ? long : short;
      steps += length;
      await holds({ seed, length }).catch((error: unknown) => {
        failed++;
        report.line(error instanceof Error ? error.message : String(error));
      });
    }
    const seconds = Math.round((performance.now() - start) / 1000);
    report.line(`  ${seeds} seeds, ${steps} steps, ${failed} went wrong; ${seconds} s`);
    if (failed > 0) process.exitCode = 1;
  },
};
