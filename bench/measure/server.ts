import { spawn } from "node:child_process";
import { once } from "node:events";
import { repository } from "../project.js";

/** A server of a benchmark in a process of its own. */
export interface BenchServer {
  readonly port: number;
  stop(): Promise<void>;
}

/** Starts a script that prints the port on which it listens. */
export async function startServer(input: {
  readonly script: string;
  readonly args: readonly string[];
}): Promise<BenchServer> {
  const child = spawn(process.execPath, [input.script, ...input.args], {
    cwd: repository,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const port = await Promise.race([
    once(child.stdout, "data").then(([text]) => Number(text)),
    ended.then(() => Number.NaN),
  ]);
  if (!Number.isInteger(port)) throw new Error(`${input.script} has not started`);
  return {
    port,
    stop: async () => {
      child.kill();
      await ended;
    },
  };
}
