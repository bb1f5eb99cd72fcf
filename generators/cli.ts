import { basename } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { AnswerMode } from "./commands/answering.js";
import type { Asker, Inquirer } from "./commands/asker.js";
import { formatReport, type MachineFormat, machineFormat } from "./commands/formats.js";
import {
  type Call,
  isProjectCommand,
  type ProjectCommand,
  projectCommands,
  runInProject,
} from "./commands/in-project.js";
import { createPaint } from "./commands/paint.js";
import { problemReport, type Report } from "./commands/report.js";
import type { WatchEnvironment } from "./commands/watch.js";
import {
  type Diagnostic,
  diagnostic,
  formatDiagnostics,
  hasErrors,
  summarize,
} from "./diagnostics/index.js";
import { createNodeFiles, watchFolders } from "./files.js";
import { type CommandName, commands } from "./options/commands.js";
import { type Flags, type ForeignFlags, parseArguments } from "./options/flags.js";
import { endAbove, endWithOuter } from "./processes.js";
import { loadTool } from "./tool.js";

/** plop's own flags: those with a value take the next argument with them. */
const plopFlags: ForeignFlags = {
  "--cwd": true,
  "--plopfile": true,
  "--preload": true,
  "--dest": true,
  "--completion": true,
  "--progress": false,
  "--no-progress": false,
  "--force": false,
  "-f": false,
  "--show-type-names": false,
  "-t": false,
  "--no-respawning": false,
};

/** The program `create-crd-project`. */
export async function createCrdProject(): Promise<void> {
  const args = process.argv.slice(2);
  // A project in a directory of that name is asked for as ./envtest.
  if (args[0] === "envtest") return await envtest(args.slice(1));
  await runCommand({ command: "create", args }, async ({ flags, mode, paint, tool }) => {
    const [{ create }, { runChild }] = await Promise.all([
      import("./commands/create.js"),
      import("./child.js"),
    ]);
    const asker = mode === "ask" ? await ownAsker() : undefined;
    return await create({
      flags,
      mode,
      asker,
      cwd: process.cwd(),
      env: process.env,
      tool,
      run: runChild,
      openFiles: (root) => createNodeFiles({ root }),
      paint,
      say,
    });
  });
}

/** The program `crd-project`. */
export async function crdProject(): Promise<void> {
  const [name, ...args] = process.argv.slice(2);
  if (name === "tags") {
    return await runCommand({ command: "tags", args }, async (call) => {
      const { tagsCommand } = await import("./commands/tags.js");
      return tagsCommand(call);
    });
  }
  if (name === "explain") {
    return await runCommand({ command: "explain", args }, async (call) => {
      const { explainCommand } = await import("./commands/explain.js");
      return explainCommand(call);
    });
  }
  if (name === "envtest") return await envtest(args);
  if (isProjectCommand(name)) {
    return await runCommand({ command: name, args }, (call) =>
      runInProject({
        command: name,
        call,
        asker: ownAsker,
        start: process.cwd(),
        say,
        watch: watchEnvironment(call),
      }),
    );
  }
  await overview(name);
}

/** `envtest` of both programs. */
async function envtest(args: readonly string[]): Promise<void> {
  await runCommand({ command: "envtest", args }, async ({ flags }) => {
    const [{ envtestCommand }, binaries] = await Promise.all([
      import("./commands/envtest.js"),
      import("crd-testing/envtest"),
    ]);
    return await envtestCommand({ flags, env: process.env, binaries, say, progress });
  });
}

/** `crd-project` without a command that it knows. */
async function overview(name: string | undefined): Promise<void> {
  if (name === "--version" || name === "-v") {
    process.stdout.write(`${loadTool().version}\n`);
    return;
  }
  const [{ overviewText }, { overviewCommands, unknownCommand }] = await Promise.all([
    import("./options/help.js"),
    import("./commands/overview.js"),
  ]);
  if (name === undefined || name === "--help" || name === "-h") {
    process.stdout.write(overviewText(overviewCommands));
    process.exitCode = name === undefined ? 2 : 0;
    return;
  }
  const { diagnostics, exitCode } = unknownCommand(name);
  process.stderr.write(formatDiagnostics({ diagnostics, textOf: () => undefined }));
  process.exitCode = exitCode;
}

/** What plop is told of one of our commands. */
export interface PlopGenerator {
  readonly description: string;
  /** A function, so that plop leaves the arguments alone. It does the whole work. */
  readonly prompts: (inquirer: Inquirer) => Promise<object>;
  readonly actions: [];
}

/**
 * The commands of a project as generators of plop. Where plop would ask for one and there is nobody to ask, it would
 * wait for ever: that ends here. A plopfile sets the exit code to 1 before it imports this package,
 * since plop exits with 0 when that fails; here it has not failed, so the code is set back.
 */
