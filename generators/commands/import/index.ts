import { type Diagnostic, diagnostic, hasErrors } from "../../diagnostics/index.js";
import { acquireLock, type Files } from "../../files.js";
import type { ImportedDefinition } from "../../import-gen/index.js";
import type { ProjectConfig } from "../../options/config.js";
import { lostFlags } from "../../options/npm.js";
import { applyPlan } from "../../plan/apply.js";
import { stateFolder } from "../../plan/cache.js";
import { loadConfig } from "../../plan/load-config.js";
import { fileProblem } from "../../plan/problem.js";
import { lockedProblem } from "../../plan/regenerate.js";
import { sweep } from "../../plan/sweep.js";
import { Answering, type AnswerMode, type CheckAll } from "../answering.js";
import type { Asker } from "../asker.js";
import { columns, count, planJson, planLines } from "../lines.js";
import type { ProjectRequest } from "../regenerate.js";
import { problemReport, type Report } from "../report.js";
import { textReader } from "../text-reader.js";
import { type ImportPlan, planImport } from "./import-plan.js";
import { readSourceTexts, type SourceWorld } from "./sources.js";

export interface ImportCommandRequest extends ProjectRequest {
  readonly mode: AnswerMode;
  readonly asker: Asker | undefined;
  readonly world: SourceWorld;
}

interface Batch {
  readonly config: ProjectConfig;
  readonly definitions: readonly ImportedDefinition[];
  /** What was found so far: none of it keeps the rest from being imported. */
  readonly diagnostics: readonly Diagnostic[];
  readonly textOf: (path: string) => string | undefined;
}

/**
 * `plop import`: types from CustomResourceDefinitions. What is wrong with one definition is said, and the others are
 * imported. It does not generate; what regenerate makes of the types is the same definitions.
 */
export async function importCommand(request: ImportCommandRequest): Promise<Report> {
  const { files, flags, env, tool, world } = request;
  const lost = lostFlags({ command: "import", env, flags });
  if (hasErrors(lost)) return problemReport({ exitCode: 2, diagnostics: lost });
  const answering = new Answering(request);
  const sources = await answering.list({ key: "sources", default: undefined, check: isAnswered });
  const unanswered = answering.problems({ withYes: false });
  if (hasErrors(unanswered)) return problemReport({ exitCode: 2, diagnostics: unanswered });
  const loaded = await loadConfig({ files, version: tool.version });
  if (loaded.config === undefined) {
    const textOf = textReader(files);
    return problemReport({ exitCode: 1, diagnostics: loaded.diagnostics, textOf });
  }
  const read = await readSourceTexts({ sources, world });
  const [{ findDefinitions }, { celCompiler }, { ruleChecks }] = await Promise.all([
    import("../../import-gen/read/index.js"),
    import("crd-runtime/cel"),
    import("crd-runtime/schema"),
  ]);
  const found = findDefinitions({ sources: read.texts, rules: ruleChecks(celCompiler()) });
  const texts = new Map(read.texts.map(({ path, text }) => [path, text]));
  const project = textReader(files);
  const diagnostics = [...loaded.diagnostics, ...read.diagnostics, ...found.diagnostics];
  const textOf = (path: string): string | undefined => texts.get(path) ?? project(path);
  if (found.definitions.length === 0) {
    const parameters = { sources: sources.join(", ") };
    const nothing = diagnostic("import/nothing-found", parameters);
    const all = hasErrors(diagnostics) ? diagnostics : [...diagnostics, nothing];
    return problemReport({ exitCode: 1, diagnostics: all, textOf });
  }
  const { definitions } = found;
  return await write({ ...request, config: loaded.config, definitions, diagnostics, textOf });
}

const hint = "give files, folders, patterns, URLs, or 'cluster'";
const isAnswered: CheckAll = (sources) =>
  sources.every((source) => source === "")
    ? [diagnostic("import/source", { source: "", reason: "it is empty" }, { hint })]
    : [];

/** Writes under the lock, so that a regenerate at the same time sees the old files or the new ones. */
async function write(request: ImportCommandRequest & Batch): Promise<Report> {
  const { files, flags, config } = request;
  if (flags.switch("dryRun") === true) {
    return reportOf({ ...request, planned: await planImport(request), isDry: true });
  }
  const path = `${stateFolder(files)}/lock`;
  const locked = await acquireLock({ ...request.lock, files, path });
  if (locked.kind !== "held") {
    const problem =
      locked.kind === "busy"
        ? lockedProblem({ holder: locked.holder, path })
        : fileProblem(locked.error);
    return problemReport({ exitCode: 1, diagnostics: [...request.diagnostics, problem] });
  }
  try {
    sweep({ files, folders: [config.apis, stateFolder(files)] });
    const planned = await planImport(request);
    const refused = applyPlan({ files, plan: planned.plan });
    return reportOf({ ...request, planned, refused, isDry: false });
  } finally {
    locked.lock.release();
  }
}

function reportOf(
  input: Batch & {
    readonly files: Files;
    readonly paint: ImportCommandRequest["paint"];
    readonly planned: ImportPlan;
    /** What the file system refused: nothing is written then. */
    readonly refused?: readonly Diagnostic[];
    readonly isDry: boolean;
  },
): Report {
  const { paint, planned, refused = [], isDry, textOf } = input;
  const { plan } = planned;
  const own = planned.diagnostics.map(ofCluster);
  const diagnostics = [...input.diagnostics, ...own, ...refused];
  const imported = refused.length > 0 ? [] : planned.kinds;
  const exitCode = hasErrors(diagnostics) ? 1 : 0;
  const json = { dryRun: isDry, imported, files: planJson(plan) };
  if (imported.length === 0) {
    return { exitCode, diagnostics, textOf, text: ["Nothing was written."], json };
  }
  const kinds = count({ number: imported.length, noun: "kind" });
  const next = [["npx plop regenerate", "generate the code and CRDs"]] as const;
  const text = [
    ...planLines({ plan, paint }),
    isDry
      ? `${kinds} would be imported. Nothing was written (--dry-run).`
      : paint.green(`Imported ${kinds}.`),
    ...(isDry ? [] : ["", "Next:", ...columns(next).map((line) => paint.cyan(line))]),
  ];
  return { exitCode, diagnostics, textOf, text, json };
}

/** A cluster has the definitions of the project, too, once they were applied: that they are there is no mistake. */
function ofCluster(found: Diagnostic): Diagnostic {
  return found.code === "project/kind-exists" && found.span?.file === "cluster"
    ? { ...found, severity: "info" }
    : found;
}
