import { spawn } from "node:child_process";

/** How a program ended. */
export type ChildOutcome =
  | { readonly kind: "exited"; readonly code: number; readonly output: string }
  /** It could not be started, or a signal ended it. */
  | { readonly kind: "failed"; readonly reason: string };

export type RunChild = (program: {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** show: what it prints goes to our stderr. keep: it is given back. */
  readonly output: "show" | "keep";
}) => Promise<ChildOutcome>;

/** Runs a program to its end. It gets no input: nothing waits for an answer that nobody can give. */
export const runChild: RunChild = ({ command, args, cwd, env, output }) =>
  new Promise((resolve) => {
    const child = spawn(command, [...args], {
      cwd,
      env,
      stdio: ["ignore", output === "show" ? 2 : "pipe", output === "show" ? 2 : "pipe"],
      // On Windows package managers are .cmd files, which only a shell runs.
      shell: process.platform === "win32",
    });
    const chunks: Buffer[] = [];
    child.stdout?.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("error", (error) => resolve({ kind: "failed", reason: error.message }));
    child.on("close", (code, signal) =>
      resolve(
        code === null
          ? { kind: "failed", reason: `${command} was ended by ${signal}` }
          : { kind: "exited", code, output: Buffer.concat(chunks).toString() },
      ),
    );
  });
