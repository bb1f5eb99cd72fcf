import { type Diagnostic, hasErrors } from "../diagnostics/index.js";
import type { Files } from "../files.js";
import type { Flags } from "../options/flags.js";
import { type Environment, lostFlags } from "../options/npm.js";
import { isClean, type Plan } from "../plan/plan.js";
import { type LockEnvironment, type RegenerateOutcome, regenerate } from "../plan/regenerate.js";
import type { Session } from "../plan/session.js";
import type { Tool } from "../tool.js";
import { count, paintedDiff, planJson, planLines } from "./lines.js";
import type { Paint } from "./paint.js";
import { problemReport, type Report } from "./report.js";
import { textReader } from "./text-reader.js";

/** What the commands on an existing project are called with. */
export interface ProjectRequest {
  readonly flags: Flags;
  /** The project. */
  readonly files: Files;
  readonly env: Environment;
  readonly tool: Tool;
  readonly lock: LockEnvironment;
  readonly paint: Paint;
  readonly say: (line: string) => void;
}

/** `plop regenerate`. */
export async function regenerateCommand(request: ProjectRequest): Promise<Report> {
  const { flags, env } = request;
  const lost = lostFlags({ command: "regenerate", env, flags });
  if (lost.length > 0) {
    return problemReport({ exitCode: 2, diagnostics: lost });
  }
  const isDry = flags.switch("dryRun") === true;
  const fixed = flags.switch("fix") === true ? await fix({ ...request, isDry }) : noFixes;
  if (hasErrors(fixed.diagnostics)) {
    const textOf = textReader(request.files);
    return problemReport({ exitCode: 1, diagnostics: fixed.diagnostics, textOf });
  }
  return reportOf({ ...request, fixed, outcome: await regenerateOnce(request) });
}

/** One run, as the flags ask for it. */
export async function regenerateOnce(
  request: ProjectRequest & { readonly session?: Session },
): Promise<RegenerateOutcome> {
  const { flags, files, tool, lock, say, session } = request;
  return await regenerate({
    files,
    tool,
    mode: flags.switch("dryRun") === true ? "plan" : "write",
    groups: flags.list("onlyGroups") ?? [],
    updateReport: flags.switch("updateReport") === true,
    lock,
    ...(session !== undefined && { session }),
    onWait: (holder) =>
      say(
        `Waiting for another run on this project${holder === undefined ? "" : ` (process ${holder.pid})`} ...`,
      ),
  });
}

/** What a run has to say. */
export function reportOf(
  request: Pick<ProjectRequest, "flags" | "files" | "paint"> & {
    readonly outcome: RegenerateOutcome;
    readonly fixed?: Fixes;
  },
): Report {
  const { flags, files, paint, outcome, fixed = noFixes } = request;
  const isDry = flags.switch("dryRun") === true;
  const textOf = textReader(files);
  const { plan, diagnostics, upToDate, elsewhere } = outcome;
  const json = {
    dryRun: isDry,
    files: planJson(plan),
    upToDate,
    outOfDateElsewhere: elsewhere,
    ...fixed.json,
  };
  if (hasErrors(diagnostics)) {
    const exitCode = isUsage(diagnostics) ? 2 : 1;
    const isFixed = fixed.text.length > 0 && !isDry;
    const nothing = isFixed ? "Nothing was generated." : "Nothing was written.";
    return { exitCode, diagnostics, textOf, text: [...fixed.text, nothing], json };
  }
  const text = [...fixed.text, ...planLines({ plan, paint }), summary({ outcome, isDry, paint })];
  if (elsewhere > 0) {
    const files = count({ number: elsewhere, noun: "file" });
    text.push(`${files} of other groups ${be(elsewhere)} out of date: npx plop regenerate`);
  }
  return { exitCode: 0, diagnostics, textOf, text, json };
}

/** What `--fix` has to say. */
interface Fixes {
  readonly text: readonly string[];
  readonly json: object;
  readonly diagnostics: readonly Diagnostic[];
}

const noFixes: Fixes = { text: [], json: {}, diagnostics: [] };

async function fix(request: ProjectRequest & { readonly isDry: boolean }): Promise<Fixes> {
  const { paint, isDry } = request;
  const [{ fixSources }, { diffOf }] = await Promise.all([
    import("../plan/fix.js"),
    import("../plan/diff.js"),
  ]);
  const { changes, count: number, diagnostics } = await fixSources(request);
  const diffs = changes.map((change) => ({ path: change.path, diff: diffOf(change) }));
  const corrections = count({ number, noun: "correction" });
  const text = [
    ...diffs.flatMap(({ path, diff }) => [
      `  ${paint.yellow("fix")}     ${path}`,
      ...(isDry ? diff.map((line) => `  ${paintedDiff({ line, paint })}`) : []),
    ]),
    isDry ? `${corrections} would be made.` : `${corrections} made.`,
  ];
  const fixes = diffs.map(({ path, diff }) => ({ path, diff: diff.join("\n") }));
  return { text, json: { fixes }, diagnostics };
}

/** Whether all errors are about the command line. */
function isUsage(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics
    .filter(({ severity }) => severity === "error")
    .every(({ code }) => code === "project/unknown-group");
}

function be(number: number): string {
  return number === 1 ? "is" : "are";
}

function summary(input: {
  readonly outcome: RegenerateOutcome;
  readonly isDry: boolean;
  readonly paint: Paint;
}): string {
  const { outcome, isDry, paint } = input;
  const { plan, upToDate } = outcome;
  if (isClean(plan)) {
    return upToDate === 0
      ? "Nothing to generate."
      : paint.green(`Up to date: ${count({ number: upToDate, noun: "file" })}.`);
  }
  const changed = count({ number: changesOf(plan), noun: "file" });
  const rest = upToDate === 0 ? "" : `, ${upToDate} up to date`;
  return isDry
    ? `${changed} would change${rest}. Nothing was written (--dry-run).`
    : paint.green(`${changed} changed${rest}.`);
}

function changesOf(plan: Plan): number {
  return plan.create.length + plan.update.length + plan.stale.length;
}
