import { type Diagnostic, diagnostic, hasErrors } from "../diagnostics/index.js";
import { type Change, isClean, type Plan } from "../plan/plan.js";
import { regenerate } from "../plan/regenerate.js";
import { count, paintedDiff, planJson } from "./lines.js";
import type { Paint } from "./paint.js";
import type { ProjectRequest } from "./regenerate.js";
import type { Report } from "./report.js";
import { textReader } from "./text-reader.js";

/** Files whose differences are printed, and lines for each, before the rest is only counted. */
const maxFiles = 20;
const maxLines = 80;

/** `plop verify`: compares, prints the differences, writes nothing. */
export async function verifyCommand(request: ProjectRequest): Promise<Report> {
  const { files, tool, lock, paint } = request;
  const textOf = textReader(files);
  const outcome = await regenerate({ files, tool, mode: "verify", groups: [], lock });
  const { plan, upToDate } = outcome;
  if (hasErrors(outcome.diagnostics)) {
    const json = { files: planJson(plan), upToDate };
    return { exitCode: 1, diagnostics: outcome.diagnostics, textOf, text: [], json };
  }
  if (isClean(plan)) {
    const text = [paint.green(`Up to date: ${count({ number: upToDate, noun: "file" })}.`)];
    const json = { files: planJson(plan), upToDate };
    return { exitCode: 0, diagnostics: outcome.diagnostics, textOf, text, json };
  }
  const { diffOf } = await import("../plan/diff.js");
  const stale = staleFiles(plan).map((file) => ({ ...file, diff: diffOf(file.change) }));
  const text = [
    ...stale.slice(0, maxFiles).flatMap((file) => fileLines({ ...file, paint })),
    ...(stale.length > maxFiles
      ? [`... and ${stale.length - maxFiles} more; --format json lists all of them`, ""]
      : []),
    paint.red(
      `${count({ number: stale.length, noun: "file" })} out of date. Run: npx plop regenerate`,
    ),
  ];
  const diffs = Object.fromEntries(stale.map(({ change, diff }) => [change.path, diff.join("\n")]));
  return {
    exitCode: 1,
    diagnostics: outcome.diagnostics,
    shown: stale.map(({ problem }) => problem),
    textOf,
    text,
    json: { files: planJson(plan), upToDate, diffs },
  };
}

interface StaleFile {
  readonly change: Change;
  readonly problem: Diagnostic;
}

/** Everything that is not as it should be, by path. */
function staleFiles(plan: Plan): readonly StaleFile[] {
  const found = [
    ...plan.create.map((change) => ({
      change,
      problem: diagnostic("project/missing-file", { path: change.path }),
    })),
    ...plan.update.map((change) => ({
      change,
      problem: diagnostic("project/out-of-date", { path: change.path }),
    })),
    ...plan.stale.map((change) => ({
      change,
      problem: diagnostic("project/leftover-file", { path: change.path }),
    })),
  ];
  return found.toSorted((a, b) => (a.change.path < b.change.path ? -1 : 1));
}

function fileLines(input: {
  readonly change: Change;
  readonly problem: Diagnostic;
  readonly diff: readonly string[];
  readonly paint: Paint;
}): readonly string[] {
  const { change, problem, diff, paint } = input;
  const head = `${paint.red("error")} ${paint.dim(`${problem.code}:`)} ${problem.message}`;
  // Of a file that is missing or should go, the name says it all.
  const isChanged = change.before !== undefined && change.after !== undefined;
  const lines = isChanged ? diff.slice(0, maxLines) : [];
  const rest = isChanged && diff.length > maxLines ? diff.length - maxLines : 0;
  return [
    head,
    ...lines.map((line) => `  ${paintedDiff({ line, paint })}`),
    ...(rest > 0 ? [`  ... ${rest} more lines`] : []),
    "",
  ];
}
