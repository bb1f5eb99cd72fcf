import type { RunChild } from "../child.js";
import type { Environment } from "../options/npm.js";
import { optionsOf } from "../options/table.js";
import { type PackageManagerCommands, packageManagerCommands } from "../project-gen/index.js";
import type { CreateAnswers } from "./create-answers.js";

/** How one of the steps after writing went; a failure leaves the files as they are. */
export type StepOutcome =
  | { readonly kind: "done" | "skipped" }
  | { readonly kind: "failed"; readonly problem: string };

/** Runs git init, unless the project already lies in a repository. */
export async function initGit(input: {
  readonly root: string;
  readonly env: Environment;
  readonly run: RunChild;
}): Promise<StepOutcome> {
  const { root, env, run } = input;
  const git = (args: readonly string[], cwd: string) =>
    run({ command: "git", args, cwd, env, output: "keep" });
  const inside = await git(["rev-parse", "--is-inside-work-tree"], root);
  if (inside.kind === "exited" && inside.code === 0) {
    return { kind: "skipped" };
  }
  const outcome = await git(["init", "--quiet"], root);
  if (outcome.kind === "failed") {
    return { kind: "failed", problem: `git could not be started (${outcome.reason})` };
  }
  return outcome.code === 0
    ? { kind: "done" }
    : { kind: "failed", problem: `git init failed: ${outcome.output.trim()}` };
}

/** Installs the dependencies with the project's package manager. */
export async function installDependencies(input: {
  readonly root: string;
  readonly answers: CreateAnswers;
  readonly env: Environment;
  readonly run: RunChild;
}): Promise<StepOutcome> {
  const { root, answers, env, run } = input;
  const { install } = packageManagerCommands(answers.packageManager);
  const [command = "", ...args] = install.split(" ");
  const outcome = await run({
    command,
    args,
    cwd: root,
    env: childEnvironment(env),
    output: "show",
  });
  if (outcome.kind === "failed") {
    return { kind: "failed", problem: `${command} could not be started (${outcome.reason})` };
  }
  return outcome.code === 0
    ? { kind: "done" }
    : { kind: "failed", problem: `${install} ended with exit code ${outcome.code}` };
}

/** The environment without what npm noted of the command line that started us: it is not meant for an install. */
function childEnvironment(env: Environment): Environment {
  const ours = optionsOf("create").map(({ name }) => `npm_config_${name.replaceAll("-", "_")}`);
  const notes = new Set([...ours, "npm_config_package", "npm_command", "npm_lifecycle_event"]);
  return Object.fromEntries(Object.entries(env).filter(([name]) => !notes.has(name)));
}

/** What to do next, as commands with a word on each. */
export function nextSteps(input: {
  readonly directory: string;
  readonly commands: PackageManagerCommands;
  readonly installed: boolean;
  /** Whether the program can bring an API server of its own. */
  readonly embedded: boolean;
}): readonly (readonly [command: string, comment: string])[] {
  const { directory, commands, installed, embedded } = input;
  return [
    ...(directory === "." ? [] : [[`cd ${quoted(directory)}`, ""] as const]),
    ...(installed ? [] : [[commands.install, ""] as const]),
    ...(embedded
      ? [[commands.embedded, "list the samples, on a server of the program's own"] as const]
      : []),
    [`${commands.run} install-crds`, "bring the CRDs to a cluster: any kubeconfig will do"],
    [commands.start, "list the objects"],
  ];
}

/** For a shell: quoted where there are other characters than those of plain paths. */
function quoted(path: string): string {
  return /^[\w./~@+-]+$/.test(path) ? path : `"${path}"`;
}
