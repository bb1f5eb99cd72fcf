import { fuzz } from "../../test/contract/fuzz/fuzz.js";
import type { Topic } from "../topic.js";

/** Not a matter of speed: what has not been thought of takes time to be found. */
export const fuzzing: Topic = {
  name: "fuzz",
  description: "mutated requests to the embedded server for a minute, each run with others",
  async run({ size, report }) {
    const seconds = size.rounds === 1 ? 5 : 60;
    const end = performance.now() + seconds * 1000;
    const seed = Date.now() % 2 ** 31;
    const { findings, sent } = await fuzz({ seed, goOn: () => performance.now() < end });
    report.line(
      `  ${sent} requests in ${seconds} s from seed ${seed}, ${findings.length} answered wrongly`,
    );
    for (const { seed: own, problem, request } of findings.slice(0, 20))
      report.line(`  seed ${own}: ${problem}\n${request}\n`);
    if (findings.length > 0) process.exitCode = 1;
  },
};
