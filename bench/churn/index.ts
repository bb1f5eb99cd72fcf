import { fileURLToPath } from "node:url";
import { z } from "zod";
import { measure } from "../measure/process.js";
import { megabytes } from "../measure/report.js";
import { startServer } from "../measure/server.js";
import { median } from "../measure/statistics.js";
import { repository } from "../project.js";
import type { Topic } from "../topic.js";

const pathOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const changesPerSecond = 2_000;

const sample = z.object({
  events: z.number(),
  objects: z.number(),
  usedBytes: z.number(),
  rssBytes: z.number(),
});
type Sample = z.infer<typeof sample>;
const outcome = z.object({ equal: z.boolean(), blockMs: z.number() });

/** Whether memory stays flat while objects come, change and go, and the server breaks the watch now and then. */
export const churn: Topic = {
  name: "churn",
  description: "memory of an informer while everything changes; --minutes 10 for the goal",
  async run({ size, report }) {
    const objects = Math.ceil(size.objects / 2);
    const args = [String(objects), String(changesPerSecond)];
    const server = await startServer({ script: pathOf("server.js"), args });
    try {
      const { stdout } = await measure({
        command: process.execPath,
        args: ["--expose-gc", pathOf("worker.js"), String(server.port), String(size.minutes)],
        cwd: repository,
      });
      const lines: unknown[] = stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line));
      const { equal, blockMs } = outcome.parse(lines.at(-1));
      const samples = lines.slice(0, -1).map((line) => sample.parse(line));
      const third = Math.max(1, Math.floor(samples.length / 3));
      const rows = [
        { when: "first third", part: samples.slice(0, third) },
        { when: "last third", part: samples.slice(-third) },
      ];
      const middle = (part: readonly Sample[], figure: keyof Sample): number =>
        median(part.map((each) => each[figure]));
      report.line(
        `${objects} objects, ${samples.at(-1)?.events ?? 0} changes, ${size.minutes} min, a new beginning every 20 s`,
      );
      report.table([
        ["", "objects", "in use after a collection", "resident"],
        ...rows.map(({ when, part }) => [
          when,
          middle(part, "objects").toFixed(0),
          megabytes(middle(part, "usedBytes")),
          megabytes(middle(part, "rssBytes")),
        ]),
      ]);
      report.line(
        `longest block of the event loop by our code ${blockMs.toFixed(0)} ms; the cache is ${equal ? "" : "NOT "}what the server has`,
      );
      if (!equal) process.exitCode = 1;
    } finally {
      await server.stop();
    }
  },
};
