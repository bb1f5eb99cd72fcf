import { fileURLToPath } from "node:url";
import { z } from "zod";
import { measure } from "../measure/process.js";
import { startServer } from "../measure/server.js";
import { repository } from "../project.js";
import type { Topic } from "../topic.js";

const worker = fileURLToPath(new URL("worker.js", import.meta.url));
const informers = 100;
const secondsOfMinute = 20;

async function run<T>(input: {
  readonly schema: z.ZodType<T>;
  readonly args: readonly string[];
}): Promise<T> {
  const args = [worker, ...input.args];
  const { stdout } = await measure({ command: process.execPath, args, cwd: repository });
  return input.schema.parse(JSON.parse(stdout));
}

const listing = z.object({ micros: z.number(), found: z.number() });
const idling = z.object({ share: z.number(), watches: z.number() });

/** What a cache costs that is read, and what informers cost while nothing happens. */
export const cache: Topic = {
  name: "cache",
  description: "list by index, and 100 informers that have nothing to do",
  async run({ size, report }) {
    const { objects, minutes } = size;
    const { micros, found } = await run({ schema: listing, args: ["byIndex", String(objects)] });
    report.line(`${found} of ${objects} objects by an index: ${micros.toFixed(1)} µs`);
    const script = fileURLToPath(new URL("server.js", import.meta.url));
    const server = await startServer({ script, args: [] });
    try {
      const seconds = String(secondsOfMinute * minutes);
      const args = ["idle", String(server.port), String(informers), seconds];
      const { share, watches } = await run({ schema: idling, args });
      report.line(
        `${informers} idle informers: ${watches} watches, ${(100 * share).toFixed(2)} % of a processor`,
      );
    } finally {
      await server.stop();
    }
  },
};
