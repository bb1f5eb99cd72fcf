import { existsSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { measure } from "../measure/process.js";
import { megabytes } from "../measure/report.js";
import { median } from "../measure/statistics.js";
import { repository } from "../project.js";
import { freshFolder } from "../scratch.js";
import type { Topic } from "../topic.js";

const corpus = fileURLToPath(new URL("../../../shared/corpus/", import.meta.url));

/** Real definitions, the largest first. */
function definitions(): readonly string[] {
  return readdirSync(corpus, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".yaml"))
    .map((path) => join(corpus, path))
    .sort((a, b) => statSync(b).size - statSync(a).size);
}

/** `plop import` of the collection of real definitions beside the project: all of it, and its largest file. */
export const importing: Topic = {
  name: "import",
  description: "plop import of real definitions, from the start of the process to its end",
  async run({ size, report }) {
    if (!existsSync(corpus)) {
      report.line("there is no collection of real definitions beside the project");
      return;
    }
    const files = definitions();
    const rows: (readonly [string, string, string])[] = [];
    for (const [what, sources] of [
      [`${files.length} definitions`, files],
      ["the largest", files.slice(0, 1)],
    ] as const) {
      const walls: number[] = [];
      const peaks: number[] = [];
      // The first run warms the page cache and does not count.
      for (let round = 0; round <= size.rounds; round++) {
        const cwd = freshFolder("import");
        writeFileSync(join(cwd, "crd-project.json"), '{ "version": "0.1.0" }');
        const args = [join(repository, "bin/crd-project.js"), "import", ...sources];
        const { wallMs, peakBytes = 0 } = await measure({ command: process.execPath, args, cwd });
        walls.push(wallMs);
        peaks.push(peakBytes);
      }
      rows.push([what, `${median(walls.slice(1)).toFixed(0)} ms`, megabytes(Math.max(...peaks))]);
    }
    report.table([["", "wall", "peak RSS"], ...rows]);
  },
};
