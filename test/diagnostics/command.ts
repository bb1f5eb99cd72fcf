import { BinariesError, type BinariesProblem, ControlPlaneUnavailable } from "crd-testing/envtest";
import { z } from "zod";
import type { RunChild } from "../../generators/child.js";
import { apigroupCommand } from "../../generators/commands/apigroup.js";
import { create } from "../../generators/commands/create.js";
import { diffCommand } from "../../generators/commands/diff/index.js";
import { type Binaries, envtestCommand } from "../../generators/commands/envtest.js";
import { explainCommand } from "../../generators/commands/explain.js";
import { importCommand } from "../../generators/commands/import/index.js";
import type { SourceWorld } from "../../generators/commands/import/sources.js";
import { unknownCommand } from "../../generators/commands/overview.js";
import { createPaint } from "../../generators/commands/paint.js";
import { regenerateCommand } from "../../generators/commands/regenerate.js";
import { problemReport, type Report } from "../../generators/commands/report.js";
import { verifyCommand } from "../../generators/commands/verify.js";
import { formatDiagnostics, hasErrors } from "../../generators/diagnostics/index.js";
import { createMemoryFiles, type Files } from "../../generators/files.js";
import { type Flags, parseArguments } from "../../generators/options/flags.js";
import { makePlan } from "../../generators/plan/plan.js";
import type { LockEnvironment } from "../../generators/plan/regenerate.js";
import { loadTool } from "../../generators/tool.js";

/**
 * `input/command.json` of a case: the command that runs in the project, with what the file system refuses.
 * A project without one is regenerated.
 */
const commandSchema = z.strictObject({
  command: z
    .enum([
      "create",
      "apigroup",
      "diff",
      "import",
      "regenerate",
      "verify",
      "explain",
      "envtest",
      "plan",
      "unknown",
    ])
    .default("regenerate"),
  args: z.array(z.string()).default([]),
  env: z.record(z.string(), z.string()).default({}),
  /** Every matching call of the Files port fails so. */
  fault: z
    .strictObject({
      operation: z.enum(["read", "list", "stage", "commit", "create", "mkdir", "remove", "rmdir"]),
      path: z.string(),
      reason: z.enum([
        "access",
        "readOnly",
        "full",
        "isFolder",
        "notFolder",
        "outside",
        "dangling",
        "encoding",
        "other",
      ]),
    })
    .optional(),
  /** What keeps `envtest` from its work: a build with Go that says this, or a problem of crd-testing. */
  envtest: z
    .union([
      z.string(),
      z.strictObject({ reason: z.string(), values: z.record(z.string(), z.string()) }),
    ])
    .optional(),
  /** Whether git knows the commit that is asked for; it has no files. */
  commit: z.boolean().default(false),
  /** What command `plan` compares with the project. */
  generated: z
    .array(
      z.strictObject({
        path: z.string(),
        content: z.string(),
        owner: z.enum(["tool", "user"]),
        generator: z.string(),
        replaces: z.string().optional(),
      }),
    )
    .default([]),
  /** Regenerated before, so that what is reported comes from the files given here. */
  after: z.record(z.string(), z.string().nullable()).optional(),
});

type CommandCase = z.infer<typeof commandSchema>;

const tool = loadTool();
const paint = createPaint({ color: false });
const lock: LockEnvironment = {
  pid: 2,
  host: "here",
  token: "case",
  isAlive: () => true,
  now: () => 1_000_000,
  sleep: async () => {},
  waitMs: 0,
};

/** Runs a command on a project in memory and gives what it prints of problems. */
export async function runCommandCase(project: ReadonlyMap<string, string>): Promise<string> {
  const { "command.json": text = "{}", ...rest } = Object.fromEntries(project);
  const setup = commandSchema.parse(JSON.parse(text));
  const contents = await prepare({ contents: new Map(Object.entries(rest)), setup });
  const files = createMemoryFiles({
    contents,
    now: () => 1_000_000,
    fault: ({ operation, path }) =>
      operation === setup.fault?.operation && path === setup.fault.path
        ? setup.fault.reason
        : undefined,
  });
  const report = await runCase({ setup, files });
  const { diagnostics, textOf = () => undefined } = report;
  const stale = setup.command === "verify" ? report.text.map((line) => `${line}\n`).join("") : "";
  return formatDiagnostics({ diagnostics, textOf }) + stale;
}

