import { fileURLToPath } from "node:url";
import { groups } from "../api/blueprint.js";
import { compile } from "../compile.js";
import { measure } from "../measure/process.js";
import { megabytes } from "../measure/report.js";
import { median } from "../measure/statistics.js";
import { makeProject } from "../project.js";
import type { Topic } from "../topic.js";

const worker = fileURLToPath(new URL("worker.js", import.meta.url));

/** Importing the clientset and the informer factory, with all that they import. */
export const loading: Topic = {
  name: "loading",
  description: "importing all clients, listers and informers",
  async run({ size, report }) {
    const { kinds, rounds } = size;
    const api = groups({ groups: Math.ceil(kinds / 10), kinds: Math.min(kinds, 10) });
    const project = makeProject({ name: "loading", groups: api });
    await measure(project.regenerate);
    compile(project.folder);
    const entries = ["client/clientset/clientset.js", "client/informers/factory.js"];
    const run = async (paths: readonly string[]): Promise<{ ms: number; peakBytes: number }> => {
      const { stdout, peakBytes = 0 } = await measure({
        command: process.execPath,
        args: [worker, ...paths],
        cwd: project.folder,
      });
      return { ms: Number(stdout), peakBytes };
    };
    const all: Awaited<ReturnType<typeof run>>[] = [];
    const runtime: Awaited<ReturnType<typeof run>>[] = [];
    // The first run warms the page cache and does not count.
    for (let round = 0; round <= rounds * 3; round++) {
      runtime.push(await run(["../node_modules/crd-runtime/dist/index.js"]));
      all.push(await run(entries));
    }
    const timeOf = (runs: typeof all): string =>
      `${median(runs.slice(1).map(({ ms }) => ms)).toFixed(0)} ms`;
    const peakOf = (runs: typeof all): string =>
      megabytes(Math.max(...runs.slice(1).map(({ peakBytes }) => peakBytes)));
    report.line(`${kinds} kinds`);
    report.table([
      ["", "import()", "peak RSS"],
      ["clientset and informer factory", timeOf(all), peakOf(all)],
      ["of which crd-runtime", timeOf(runtime), peakOf(runtime)],
    ]);
  },
};
