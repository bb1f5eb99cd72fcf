import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { randomProblems } from "../../test/random-api/run.js";
import { repository } from "../project.js";
import { freshFolder } from "../scratch.js";
import type { Topic } from "../topic.js";

const most = 2_000;
/** Seeds after which problems are reported. */
const step = 250;

/** Not a matter of speed: what nobody has thought of takes many APIs to be found. */
export const randomApis: Topic = {
  name: "random-api",
  description: `all generators on ${most} random APIs (--seeds, from --first on): what they write compiles, and does what it should`,
  async run({ size, report }) {
    const { first } = size;
    const seeds = Math.min(size.seeds, most);
    const folder = freshFolder("random-api");
    // So that crd-runtime is found from there.
    symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"), "junction");
    const start = performance.now();
    let failed = 0;
    for (let done = 0; done < seeds; done += step) {
      const problems = await randomProblems({
        first: first + done,
        seeds: Math.min(step, seeds - done),
        folder,
      });
      for (const problem of problems) report.line(problem);
      failed += problems.length;
    }
    const seconds = Math.round((performance.now() - start) / 1000);
    report.line(`  ${seeds} APIs, ${failed} problems; ${seconds} s`);
    if (failed > 0) process.exitCode = 1;
  },
};