export function plopGenerators(input: {
  /** Folder of the plopfile. */
  readonly folder: string;
}): readonly (PlopGenerator & { readonly name: ProjectCommand })[] {
  process.exitCode = 0;
  if (isPlopAsking() && process.stdin.isTTY !== true) {
    const names = projectCommands.join("|");
    const diagnostics = [
      diagnostic("project/missing-answer", { flags: "[generator]" }, { hint: `give: ${names}` }),
    ];
    process.stderr.write(formatDiagnostics({ diagnostics, textOf: () => undefined }));
    process.exit(2);
  }
  return projectCommands.map((name) => ({
    name,
    description: commands[name].summary,
    prompts: async (inquirer) => {
      const { createAsker } = await import("./commands/asker.js");
      await silencePlop();
      const call = { command: name, args: plopArguments(name), foreign: plopFlags };
      await runCommand(call, (made) =>
        runInProject({
          command: name,
          call: made,
          asker: async () => createAsker(inquirer),
          start: isPlaceGiven() ? input.folder : process.cwd(),
          otherwise: input.folder,
          say,
          watch: watchEnvironment(made),
        }),
      );
      // A signal has ended that one, too.
      if (isWatchTaken() && Number(process.exitCode ?? 0) < 128) await endAbove();
      return {};
    },
    actions: [],
  }));
}

/** Whether this process is plop, called without the name of a generator. */
function isPlopAsking(): boolean {
  const [program = "", ...args] = process.argv.slice(1);
  if (!/^plop(\.js)?$/.test(basename(program))) {
    return false;
  }
  return !args.some((argument, index) => {
    const isValue = plopFlags[args[index - 1] ?? ""] === true;
    return !argument.startsWith("-") && !isValue;
  });
}

/** The arguments behind the command's name; plop may also have asked for the name. */
function plopArguments(name: ProjectCommand): readonly string[] {
  const args = [...process.argv.slice(2), ...(isWatchTaken() ? ["--watch"] : [])];
  const at = args.indexOf(name);
  return at === -1 ? args : [...args.slice(0, at), ...args.slice(at + 1)];
}

/**
 * plop hands flags that Node knows to Node, wherever they stand: `plop regenerate -- --watch` becomes
 * `node --watch plop regenerate -- --no-respawning`. Node then runs us below a process of its own, which tells us so.
 */
function isWatchTaken(): boolean {
  return (
    process.argv.includes("--no-respawning") &&
    process.env["WATCH_REPORT_DEPENDENCIES"] !== undefined
  );
}

/** Whether plop was told where to look: then the current directory says nothing. */
function isPlaceGiven(): boolean {
  return process.argv.some((argument) => /^--(cwd|plopfile)(=|$)/.test(argument));
}

/** plop shows a spinner for its actions, of which we have none: an empty line in logs. */
async function silencePlop(): Promise<void> {
  const plop: object = await import("plop");
  if ("progressSpinner" in plop && typeof plop.progressSpinner === "object") {
    Object.assign(plop.progressSpinner ?? {}, { start: () => {}, stop: () => {} });
  }
}

async function ownAsker(): Promise<Asker> {
  const [{ createAsker }, { default: inquirer }] = await Promise.all([
    import("./commands/asker.js"),
    import("inquirer"),
  ]);
  return createAsker(inquirer);
}

/** Reads the arguments, answers --help and --version, runs the command, prints its report and sets the exit code. */
async function runCommand(
  line: {
    readonly command: CommandName;
    readonly args: readonly string[];
    readonly foreign?: ForeignFlags;
  },
  action: (call: Call) => Promise<Report>,
): Promise<void> {
  const { command } = line;
  watchOutput();
  const { flags, diagnostics } = parseArguments(line);
  const format = machineFormat(flags);
  const color = format === undefined && canColor({ flags });
  if (flags.switch("color") === false) {
    // Prompts, git and the package manager know the variable only.
    process.env["NO_COLOR"] = "1";
  }
  try {
    if (flags.switch("help") === true) {
      const { helpText } = await import("./options/help.js");
      process.stdout.write(helpText(command));
      return;
    }
    const tool = loadTool();
    if (flags.switch("version") === true) {
      process.stdout.write(`${tool.version}\n`);
      return;
    }
    const call: Call = {
      flags,
      mode: modeOf({ flags, format }),
      paint: createPaint({ color }),
      tool,
    };
    const early = await lostOrWrong({ command, flags, diagnostics });
    const report = early ?? (await action(call));
    if (format === undefined) print({ command, report, color });
    else
      process.stdout.write(
        formatReport({ version: tool.version, command, report, format, env: process.env }),
      );
    process.exitCode = report.exitCode;
  } catch (error) {
    process.exitCode = 1;
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`create-crd-project failed, and this is not your fault:\n${text}\n`);
  }
}

