import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { errorCode } from "./errors.js";

/**
 * Whether a process stands still after a SIGSTOP, or has ended. On a busy machine its threads go on for a moment: the signal
 * reaches one of them first, when that has its turn.
 */
export function isStopped(pid: number): boolean {
  try {
    return process.platform === "linux" ? threadStates(pid).every(isStop) : isStop(stateOf(pid));
  } catch (error) {
    if (errorCode(error) === "ENOENT" || errorCode(error) === "ESRCH") return true;
    throw error;
  }
}

/** T, and t of a process under a debugger. */
function isStop(state: string): boolean {
  return /^T/i.test(state);
}

/** Of `17 (kube-apiserver) S 1 ...`, whose name may hold parentheses: S. */
function threadStates(pid: number): readonly string[] {
  return readdirSync(`/proc/${pid}/task`).map((thread) => {
    const stat = readFileSync(`/proc/${pid}/task/${thread}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2);
  });
}

function stateOf(pid: number): string {
  return execFileSync("ps", ["-o", "state=", "-p", String(pid)], { encoding: "utf8" });
}
