import { type ChildProcess, spawn } from "node:child_process";
import { env as processEnv } from "node:process";
import type { Clock } from "../../../clock/index.js";
import { onAbort } from "../../../clock/on-abort.js";
import { errorCode } from "../../connection-error.js";
import { CredentialError } from "../../errors.js";
import type { CheckedExecConfig } from "./checked-config.js";

/** Milliseconds that a plugin may take: somebody may have to log in meanwhile. */
export const pluginMs = 5 * 60_000;
/** Bytes that a plugin may print; an ExecCredential has some thousands. */
const maxOutput = 1 << 20;

/** One run of a plugin. */
export interface PluginRun {
  readonly exec: CheckedExecConfig;
  /** For `KUBERNETES_EXEC_INFO`. */
  readonly info: string;
  /** The plugin gets this process's standard input. */
  readonly interactive: boolean;
  /** Kills the plugin. */
  readonly signal: AbortSignal;
  readonly clock: Clock;
}

/**
 * Runs a plugin and gives what it printed. Errors hold neither that nor its arguments, which may be secret.
 *
 * @throws CredentialError when it cannot be started, fails, takes too long or prints too much
 * @throws the signal's reason
 */
export async function runPlugin(input: PluginRun): Promise<string> {
  const { exec, signal, clock } = input;
  signal.throwIfAborted();
  return await new Promise<string>((resolve, reject) => {
    const child = start(input);
    const parts: Buffer[] = [];
    let length = 0;
    const release = (): void => {
      timer.cancel();
      releaseSignal();
    };
    const stop = (reason: unknown): void => {
      release();
      reject(reason);
      child.kill("SIGKILL");
      // A program that the plugin has started may live on and hold these.
      child.stdout?.destroy();
      child.unref();
    };
    const refuse = (problem: string): void => stop(failure({ exec, problem }));
    const timer = clock.setTimer(pluginMs, () =>
      refuse(`it did not finish within ${pluginMs / 1_000} s`),
    );
    const releaseSignal = onAbort({ signal, callback: () => stop(signal.reason) });
    // Absent when this process has no file descriptors left; an error follows.
    child.stdout?.on("data", (part: Buffer) => {
      parts.push(part);
      length += part.byteLength;
      if (length > maxOutput) refuse(`it printed more than ${maxOutput} bytes`);
    });
    child.on("error", (error) => {
      release();
      reject(startFailure({ exec, error }));
    });
    child.on("close", (code, killedBy) => {
      release();
      if (code === 0) resolve(Buffer.concat(parts).toString());
      else reject(failure({ exec, problem: exitOf({ code, killedBy }) }));
    });
  });
}

function start(input: PluginRun): ChildProcess {
  const { exec, info, interactive } = input;
  const own = Object.fromEntries(exec.env.map(({ name, value }) => [name, value]));
  try {
    return spawn(exec.command, exec.args, {
      env: { ...processEnv, ...own, KUBERNETES_EXEC_INFO: info },
      stdio: [interactive ? "inherit" : "ignore", "pipe", "inherit"],
      windowsHide: true,
    });
  } catch (error) {
    throw startFailure({ exec, error });
  }
}

function failure(input: {
  readonly exec: CheckedExecConfig;
  readonly problem: string;
}): CredentialError {
  return new CredentialError(`exec plugin ${input.exec.command}: ${input.problem}`);
}

/** Without the error itself, which holds the arguments. */
function startFailure(input: {
  readonly exec: CheckedExecConfig;
  readonly error: unknown;
}): CredentialError {
  const { exec, error } = input;
  const code = errorCode(error);
  if (code !== "ENOENT") {
    return failure({ exec, problem: `it cannot be started (${code}): is it executable?` });
  }
  const hint = exec.installHint || "install it, or correct the command in the configuration";
  return failure({ exec, problem: `there is no such program: ${hint}` });
}

function exitOf(input: {
  readonly code: number | null;
  readonly killedBy: NodeJS.Signals | null;
}): string {
  const { code, killedBy } = input;
  const how = code === null ? `was killed (${killedBy})` : `failed with exit code ${code}`;
  return `it ${how}; its own words are in the standard error of this process`;
}
