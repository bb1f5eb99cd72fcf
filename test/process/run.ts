import { spawn } from "node:child_process";

/** A program to run, and where. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** Its whole environment; ours unless given. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** A pipe into which nobody writes and that nobody closes, in place of an empty input. */
  readonly openInput?: true;
  /** Ends it by SIGTERM; the promise rejects with the reason. */
  readonly signal?: AbortSignal;
}

export interface Finished {
  /** The exit code; null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program that must not fail did. The message shows the command and everything that it printed. */
export class CommandFailed extends Error {
  override readonly name = "CommandFailed";
}

/** Runs a program without a terminal to its end; its standard input is empty unless said otherwise. @throws Error when it cannot be started */
export function run(command: Command): Promise<Finished> {
  const { program, args, cwd, env, openInput, signal } = command;
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...args], {
      cwd,
      env: { ...(env ?? process.env) },
      stdio: ["pipe", "pipe", "pipe"],
      ...(signal && { signal }),
    });
    if (!openInput) child.stdin.end();
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, stdout, stderr }));
  });
}

/** Runs a program that must end with exit code 0. @throws CommandFailed when it does not */
export async function runOk(command: Command): Promise<Finished> {
  const finished = await run(command);
  if (finished.code === 0) return finished;
  const line = [command.program, ...command.args].join(" ");
  throw new CommandFailed(
    `'${line}' in ${command.cwd} ended with exit code ${finished.code}\n${finished.stdout}${finished.stderr}`,
  );
}
