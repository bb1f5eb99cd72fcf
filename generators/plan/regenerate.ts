import { type Diagnostic, diagnostic, hasErrors, suggest } from "../diagnostics/index.js";
import {
  acquireLock,
  type Files,
  FilesError,
  folderOf,
  type Lock,
  type LockHolder,
  type LockOptions,
  type SourceFile,
  sha256,
} from "../files.js";
import type { Tool } from "../tool.js";
import { applyPlan } from "./apply.js";
import { type Cache, createCache, readOnly, stateFolder } from "./cache.js";
import { configFile } from "./config-file.js";
import { changedFiles } from "./facts.js";
import { type GroupPaths, groupOf, groupPaths } from "./groups.js";
import { KnownDigests } from "./known-digests.js";
import { loadConfig } from "./load-config.js";
import { isClean, makePlan, type Plan, type PlannedFile } from "./plan.js";
import { fileProblem } from "./problem.js";
import { generateProject, type ProjectOutcome } from "./project.js";
import { earlierFolders, findCurrent, inputsOf, outputFolders, saveRecord } from "./record.js";
import { Session } from "./session.js";
import { readSources, type Sources } from "./sources.js";
import { sweep } from "./sweep.js";
import { Threads } from "./threads.js";
import { saidOfParts } from "./unreadable.js";

/** What earlier runs know. */
interface KnownBefore {
  readonly session: Session;
  readonly cache: Cache;
  /** Digests of generated files. */
  readonly onDisk: Pick<Files, "digest">;
  readonly threads: Threads;
}

/** The process as the lock sees it. */
export type LockEnvironment = Omit<LockOptions, "files" | "path" | "onWait">;

export interface RegenerateRequest {
  readonly files: Files;
  readonly tool: Tool;
  /** write: apply the plan. plan: only make it. verify: only make it, and trust no record of an earlier run. */
  readonly mode: "write" | "plan" | "verify";
  /** Groups whose files are written; all when empty. */
  readonly groups: readonly string[];
  /** All violations of API rules that there are become accepted ones. */
  readonly updateReport?: boolean;
  readonly lock: LockEnvironment;
  /** Default: those that this process may use. */
  readonly processors?: number;
  /** What earlier runs of the process know; a run alone has its own. */
  readonly session?: Session;
  readonly onWait?: (holder: LockHolder | undefined) => void;
}

export interface RegenerateOutcome {
  /** What was changed, or would be. Empty when there are errors before the comparison. */
  readonly plan: Plan;
  readonly diagnostics: readonly Diagnostic[];
  /** Digest of all that was read; undefined where that failed. */
  readonly inputs?: string | undefined;
  /** Files that are as they should be. */
  readonly upToDate: number;
  /** Out-of-date files of other groups, with --group. */
  readonly elsewhere: number;
}

const emptyPlan: Plan = { create: [], update: [], unchanged: [], stale: [] };

/** Types and tags in, generated files out: the whole of `plop regenerate` and `plop verify`, without their words. */
export async function regenerate(request: RegenerateRequest): Promise<RegenerateOutcome> {
  const { tool, processors } = request;
  const threads = new Threads({ module: tool.thread, ...(processors && { processors }) });
  try {
    return await regenerateWith({ ...request, threads });
  } finally {
    await threads.close();
  }
}

async function regenerateWith(
  request: RegenerateRequest & Pick<KnownBefore, "threads">,
): Promise<RegenerateOutcome> {
  const { files, mode } = request;
  const session = request.session ?? new Session({ goesOn: false });
  const folder = stateFolder(files);
  const kept = createCache({ files, folder, fingerprint: session.fingerprintOf(request.tool) });
  // What is read is remembered in any case: it is asked for again.
  const cache = session.remember(mode === "write" ? kept : readOnly(kept));
  // A process that stays has files that remember more.
  const known =
    request.session === undefined && mode !== "verify"
      ? new KnownDigests({ files, cache, now: request.lock.now })
      : undefined;
  const onDisk = known ?? files;
  let sources: Sources | undefined;
  if (mode !== "verify" && request.updateReport !== true) {
    const current = checkRecord({ ...request, onDisk, session, cache });
    if (current.outcome !== undefined) {
      known?.save();
      return current.outcome;
    }
    sources = current.sources;
  }
  if (mode !== "write") {
    return await run({ ...request, onDisk, session, cache, sources });
  }
  const path = `${folder}/lock`;
  const outcome = await acquireLock({
    ...request.lock,
    files,
    path,
    onWait: (holder) => {
      // Who has it may write what is read.
      sources = undefined;
      request.onWait?.(holder);
    },
  });
  if (outcome.kind === "busy") {
    return failed([lockedProblem({ holder: outcome.holder, path })]);
  }
  const lock = outcome.kind === "held" ? outcome.lock : undefined;
  const lockProblem = outcome.kind === "unavailable" ? fileProblem(outcome.error) : undefined;
  return await releasing({
    lock,
    action: async () => {
      const made = await run({ ...request, onDisk, session, cache, sources, lockProblem });
      known?.save();
      return made;
    },
  });
}