/** Wrong arguments end a command; when npm took flags away, that explains them all. */
async function lostOrWrong(input: {
  readonly command: CommandName;
  readonly flags: Flags;
  readonly diagnostics: Report["diagnostics"];
}): Promise<Report | undefined> {
  const { command, flags, diagnostics } = input;
  if (!hasErrors(diagnostics)) {
    return undefined;
  }
  const { lostFlags } = await import("./options/npm.js");
  const lost = lostFlags({ command, env: process.env, flags });
  return problemReport({ exitCode: 2, diagnostics: lost.length > 0 ? lost : diagnostics });
}

function modeOf(input: {
  readonly flags: Flags;
  readonly format: MachineFormat | undefined;
}): AnswerMode {
  if (input.flags.switch("yes") === true) {
    return "defaults";
  }
  const isTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true;
  return isTerminal && input.format === undefined ? "ask" : "strict";
}

function canColor(input: { readonly flags: Flags }): boolean {
  const { NO_COLOR: noColor = "", TERM: term } = process.env;
  return (
    input.flags.switch("color") !== false &&
    noColor === "" &&
    term !== "dumb" &&
    process.stdout.isTTY === true
  );
}

/** A line about what goes on; stdout is for results. */
function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** A line on a terminal that the next one takes the place of; an empty one clears it. Elsewhere nothing. */
function progress(line: string): void {
  if (process.stderr.isTTY === true) process.stderr.write(`\r\u001b[K${line}`);
}

/** What `--watch` does on the terminal. */
function watchEnvironment(call: Call): WatchEnvironment {
  const stop = new AbortController();
  if (call.flags.switch("watch") === true) {
    for (const [signal, code] of [
      ["SIGHUP", 129],
      ["SIGINT", 130],
      ["SIGTERM", 143],
    ] as const) {
      process.once(signal, () => stop.abort(code));
    }
    if (isWatchTaken()) void endWithOuter({ end: () => stop.abort(143), stop: stop.signal });
  }
  return {
    makeWatcher: watchFolders,
    stop: stop.signal,
    wait: async (milliseconds) => {
      await sleep(milliseconds, undefined, { signal: stop.signal }).catch(() => undefined);
    },
    time: () => new Date(),
    // All of it, as tsc does: programs that read the output know where a run begins and ends.
    show: (report) => {
      const whole: Report = { exitCode: 0, json: {}, ...report };
      const format = machineFormat(call.flags);
      if (format === undefined) {
        const color = canColor(call);
        const { problems, text } = textOfReport({ command: "regenerate", report, color });
        process.stdout.write(problems + text);
        return;
      }
      const { version } = call.tool;
      const { env } = process;
      process.stdout.write(
        formatReport({ version, command: "regenerate", report: whole, format, env }),
      );
    },
  };
}

function print(input: {
  readonly command: CommandName;
  readonly report: Report;
  readonly color: boolean;
}): void {
  const { problems, text } = textOfReport(input);
  process.stderr.write(problems);
  process.stdout.write(text);
}

function textOfReport(input: {
  readonly command: CommandName;
  readonly report: Pick<Report, "diagnostics" | "explained" | "text" | "textOf">;
  readonly color: boolean;
}): { readonly problems: string; readonly text: string } {
  const { command, report, color } = input;
  const { diagnostics, explained = [], textOf = () => undefined } = report;
  const formatted = formatDiagnostics({ diagnostics, textOf, color });
  const summary = diagnostics.length > 1 ? summarize(diagnostics) : "";
  const total = summary === "" ? "" : `\n${summary}\n`;
  return {
    problems:
      diagnostics.length === 0
        ? ""
        : formatted + total + explainHint({ command, diagnostics, explained }),
    text: report.text.length === 0 ? "" : `${report.text.join("\n")}\n`,
  };
}

/** Where cause and fix of an error in a source stand: its frame has room for the hint only. */
function explainHint(input: {
  readonly command: CommandName;
  readonly diagnostics: Report["diagnostics"];
  readonly explained: readonly Diagnostic["code"][];
}): string {
  const { command, diagnostics, explained } = input;
  const first = diagnostics.find(
    ({ code, severity, span }) => severity === "error" && span && !explained.includes(code),
  );
  // Outside a project there is no crd-project to call.
  if (first === undefined || command === "create") return "";
  const canBeFixed = diagnostics.some(({ replacement }) => replacement !== undefined);
  return [
    `\nCause and fix: npx crd-project explain ${first.code}\n`,
    ...(canBeFixed ? ["What was meant is written by: npx plop regenerate -- --fix\n"] : []),
  ].join("");
}

/** The reader of a pipe may leave early, as in `plop verify | head`; any other failure to print is told. */
function watchOutput(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") {
        process.exitCode = 1;
        if (stream === process.stdout) say(`cannot write the output: ${error.message}`);
      }
    });
  }
}
