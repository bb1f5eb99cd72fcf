import { spawn } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { repository } from "../project.js";
import type { Topic } from "../topic.js";

const worker = fileURLToPath(new URL("worker.ts", import.meta.url));
const outcome = z.object({ seed: z.number(), problem: z.string().optional() });
/** Seeds between two lines that say how far it is. */
const told = 100;

/** Not a matter of speed: rare orders of events take many tries to be found. */
export const convergence: Topic = {
  name: "convergence",
  description:
    "random faults between informers and the embedded server; --seeds 5000 of --steps 10000 from --first 1 on",
  async run({ size, report }) {
    const { seeds, first, steps } = size;
    const start = performance.now();
    const seconds = (): number => Math.round((performance.now() - start) / 1000);
    let done = 0;
    let failed = 0;
    const workers = Math.min(availableParallelism(), seeds);
    // One that fails ends the others too.
    const abort = new AbortController();
    /** A process plays every nth seed, where n is their number. */
    const play = async (offset: number): Promise<void> => {
      const numbers = [first + offset, workers, first + seeds, steps].map(String);
      const child = spawn(process.execPath, ["--import", "tsx", worker, ...numbers], {
        cwd: repository,
        stdio: ["ignore", "pipe", "inherit"],
        signal: abort.signal,
      });
      const ended = once(child, "exit");
      // Heard of below, when what it printed has been read.
      ended.catch(() => undefined);
      for await (const line of createInterface({ input: child.stdout })) {
        const { problem } = outcome.parse(JSON.parse(line));
        done++;
        if (problem !== undefined) {
          failed++;
          report.line(problem);
        }
        if (done % told === 0) report.line(`  ${done} of ${seeds} seeds, ${seconds()} s`);
      }
      const [code] = await ended;
      if (code !== 0) throw new Error(`a process that plays seeds ended with ${code}`);
    };
    try {
      await Promise.all(Array.from({ length: workers }, (_, offset) => play(offset)));
    } finally {
      abort.abort();
    }
    report.line(`  ${seeds} seeds of ${steps} steps, ${failed} went wrong; ${seconds()} s`);
    if (failed > 0) process.exitCode = 1;
  },
};
