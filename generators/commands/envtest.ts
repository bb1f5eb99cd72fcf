import type {
  BinariesError,
  BinariesOptions,
  BinariesProblem,
  ControlPlaneUnavailable,
  DownloadProgress,
  ListedBinaries,
  UsedBinaries,
} from "crd-testing/envtest";
import { type Diagnostic, diagnostic, didYouMean } from "../diagnostics/index.js";
import type { Flags } from "../options/flags.js";
import { columns } from "./lines.js";
import { problemReport, type Report } from "./report.js";

const actions = ["use", "list", "path"] as const;
type Action = (typeof actions)[number];

/** What is used of crd-testing/envtest; it is loaded for this command only. */
export interface Binaries {
  useBinaries(options: BinariesOptions): Promise<UsedBinaries>;
  listBinaries(options: BinariesOptions): Promise<readonly ListedBinaries[]>;
  findBinaries(options: BinariesOptions): Promise<UsedBinaries>;
  readonly BinariesError: typeof BinariesError;
  readonly ControlPlaneUnavailable: typeof ControlPlaneUnavailable;
}

interface EnvtestRequest {
  readonly flags: Flags;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly binaries: Binaries;
  /** Hears what takes long. */
  readonly say: (line: string) => void;
  /** Shows how far it is; an empty line takes it away. */
  readonly progress: (line: string) => void;
}

/** `crd-project envtest use|list|path [version]`: the folder alone stands on standard output, for shells. */
export async function envtestCommand(request: EnvtestRequest): Promise<Report> {
  const action = request.flags.text("action");
  if (!isAction(action)) return wrongAction(action);
  try {
    return await run({ ...request, action });
  } catch (error) {
    return failure({ error, binaries: request.binaries });
  } finally {
    request.progress("");
  }
}

async function run(request: EnvtestRequest & { readonly action: Action }): Promise<Report> {
  const { action, binaries } = request;
  const options = optionsOf(request);
  switch (action) {
    case "use":
      return folderReport(await binaries.useBinaries(options));
    case "path":
      return folderReport(await binaries.findBinaries(options));
    case "list":
      return listReport(await binaries.listBinaries(options));
  }
}

function optionsOf({ flags, env, say, progress }: EnvtestRequest): BinariesOptions {
  const log = (line: string): void => {
    progress("");
    say(line);
  };
  return {
    version: flags.text("kubernetes"),
    installedOnly: flags.switch("installedOnly"),
    indexUrl: flags.text("index"),
    binDirectory: flags.text("binDirectory"),
    env,
    report: { log, onProgress: progressLines(progress) },
  };
}

/** A new line for every percent, or for every megabyte of an unknown number. */
function progressLines(progress: (line: string) => void): (at: DownloadProgress) => void {
  let last = "";
  return ({ receivedBytes, totalBytes }) => {
    const received = megabytes(receivedBytes);
    const line =
      totalBytes === undefined
        ? `  ${received} MB`
        : `  ${Math.floor((100 * receivedBytes) / totalBytes)} % of ${megabytes(totalBytes)} MB`;
    if (line !== last) progress(line);
    last = line;
  };
}

function megabytes(bytes: number): string {
  return String(Math.ceil(bytes / 1e6));
}

function folderReport(used: UsedBinaries): Report {
  return { exitCode: 0, diagnostics: [], text: [used.path], json: used };
}

function listReport(versions: readonly ListedBinaries[]): Report {
  const rows = versions.map(
    ({ version, platform, path }) =>
      [`${version}  ${platform}`, path === undefined ? "available" : `installed  ${path}`] as const,
  );
  return { exitCode: 0, diagnostics: [], text: columns(rows), json: { versions } };
}

function isAction(text: string | undefined): text is Action {
  return actions.some((action) => action === text);
}

function wrongAction(action: string | undefined): Report {
  const hint = `actions: ${actions.join(", ")}`;
  const problem =
    action === undefined
      ? diagnostic("envtest/missing-action", {}, { hint })
      : diagnostic(
          "envtest/unknown-action",
          { action },
          { hint: didYouMean({ word: action, candidates: actions }) ?? hint },
        );
  return problemReport({ exitCode: 2, diagnostics: [problem] });
}

/** What the user or the network can mend is a diagnostic; anything else is thrown on. */
function failure(input: { readonly error: unknown; readonly binaries: Binaries }): Report {
  const { error, binaries } = input;
  if (error instanceof binaries.ControlPlaneUnavailable) {
    const { message: problem } = error;
    return problemReport({ exitCode: 1, diagnostics: [diagnostic("envtest/build", { problem })] });
  }
  if (!(error instanceof binaries.BinariesError)) throw error;
  const exitCode = error.reason === "version" ? 2 : 1;
  return problemReport({ exitCode, diagnostics: [diagnosticOf(error.problem)] });
}

function diagnosticOf(problem: BinariesProblem): Diagnostic {
  switch (problem.reason) {
    case "version":
      return diagnostic("envtest/version", problem.values);
    case "no-such-version":
      return diagnostic("envtest/no-such-version", problem.values);
    case "not-installed":
      return diagnostic("envtest/not-installed", problem.values);
    case "unreachable":
      return diagnostic("envtest/unreachable", problem.values);
    case "index":
      return diagnostic("envtest/index", problem.values);
    case "download":
      return diagnostic("envtest/download", problem.values);
    case "checksum":
      return diagnostic("envtest/checksum", problem.values);
    case "archive":
      return diagnostic("envtest/archive", problem.values);
  }
}
