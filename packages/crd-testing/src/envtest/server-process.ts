import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Environment } from "./environment.js";
import { identify, killNow, type ProcessIdentity } from "./process-identity.js";

const shownLines = 15;

/** A server that was started: its own session, so that a Ctrl-C in the terminal leaves the order of stopping to us. */
export interface ServerProcess {
  readonly name: string;
  readonly identity: ProcessIdentity;
  /** Settles when it has ended, with how: `exit code 1`, `SIGKILL`. Never rejects. */
  readonly ended: Promise<string>;
  readonly hasEnded: boolean;
  /** Its last log lines. */
  lastLines(): string;
  /** SIGTERM, and SIGKILL when it does not end in time. */
  stop(timeoutMs: number): Promise<void>;
  /** Nothing when it has ended. */
  signal(signal: "SIGSTOP" | "SIGCONT" | "SIGKILL"): void;
  /** SIGKILL, without waiting. */
  kill(): void;
}

/** Starts a program whose output goes to a file, or to ours. @throws Error when it cannot be started */
export async function startProcess(input: {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Environment;
  readonly logFile: string;
  readonly attachOutput: boolean;
}): Promise<ServerProcess> {
  const output = input.attachOutput ? "inherit" : openSync(input.logFile, "w", 0o600);
  const child = spawn(input.program, [...input.args], {
    detached: true,
    env: { ...input.env },
    stdio: ["ignore", output, output],
  });
  if (typeof output === "number") closeSync(output);
  const { pid } = child;
  if (pid === undefined) {
    const [cause] = await once(child, "error");
    throw new Error(`cannot start ${input.program}`, { cause });
  }
  // At once: a process that ends early can be named only until its end has been noticed.
  const identity = identify(pid);
  let hasEnded = false;
  const ended = new Promise<string>((resolve) => {
    child.once("exit", (code, signal) => {
      hasEnded = true;
      resolve(signal ?? `exit code ${code}`);
    });
  });
  return {
    name: basename(input.program),
    identity,
    ended,
    get hasEnded() {
      return hasEnded;
    },
    signal: (signal) => void child.kill(signal),
    lastLines: () => tail(input.logFile),
    kill: () => killNow(identity),
    async stop(timeoutMs) {
      child.kill("SIGTERM");
      const timeout = new AbortController();
      const late = delay(timeoutMs, undefined, { signal: timeout.signal }).then(
        () => child.kill("SIGKILL"),
        () => undefined,
      );
      await Promise.race([ended, late]);
      timeout.abort();
      await ended;
    },
  };
}

function tail(file: string): string {
  try {
    return readFileSync(file, "utf8").trimEnd().split("\n").slice(-shownLines).join("\n");
  } catch {
    return "(no log)";
  }
}
