import { diagnostic } from "../diagnostics/index.js";
import { type Files, type MakeWatcher, RememberedFiles } from "../files.js";
import type { Flags } from "../options/flags.js";
import { lostFlags } from "../options/npm.js";
import type { RegenerateOutcome } from "../plan/regenerate.js";
import { Session } from "../plan/session.js";
import { Changes } from "./changes.js";
import { count } from "./lines.js";
import { type ProjectRequest, regenerateOnce, reportOf } from "./regenerate.js";
import { type ExitCode, problemReport, type Report } from "./report.js";
import { foldersToWatch, type WatchedFolders } from "./watched-folders.js";

/** What `--watch` needs from the process. */
export interface WatchEnvironment {
  readonly makeWatcher: MakeWatcher;
  /** Aborted by a signal, with the exit code. */
  readonly stop: AbortSignal;
  /** Ends early when stopped. */
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly time: () => Date;
  readonly show: (report: Pick<Report, "diagnostics" | "text" | "textOf">) => void;
}

export interface WatchRequest extends ProjectRequest {
  readonly watch: WatchEnvironment;
  /** The project, as if for the first time. */
  readonly openFiles: () => Files;
}

/**
 * `plop regenerate -- --watch`: one run, and another one after each change, never two at once. Between them nothing is
 * locked. The lines at begin and end of a run are those of tsc, by which editors know them.
 */
export async function watchCommand(request: WatchRequest): Promise<Report> {
  const { flags, tool, env, watch } = request;
  const lost = lostFlags({ command: "regenerate", env, flags });
  if (lost.length > 0) return problemReport({ exitCode: 2, diagnostics: lost });
  const problem = notTogether(flags);
  if (problem !== undefined) return problemReport({ exitCode: 2, diagnostics: [problem] });
  const files = new RememberedFiles({ open: request.openFiles, now: request.lock.now });
  const session = new Session();
  const changes = new Changes({ files, watch });
  const line = (text: string): void =>
    watch.show({ diagnostics: [], text: [`[${clock(watch.time())}] ${text}`] });
  line("Starting compilation in watch mode...");
  let last: RegenerateOutcome | undefined;
  let folders: WatchedFolders = { roots: [], files: [], folders: [""] };
  try {
    while (!watch.stop.aborted) {
      // Before the run: what comes into a folder while it is read starts another one.
      folders = (await foldersToWatch({ files, tool })) ?? folders;
      changes.watch(folders);
      const outcome = await regenerateOnce({ ...request, files, session });
      if (last === undefined || isNews({ outcome, last })) {
        if (last !== undefined) {
          line("File change detected. Starting incremental compilation...");
        }
        watch.show(reportOf({ ...request, files, outcome }));
        const errors = outcome.diagnostics.filter(({ severity }) => severity === "error").length;
        line(`Found ${count({ number: errors, noun: "error" })}. Watching for file changes.`);
      }
      last = outcome;
      folders = (await foldersToWatch({ files, tool })) ?? folders;
      changes.watch(folders);
      files.begin(await changes.next());
    }
  } catch (error) {
    // A run that waits for another one's lock is stopped there.
    if (!watch.stop.aborted) throw error;
  } finally {
    changes.close();
  }
  return { exitCode: exitCodeOf(watch.stop), diagnostics: [], text: [], json: {} };
}

/** Whether there is something to tell: sources, problems or files have changed. */
function isNews(input: {
  readonly outcome: RegenerateOutcome;
  readonly last: RegenerateOutcome;
}): boolean {
  const { outcome, last } = input;
  const { plan, inputs, diagnostics } = outcome;
  return (
    inputs !== last.inputs ||
    plan.create.length + plan.update.length + plan.stale.length > 0 ||
    JSON.stringify(diagnostics) !== JSON.stringify(last.diagnostics)
  );
}

/** What has one end only, and what writes into files that are being edited. */
function notTogether(flags: Flags) {
  const other = flags.switch("fix") === true ? "--fix" : formatFlag(flags);
  if (other === undefined) return undefined;
  const problem = `cannot go with ${other}`;
  const hint =
    other === "--fix"
      ? "run 'npx plop regenerate -- --fix' once, then watch"
      : "programs read what one run says: leave --watch out for them, or take --format tsc";
  return diagnostic("project/flag-value", { flag: "--watch", problem }, { hint });
}

function formatFlag(flags: Flags): string | undefined {
  const format = flags.text("reportFormat");
  return format === undefined || format === "text" || format === "tsc"
    ? undefined
    : `--format ${format}`;
}

/** `14:03:05`: in one form for all locales, so that what reads it need not know them. */
function clock(time: Date): string {
  return [time.getHours(), time.getMinutes(), time.getSeconds()]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
}

function exitCodeOf(stop: AbortSignal): ExitCode {
  const code: unknown = stop.reason;
  return code === 129 || code === 130 || code === 143 ? code : 0;
}