/** The project as a run left it, with the files of `after` changed (null: removed). */
async function prepare(input: {
  readonly contents: ReadonlyMap<string, string>;
  readonly setup: CommandCase;
}): Promise<ReadonlyMap<string, string>> {
  const { contents, setup } = input;
  if (setup.after === undefined) {
    return contents;
  }
  const files = createMemoryFiles({ contents });
  const { flags } = parseArguments({ command: "regenerate", args: [] });
  await regenerateCommand({ flags, files, env: {}, tool, lock, paint, say: () => {} });
  const changed = new Map(files.contents);
  for (const [path, text] of Object.entries(setup.after)) {
    if (text === null) changed.delete(path);
    else changed.set(path, text);
  }
  return changed;
}

async function runCase(input: {
  readonly setup: CommandCase;
  readonly files: Files;
}): Promise<Report> {
  const { setup, files } = input;
  const { command, args, env } = setup;
  if (command === "unknown") return unknownCommand(args.join(" "));
  if (command === "plan") return planReport(input);
  const { flags, diagnostics } = parseArguments({ command, args });
  if (hasErrors(diagnostics)) return problemReport({ exitCode: 2, diagnostics });
  const mode = flags.switch("yes") === true ? "defaults" : "strict";
  const request = { flags, files, env, tool, lock, paint, say: () => {} };
  switch (command) {
    case "create":
      return await create({ ...request, ...outside(flags), mode, openFiles: () => files });
    case "apigroup":
      return await apigroupCommand({ ...request, mode, asker: undefined });
    case "diff":
      return await diffCommand({ ...request, world: worldOf(files), run: gitOf(setup) });
    case "import":
      return await importCommand({
        ...request,
        mode,
        asker: undefined,
        world: worldOf(files),
      });
    case "regenerate":
      return await regenerateCommand(request);
    case "verify":
      return await verifyCommand(request);
    case "explain":
      return explainCommand(request);
    case "envtest":
      return await envtestCommand({ ...request, binaries: failing(setup), progress: () => {} });
  }
}

/** Binaries that cannot be had: no case waits for a network. */
function failing({ envtest }: CommandCase): Binaries {
  const fail = async (): Promise<never> => {
    if (typeof envtest === "string") throw new ControlPlaneUnavailable(envtest);
    throw new BinariesError(binariesProblem(envtest));
  };
  return {
    useBinaries: fail,
    listBinaries: fail,
    findBinaries: fail,
    BinariesError,
    ControlPlaneUnavailable,
  };
}

/** The cases are ours: a wrong reason shows in the golden. */
function binariesProblem(problem: CommandCase["envtest"]): BinariesProblem {
  return problem as BinariesProblem;
}

/** What no command can bring about, since generators agree on their paths, and nobody edits while a case runs. */
function planReport(input: { readonly setup: CommandCase; readonly files: Files }): Report {
  const generated = input.setup.generated.map(({ replaces, ...file }) => ({
    ...file,
    ...(replaces === undefined ? {} : { replaces }),
  }));
  const { diagnostics } = makePlan({ files: input.files, generated, folders: [] });
  return problemReport({ exitCode: 1, diagnostics });
}

/** A repository without commits, or with one that has no files. */
function gitOf({ commit }: CommandCase): RunChild {
  return async ({ args }) => {
    const code = commit && (args[0] === "rev-parse" || args[0] === "ls-tree") ? 0 : 1;
    return { kind: "exited", code, output: args[0] === "rev-parse" ? "c0ffee\n" : "" };
  };
}

/** Sources of an import: the files of the case, and nothing beyond them. */
function worldOf(files: Files): SourceWorld {
  const unreachable = async () => ({ reason: "there is no network here" });
  return {
    cwd: "/",
    openFiles: (root) => below({ files, folder: root.replace(/^\//, "") }),
    fetchText: unreachable,
    readCluster: unreachable,
  };
}

/** The files below a folder, from which paths count then. */
function below(input: { readonly files: Files; readonly folder: string }): Files {
  const { files, folder } = input;
  const at = (path: string): string => [folder, path].filter((part) => part !== "").join("/");
  return {
    ...files,
    root: `/${folder}`,
    read: (path) => files.read(at(path)),
    list: (path) => files.list(at(path)),
    kind: (path) => files.kind(at(path)),
  };
}

/** What a new project needs of the world; no case comes as far as running a program. */
function outside(flags: Flags) {
  return {
    flags,
    asker: undefined,
    cwd: "/home",
    run: async () => ({ kind: "failed", reason: "there are no programs here" }) as const,
  };
}
