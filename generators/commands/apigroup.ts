import { kindClashes } from "../apigroup-gen/index.js";
import { hasErrors } from "../diagnostics/index.js";
import { acquireLock, type Files } from "../files.js";
import { compareVersions } from "../model/names/index.js";
import type { ApiAnswers } from "../options/answers.js";
import type { ProjectConfig } from "../options/config.js";
import { lostFlags } from "../options/npm.js";
import { options } from "../options/table.js";
import { checkGroup, checkVersion } from "../options/validate.js";
import { parseFile } from "../parse/index.js";
import { applyPlan } from "../plan/apply.js";
import { stateFolder } from "../plan/cache.js";
import { loadConfig } from "../plan/load-config.js";
import type { Plan } from "../plan/plan.js";
import { fileProblem } from "../plan/problem.js";
import { lockedProblem } from "../plan/regenerate.js";
import { readSources, type Sources } from "../plan/sources.js";
import { sweep } from "../plan/sweep.js";
import { Answering, type AnswerMode, type CheckAll } from "./answering.js";
import { askKinds, checkApiFlags } from "./api-answers.js";
import { planApi } from "./apigroup-plan.js";
import type { Asker } from "./asker.js";
import { columns, planJson, planLines } from "./lines.js";
import type { ProjectRequest } from "./regenerate.js";
import { problemReport, type Report } from "./report.js";
import { textReader } from "./text-reader.js";

export interface ApigroupRequest extends ProjectRequest {
  readonly mode: AnswerMode;
  readonly asker: Asker | undefined;
}

/** An API version that is there already. */
interface ExistingVersion {
  readonly group: string;
  readonly version: string;
}

/**
 * `plop apigroup`: scaffolds what belongs to the user. It does not generate: the types are edited first, and what
 * regenerate writes is then right the first time.
 */
export async function apigroupCommand(request: ApigroupRequest): Promise<Report> {
  const { files, flags, env, tool } = request;
  const textOf = textReader(files);
  const lost = lostFlags({ command: "apigroup", env, flags });
  const early = [...lost, ...checkApiFlags(flags)];
  if (hasErrors(early)) {
    return problemReport({ exitCode: 2, diagnostics: early });
  }
  const loaded = await loadConfig({ files, version: tool.version });
  if (loaded.config === undefined) {
    return problemReport({ exitCode: 1, diagnostics: loaded.diagnostics, textOf });
  }
  const { config } = loaded;
  const sources = readSources({ files, config });
  if (hasErrors(sources.diagnostics)) {
    return problemReport({ exitCode: 1, diagnostics: sources.diagnostics, textOf });
  }
  const versions = existingVersions({ sources, config });
  const asked = await apiAnswers({ ...request, config, sources, versions });
  if (hasErrors(asked.diagnostics)) {
    return problemReport({ exitCode: 2, diagnostics: asked.diagnostics });
  }
  const diagnostics = [...loaded.diagnostics, ...asked.diagnostics];
  return await scaffold({ ...request, config, answers: asked.answers, diagnostics });
}

/** Folders with TypeScript sources below the folder of API types. */
function existingVersions(input: {
  readonly sources: Sources;
  readonly config: ProjectConfig;
}): readonly ExistingVersion[] {
  const { sources, config } = input;
  const found = sources.files.map(({ path }) => {
    const [group = "", version = ""] = path.slice(config.apis.length + 1).split("/");
    return { group, version };
  });
  return found.filter(
    (one, index) =>
      found.findIndex(({ group, version }) => group === one.group && version === one.version) ===
      index,
  );
}

const newGroup = "another group ...";

async function apiAnswers(
  request: ApigroupRequest & {
    readonly config: ProjectConfig;
    readonly sources: Sources;
    readonly versions: readonly ExistingVersion[];
  },
) {
  const { flags, mode, asker, config, sources, versions } = request;
  const answering = new Answering({ flags, mode, asker });
  const groups = [...new Set(versions.map(({ group }) => group))];
  const only = groups.length === 1 ? groups[0] : undefined;
  const chosen =
    mode === "ask" && groups.length > 0
      ? await answering.text({
          key: "group",
          default: groups[0],
          check: () => [],
          choices: [...groups, newGroup],
        })
      : newGroup;
  const group =
    chosen === newGroup
      ? await answering.text({
          key: "group",
          default: groups.length === 0 ? options.group.default : mode === "ask" ? undefined : only,
          check: checkGroup,
          ...(only === undefined ? { required: true } : {}),
        })
      : chosen;
  const known = versions
    .filter((one) => one.group === group)
    .map(({ version }) => version)
    .sort(compareVersions);
  const version = await answering.text({
    key: "apiVersion",
    default: known[0] ?? options.apiVersion.default,
    check: checkVersion,
  });
  const directory = `${config.apis}/${group}/${version}`;
  const checkAsked: CheckAll = (names) => {
    const existing = sources.files
      .filter(({ path }) => path.startsWith(`${directory}/`))
      .map((file) => ({ file, syntax: parseFile(file) }));
    return names.flatMap((kind) => {
      const answer = { kind, plural: undefined, scope: "Namespaced", status: false } as const;
      return kindClashes({ answers: { group, version }, answer, directory, existing });
    });
  };
  const kinds = await askKinds({ answering, flags, default: undefined, checkAsked });
  const answers: ApiAnswers = { group, version, kinds };
  return { answers, diagnostics: answering.problems({ withYes: false }) };
}

