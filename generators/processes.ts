import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";

const lookMs = 1000;

/**
 * Calls back, and ends the process above this one, when the one above that has ended, or when that above this one has: Ctrl-C reaches
 * a whole group, but a signal to the first of three processes ends that one alone. Keeps nothing running.
 */
export async function endWithOuter(input: {
  readonly end: () => void;
  /** Aborted when this process ends anyhow. */
  readonly stop: AbortSignal;
}): Promise<void> {
  const { end, stop } = input;
  const above = process.ppid;
  process.once("disconnect", end);
  process.channel?.unref();
  const outer = await parentOf(above);
  if (stop.aborted) return;
  const timer = setInterval(() => {
    const isOrphan = process.ppid !== above;
    if (!isOrphan && (outer === undefined || isAlive(outer))) return;
    clearInterval(timer);
    end();
    if (!isOrphan) process.kill(above, "SIGTERM");
  }, lookMs).unref();
  stop.addEventListener("abort", () => clearInterval(timer));
}

/** The parent of a process; undefined where neither /proc nor ps tells. */
async function parentOf(pid: number): Promise<number | undefined> {
  return parentInProc(pid) ?? (await parentOfPs(pid));
}

function parentInProc(pid: number): number | undefined {
  try {
    // The name before it may have anything in it, also parentheses.
    const [, , parent] = /^.*\) (\S) (\d+) /s.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
    return parent === undefined ? undefined : Number(parent);
  } catch {
    return undefined;
  }
}

async function parentOfPs(pid: number): Promise<number | undefined> {
  try {
    const { stdout } = await promisify(execFile)("ps", ["-o", "ppid=", "-p", String(pid)]);
    return /^\s*\d+\s*$/.test(stdout) ? Number(stdout) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether there is a process of this id. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // The process of another user is alive, too.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
