import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";

export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Usage {
  readonly wallMs: number;
  /** Largest resident set that one of the processes reached; undefined where there is no /proc. */
  readonly peakBytes: number | undefined;
  readonly stdout: string;
}

/** Highest resident set of a process so far, and of those that it started. */
function peakOf(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const own = Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").trim().split(/\s+/),
    );
    return Math.max(own, ...children.filter(Boolean).map((child) => peakOf(Number(child))));
  } catch {
    // The process, or one of its threads, has just ended.
    return 0;
  }
}

const sampleMs = 10;

/**
 * Runs a command to its end and measures it.
 *
 * @throws when it fails, with what it printed
 */
export async function measure({ command, args, cwd, env }: Command): Promise<Usage> {
  const start = performance.now();
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on("data", (data: Buffer) => output.push(data));
  child.stderr.on("data", (data: Buffer) => errors.push(data));
  let peakBytes = 0;
  const sampler = setInterval(() => {
    if (child.pid !== undefined) peakBytes = Math.max(peakBytes, peakOf(child.pid));
  }, sampleMs);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", resolve);
    });
    const wallMs = performance.now() - start;
    const stdout = Buffer.concat(output).toString("utf8");
    if (code !== 0) {
      const said = `${stdout}${Buffer.concat(errors).toString("utf8")}`.slice(-4000);
      throw new Error(`${command} ${args.join(" ").slice(0, 200)} ended with ${code}:\n${said}`);
    }
    return { wallMs, peakBytes: peakBytes === 0 ? undefined : peakBytes, stdout };
  } finally {
    clearInterval(sampler);
  }
}

/** Runs commands one after another: their times add up, the largest peak counts. */
export async function measureAll(commands: readonly Command[]): Promise<Usage> {
  let wallMs = 0;
  let peakBytes: number | undefined;
  for (const command of commands) {
    const usage = await measure(command);
    wallMs += usage.wallMs;
    if (usage.peakBytes !== undefined) peakBytes = Math.max(peakBytes ?? 0, usage.peakBytes);
  }
  return { wallMs, peakBytes, stdout: "" };
}