async function releasing<T>(input: {
  readonly lock: Lock | undefined;
  readonly action: () => Promise<T>;
}): Promise<T> {
  try {
    return await input.action();
  } finally {
    input.lock?.release();
  }
}

export function lockedProblem(input: {
  readonly holder: LockHolder | undefined;
  readonly path: string;
}): Diagnostic {
  const { holder, path } = input;
  const who = holder === undefined ? "just started" : `process ${holder.pid} on ${holder.host}`;
  const hint = `if there is none, remove '${path}'`;
  return diagnostic("file/locked", { holder: who }, { hint });
}

function failed(diagnostics: readonly Diagnostic[], inputs?: string): RegenerateOutcome {
  return { plan: emptyPlan, diagnostics, inputs, upToDate: 0, elsewhere: 0 };
}

function wholeInputs(input: { readonly configText: string; readonly inputs: string }): string {
  return sha256(`${input.inputs}\n${input.configText}`);
}

/** The outcome when an earlier run's record shows that everything is as it should be, or else the sources that were read for it. */
function checkRecord(request: RegenerateRequest & KnownBefore): {
  readonly outcome?: RegenerateOutcome;
  readonly sources?: Sources | undefined;
} {
  const { files, onDisk, cache, session, groups } = request;
  const configText = readQuietly({ files, path: configFile });
  if (configText === undefined) return {};
  const { digestOf } = session;
  const onTypes = preparing(request);
  const { record, sources } = findCurrent({ files, onDisk, cache, configText, digestOf, onTypes });
  if (record === undefined) return { sources };
  const unknown = unknownGroups({ groups, known: record.groups });
  if (unknown.length > 0) return { outcome: failed(unknown) };
  const { diagnostics, outputs } = record;
  const inputs = wholeInputs({ configText, inputs: record.inputs });
  const upToDate = outputs.length;
  return { outcome: { plan: emptyPlan, diagnostics, inputs, upToDate, elsewhere: 0 } };
}

/** What is to be parsed is known before the rest is read: that is when the compiler can begin to load. */
function preparing({
  session,
  cache,
  threads,
}: KnownBefore): (types: readonly SourceFile[]) => void {
  return (types) => {
    if (session.goesOn) return;
    threads.prepare(changedFiles({ cache, digestOf: session.digestOf, files: types }));
  };
}

function readQuietly(input: { readonly files: Files; readonly path: string }): string | undefined {
  try {
    return input.files.read(input.path);
  } catch (error) {
    if (error instanceof FilesError) {
      return undefined;
    }
    throw error;
  }
}

