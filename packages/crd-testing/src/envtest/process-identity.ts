import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";
import { z } from "zod";

/** A process that can be told from a later one with the same number. */
export const processIdentity = z.object({
  pid: z.number().int().positive(),
  /** When it started, in the operating system's own words; compared, never read. */
  started: z.string(),
});
export type ProcessIdentity = z.infer<typeof processIdentity>;

/** Names a process, also one that has ended and that its parent has not noticed yet. @throws RangeError when there is none */
export function identify(pid: number): ProcessIdentity {
  const found = look(pid);
  if (found === undefined) throw new RangeError(`there is no process ${pid}`);
  return { pid, started: found.started };
}

/** Whether the process still runs. A zombie, and another process with its number, do not count. */
export function isAlive(identity: ProcessIdentity): boolean {
  const found = look(identity.pid);
  return found?.started === identity.started && !found.zombie;
}

/** Sends SIGKILL to this very process; nothing when it is gone. */
export function killNow(identity: ProcessIdentity): void {
  if (!isAlive(identity)) return;
  try {
    process.kill(identity.pid, "SIGKILL");
  } catch {
    // It ended between the look and the signal, or belongs to another user: nothing of ours is left to stop.
  }
}

/** Names the boot and the process namespace in which process numbers mean something. */
export function processSpace(): string {
  if (process.platform !== "linux") return "machine";
  const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  return `${boot} ${readlinkSync("/proc/self/ns/pid")}`;
}

interface Look {
  readonly started: string;
  readonly zombie: boolean;
}

function look(pid: number): Look | undefined {
  try {
    return process.platform === "linux" ? lookOnLinux(pid) : lookByPs(pid);
  } catch {
    return undefined;
  }
}

function lookOnLinux(pid: number): Look {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The second field is the command in brackets and may hold anything; the third is the state, the 22nd the start.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return { started: fields[19] ?? "", zombie: fields[0] === "Z" };
}

function lookByPs(pid: number): Look {
  const text = execFileSync("ps", ["-o", "stat=,lstart=", "-p", String(pid)], { encoding: "utf8" });
  const [state = "", ...started] = text.trim().split(/\s+/);
  return { started: started.join(" "), zombie: state.startsWith("Z") };
}
