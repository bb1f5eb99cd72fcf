import { relative, resolve } from "node:path";
import type { RunChild } from "../child.js";
import { hasErrors } from "../diagnostics/index.js";
import { FilesError } from "../files.js";
import type { Flags } from "../options/flags.js";
import { type Environment, lostFlags } from "../options/npm.js";
import { applyPlan } from "../plan/apply.js";
import { makePlan, type Plan } from "../plan/plan.js";
import { sweep } from "../plan/sweep.js";
import { packageManagerCommands } from "../project-gen/index.js";
import type { Tool } from "../tool.js";
import { initGit, installDependencies, nextSteps, type StepOutcome } from "./after-create.js";
import type { AnswerMode } from "./answering.js";
import type { Asker } from "./asker.js";
import { type CreateAnswers, createAnswers } from "./create-answers.js";
import { planProject } from "./create-plan.js";
import { checkRest, directoryProblem, type OpenFiles } from "./directory.js";
import { columns, count, planJson, planLines } from "./lines.js";
import type { Paint } from "./paint.js";
import { problemReport, type Report } from "./report.js";

/** What `create-crd-project` is called with. */
export interface CreateRequest {
  readonly flags: Flags;
  readonly mode: AnswerMode;
  readonly asker: Asker | undefined;
  readonly cwd: string;
  readonly env: Environment;
  readonly tool: Tool;
  readonly run: RunChild;
  readonly openFiles: OpenFiles;
  readonly paint: Paint;
  /** A line on what goes on, for steps that take long. */
  readonly say: (line: string) => void;
}

/** `create-crd-project [directory]`: asks, plans the whole project in memory, writes it, runs git and the install. */
export async function create(request: CreateRequest): Promise<Report> {
  const { flags, cwd, env, tool } = request;
  const lost = lostFlags({ command: "create", env, flags });
  if (lost.length > 0) {
    return problemReport({ exitCode: 2, diagnostics: lost });
  }
  const { answers, diagnostics } = await createAnswers(request);
  if (answers === undefined) {
    return problemReport({ exitCode: 2, diagnostics });
  }
  const planned = await planProject({ answers, tool });
  const all = withoutTwins([...diagnostics, ...planned.diagnostics]);
  const texts = new Map(planned.generated.map(({ path, content }) => [path, content]));
  const textOf = (path: string) => texts.get(path);
  if (hasErrors(all)) {
    return problemReport({ exitCode: 1, diagnostics: all, textOf });
  }
  const root = resolve(cwd, answers.directory);
  const files = request.openFiles(root);
  try {
    const { generated } = planned;
    const rest = checkRest({ folder: answers.directory, files, generated });
    const compared = makePlan({ files, generated, folders: [] });
    const problems = [...all, ...rest, ...compared.diagnostics];
    if (hasErrors(problems)) {
      return problemReport({ exitCode: rest.length > 0 ? 2 : 1, diagnostics: problems });
    }
    const { plan } = compared;
    if (flags.switch("dryRun") === true) {
      return dryRunReport({ ...request, answers, plan, diagnostics: problems, textOf });
    }
    sweep({ files, folders: [""] });
    const failed = applyPlan({ files, plan });
    if (failed.length > 0) {
      return problemReport({ exitCode: 1, diagnostics: [...problems, ...failed] });
    }
    const report = { ...request, answers, plan, diagnostics: problems, textOf, root };
    return await afterWriting(report);
  } catch (error) {
    if (error instanceof FilesError) {
      const problem = directoryProblem({ error, directory: answers.directory });
      return problemReport({ exitCode: 1, diagnostics: [...all, problem] });
    }
    throw error;
  }
}

/** What the model says at its place need not be said of the answer as well. */
function withoutTwins(diagnostics: Report["diagnostics"]): Report["diagnostics"] {
  const codes = new Set(diagnostics.map(({ code }) => code));
  return diagnostics.filter(
    ({ code }) =>
      !(code === "project/protected-group" && codes.has("crd/protected-group")) &&
      !(code === "project/unusual-version" && codes.has("model/version-style")),
  );
}

interface Written extends CreateRequest {
  readonly answers: CreateAnswers;
  readonly plan: Plan;
  readonly diagnostics: Report["diagnostics"];
  readonly textOf: (path: string) => string | undefined;
}

function dryRunReport(input: Written): Report {
  const { answers, plan, paint, diagnostics, textOf } = input;
  const { directory, git, install } = answers;
  const steps = [
    ...(git ? ["git init"] : []),
    ...(install ? [packageManagerCommands(answers.packageManager).install] : []),
  ];
  const text = [
    `Would create ${directory} with ${count({ number: plan.create.length, noun: "file" })}:`,
    "",
    ...planLines({ plan, paint }),
    "",
    ...(steps.length === 0 ? [] : [`and run: ${steps.join(", ")}`, ""]),
    "Nothing was written (--dry-run).",
  ];
  return {
    exitCode: 0,
    diagnostics,
    textOf,
    text,
    json: { dryRun: true, ...answersJson(answers), files: planJson(plan) },
  };
}

function answersJson(answers: CreateAnswers): object {
  const { directory, name, group, version, kinds, packageManager } = answers;
  const names = kinds.map(({ kind }) => kind);
  return { directory, name, group, apiVersion: version, kinds: names, packageManager };
}

async function afterWriting(input: Written & { readonly root: string }): Promise<Report> {
  const { answers, plan, paint, env, run, root, say } = input;
  const commands = packageManagerCommands(answers.packageManager);
  const shown = relative(input.cwd, root) === "" ? "." : answers.directory;
  const kinds = answers.kinds.map(({ kind }) => kind).join(", ");
  const files = count({ number: plan.create.length + plan.unchanged.length, noun: "file" });
  say(
    `${paint.green("Created")} ${paint.bold(shown)}: ${answers.group}/${answers.version} with ${kinds}, ${files}.`,
  );
  const skipped: StepOutcome = { kind: "skipped" };
  const git = answers.git ? await initGit({ root, env, run }) : skipped;
  if (answers.install) {
    say(`Installing the dependencies with ${commands.name} ...`);
  }
  const install = answers.install
    ? await installDependencies({ root, answers, env, run })
    : skipped;
  const steps = nextSteps({
    directory: shown,
    commands,
    installed: install.kind === "done",
    embedded: answers.fake,
  });
  const text = [
    ...failures({ git, install, commands }).map((line) => paint.yellow(line)),
    "",
    "Next:",
    ...columns(steps).map((line) => paint.cyan(line)),
    "",
    "After every change of the types:",
    ...columns([[`${commands.exec} plop regenerate`, "generate the code and CRDs"]]).map((line) =>
      paint.cyan(line),
    ),
  ];
  const exitCode = git.kind === "failed" || install.kind === "failed" ? 1 : 0;
  const next = steps.map(([command]) => command);
  return {
    exitCode,
    diagnostics: input.diagnostics,
    textOf: input.textOf,
    text,
    json: {
      dryRun: false,
      ...answersJson(answers),
      root,
      files: planJson(plan),
      git,
      install,
      next,
    },
  };
}

function failures(input: {
  readonly git: StepOutcome;
  readonly install: StepOutcome;
  readonly commands: { readonly install: string };
}): readonly string[] {
  const { git, install, commands } = input;
  return [
    ...(git.kind === "failed"
      ? [`No git repository: ${git.problem}. The files are all there; run git init when you like.`]
      : []),
    ...(install.kind === "failed"
      ? [
          `The dependencies are not installed: ${install.problem}.`,
          `The files are all there; when the reason is gone, run ${commands.install} in the project.`,
        ]
      : []),
  ];
}
