import { spawn } from "node:child_process";

/** A program that runs for a while, with what it prints. */
export interface Program {
  /** Waits until it has printed a text. @throws Error with what it printed, when it ends before */
  printed(text: string): Promise<void>;
  /** Ctrl-C; gives what it printed and its exit code. */
  interrupt(): Promise<{ readonly code: number | null; readonly output: string }>;
  /** SIGKILL, for cleaning up. */
  kill(): void;
}

/** Starts a program whose standard output and error are read as one text. */
export function startProgram(input: {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}): Program {
  const { program, args, cwd, env } = input;
  const child = spawn(program, [...args], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  const watchers = new Set<() => void>();
  let output = "";
  let ended = false;
  const changed = (): void => {
    for (const watcher of watchers) watcher();
  };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      changed();
    });
  }
  const closed = new Promise<number | null>((resolve) => {
    child.once("close", (code) => {
      ended = true;
      changed();
      resolve(code);
    });
  });
  return {
    printed: (text) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (!output.includes(text) && !ended) return;
          watchers.delete(look);
          if (output.includes(text)) resolve();
          else reject(new Error(`${program} ended without '${text}':\n${output}`));
        };
        watchers.add(look);
        look();
      }),
    async interrupt() {
      child.kill("SIGINT");
      return { code: await closed, output };
    },
    kill: () => void child.kill("SIGKILL"),
  };
}