/** The whole run: read, generate, compare, and apply when asked to. */
async function run(
  request: RegenerateRequest &
    KnownBefore & {
      /** Those that were read a moment ago. */
      readonly sources?: Sources | undefined;
      readonly lockProblem?: Diagnostic | undefined;
    },
): Promise<RegenerateOutcome> {
  const { files, onDisk, tool, cache, session, threads, groups, lockProblem } = request;
  const trust = request.mode !== "verify";
  const loaded = await loadConfig({ files, version: tool.version, ...(trust && { cache }) });
  if (loaded.config === undefined) {
    return failed(loaded.diagnostics);
  }
  const { config, configText } = loaded;
  const sources = request.sources ?? readSources({ files, config, onTypes: preparing(request) });
  const inputs = wholeInputs({
    configText,
    inputs: inputsOf({ sources, digestOf: session.digestOf }),
  });
  const generateFrom = (from: Sources) =>
    generateProject({
      onDisk,
      sources: from,
      updateReport: request.updateReport === true,
      config,
      configText,
      cache,
      session,
      trust,
      takeCode: request.mode === "write" ? tool.takeCode : undefined,
      tool,
      threads,
    });
  const project = await generateFrom(sources);
  const known = groupPaths(project);
  const problemsOf = (outcome: ProjectOutcome): Diagnostic[] => [
    ...loaded.diagnostics,
    ...sources.diagnostics,
    ...(sources.isPartial ? saidOfParts(outcome.diagnostics) : outcome.diagnostics),
    ...(sources.isPartial ? [] : unknownGroups({ groups, known })),
  ];
  const diagnostics = problemsOf(project);
  if (hasErrors(diagnostics)) {
    return failed(diagnostics, inputs);
  }
  const { generated, kept } = project;
  const folders = [...new Set([...outputFolders(config), ...earlierFolders(cache)])];
  const comparison = { files, alreadyRead: sources.samples, generated, kept, folders };
  const isOf = (path: string): boolean => {
    const group = groups.length === 0 ? undefined : groupOf({ path, groups: known });
    return group === undefined || groups.includes(group);
  };
  const compared = makePlan({ ...comparison, scope: isOf });
  const { plan } = compared;
  if (known.length === 0) {
    const folder = config.apis;
    // The folder goes with the last API: that nothing is left over is as it was meant then.
    const isLost = plan.stale.length > 0 && files.kind(folder) === undefined;
    diagnostics.push(diagnostic(isLost ? "project/missing-apis" : "project/no-apis", { folder }));
    if (isLost) return failed(diagnostics, inputs);
  }
  const all = [...diagnostics, ...compared.diagnostics];
  const upToDate = plan.unchanged.length;
  const elsewhere =
    groups.length === 0
      ? 0
      : countChanges(makePlan({ ...comparison, scope: (path) => !isOf(path) }).plan);
  if (request.mode !== "write" || hasErrors(all)) {
    const shown = hasErrors(all) ? emptyPlan : plan;
    return { plan: shown, diagnostics: all, inputs, upToDate, elsewhere };
  }
  if (!isClean(plan) && lockProblem !== undefined) {
    return failed([...all, lockProblem], inputs);
  }
  if (lockProblem === undefined) {
    const { manifests } = config.schemapatch ?? {};
    const edited = manifests === undefined ? [] : [manifests];
    sweep({ files, folders: [...folders, ...edited, stateFolder(files)] });
  }
  const problems = applyPlan({ files, plan });
  if (problems.length > 0) {
    return failed([...all, ...problems], inputs);
  }
  const after = {
    ...sources,
    manifests: manifestsAfter({ sources, generated }),
    samples: samplesAfter({ sources, plan, folder: config.samples }),
  };
  // What is said of manifests has its place in those that are there now.
  const isMoved = plan.update.some(({ path }) =>
    sources.manifests.some((one) => one.path === path),
  );
  const told = isMoved ? [...problemsOf(await generateFrom(after)), ...compared.diagnostics] : all;
  const inputsNow = inputsOf({ sources: after, digestOf: session.digestOf });
  saveRecord({
    cache,
    configText,
    config,
    inputs: inputsNow,
    generated,
    kept,
    groups: known,
    diagnostics: told,
  });
  const inputsAfter = wholeInputs({ configText, inputs: inputsNow });
  return { plan, diagnostics: told, inputs: inputsAfter, upToDate, elsewhere };
}

/** A run writes into manifests: the next one reads what it wrote. */
function manifestsAfter(input: {
  readonly sources: Sources;
  readonly generated: readonly PlannedFile[];
}): readonly SourceFile[] {
  const contents = new Map(input.generated.map(({ path, content }) => [path, content]));
  return input.sources.manifests.map(({ path, text }) => ({
    path,
    text: contents.get(path) ?? text,
  }));
}

/** A run reads the samples, and writes those that are missing: the next one finds these. */
function samplesAfter(input: {
  readonly sources: Sources;
  readonly plan: Plan;
  readonly folder: string;
}): readonly SourceFile[] {
  const { sources, plan, folder } = input;
  const created = plan.create.flatMap(({ path, after, owner }) =>
    owner === "user" && folderOf(path) === folder && after !== undefined
      ? [{ path, text: after }]
      : [],
  );
  return [...sources.samples, ...created].toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

function unknownGroups(input: {
  readonly groups: readonly string[];
  readonly known: readonly GroupPaths[];
}): readonly Diagnostic[] {
  const names = input.known.map(({ name }) => name);
  return input.groups
    .filter((group) => !names.includes(group))
    .map((group) => {
      const near = suggest({ word: group, candidates: names });
      const hint =
        near === undefined ? `groups: ${names.join(", ") || "none"}` : `did you mean '${near}'?`;
      return diagnostic("project/unknown-group", { group }, { hint });
    });
}

function countChanges(plan: Plan): number {
  return plan.create.length + plan.update.length + plan.stale.length;
}