/** Writes under the lock, so that a regenerate at the same time sees the old files or the new ones. */
async function scaffold(
  request: ApigroupRequest & {
    readonly config: ProjectConfig;
    readonly answers: ApiAnswers;
    readonly diagnostics: Report["diagnostics"];
  },
): Promise<Report> {
  const { files, flags, config, answers, paint } = request;
  if (flags.switch("dryRun") === true) {
    const { plan, diagnostics, textOf } = await planApi(request);
    const problems = [...request.diagnostics, ...diagnostics];
    if (hasErrors(problems)) {
      return problemReport({ exitCode: 1, diagnostics: problems, textOf });
    }
    const text = [...planLines({ plan, paint }), "Nothing was written (--dry-run)."];
    const json = { dryRun: true, ...answersJson(answers), files: planJson(plan) };
    return { exitCode: 0, diagnostics: problems, textOf, text, json };
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
    const { plan, diagnostics, textOf } = await planApi(request);
    const planned = [...request.diagnostics, ...diagnostics];
    const problems = hasErrors(planned) ? planned : [...planned, ...applyPlan({ files, plan })];
    return hasErrors(problems)
      ? problemReport({
          exitCode: 1,
          diagnostics: problems,
          textOf,
          text: ["Nothing was written."],
        })
      : doneReport({ ...request, plan, diagnostics: problems, textOf });
  } finally {
    locked.lock.release();
  }
}

function answersJson(answers: ApiAnswers): object {
  const { group, version, kinds } = answers;
  return { group, apiVersion: version, kinds: kinds.map(({ kind }) => kind) };
}

function doneReport(
  request: ApigroupRequest & {
    readonly config: ProjectConfig;
    readonly answers: ApiAnswers;
    readonly plan: Plan;
    readonly diagnostics: Report["diagnostics"];
    readonly textOf: (path: string) => string | undefined;
  },
): Report {
  const { config, answers, plan, paint, diagnostics, textOf } = request;
  const { group, version, kinds } = answers;
  const names = kinds.map(({ kind }) => kind).join(", ");
  const types = `${config.apis}/${group}/${version}/types.ts`;
  const next = [
    [`edit ${types}`, "say what the kind is"],
    ["npx plop regenerate", "generate the code and CRDs"],
  ] as const;
  const text = [
    ...planLines({ plan, paint }),
    paint.green(`Added ${names} to ${group}/${version}.`),
    ...severalVersions(request),
    "",
    "Next:",
    ...columns(next).map((line) => paint.cyan(line)),
  ];
  const json = {
    dryRun: false,
    ...answersJson(answers),
    files: planJson(plan),
    next: next.map(([step]) => step),
  };
  return { exitCode: 0, diagnostics, textOf, text, json };
}

/** A kind that another version has as well needs one of them to be stored. */
function severalVersions(request: {
  readonly files: Files;
  readonly config: ProjectConfig;
  readonly answers: ApiAnswers;
}): readonly string[] {
  const { files, config, answers } = request;
  const { group, version, kinds } = answers;
  const own = `${config.apis}/${group}/${version}/`;
  const others = readSources({ files, config }).files.filter(
    ({ path }) => path.startsWith(`${config.apis}/${group}/`) && !path.startsWith(own),
  );
  const declared = others.flatMap((file) => parseFile(file).declarations.map(({ name }) => name));
  const shared = kinds.filter(({ kind }) => declared.includes(kind)).map(({ kind }) => kind);
  return shared.length === 0
    ? []
    : [
        `${shared.join(", ")} ${shared.length === 1 ? "has" : "have"} several versions now: put // +kubebuilder:storageversion above the one that is stored.`,
      ];
}
