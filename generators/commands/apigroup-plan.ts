import { apigroupGen, type ExistingFile } from "../apigroup-gen/index.js";
import { type Diagnostic, hasErrors } from "../diagnostics/index.js";
import type { Files } from "../files.js";
import { isApiSource } from "../model/link/folders.js";
import type { ApiAnswers } from "../options/answers.js";
import type { ProjectConfig } from "../options/config.js";
import { type Cache, createCache, readOnly, stateFolder } from "../plan/cache.js";
import { buildModel, type ModelOutcome, runGenerators } from "../plan/generate.js";
import { makePlan, type Plan, type PlannedFile } from "../plan/plan.js";
import { readSources, type Sources } from "../plan/sources.js";
import { createRender } from "../render/index.js";
import type { Tool } from "../tool.js";
import { textReader } from "./text-reader.js";

/** What `plop apigroup` would write, and what stands against it. */
export interface ApiPlan {
  readonly plan: Plan;
  readonly diagnostics: readonly Diagnostic[];
  /** Text of a file as the plan has it. */
  readonly textOf: (path: string) => string | undefined;
}

/** Reads the project and plans; the same in a dry run. */
export async function planApi(request: {
  readonly files: Files;
  readonly tool: Tool;
  readonly config: ProjectConfig;
  readonly answers: ApiAnswers;
}): Promise<ApiPlan> {
  const { files, tool, config, answers } = request;
  const sources = readSources({ files, config });
  const fingerprint = tool.fingerprint();
  const cache = readOnly(createCache({ files, folder: stateFolder(files), fingerprint }));
  const { packageTypes } = tool;
  const before = await buildModel({ sources, config, cache, packageTypes });
  const directory = `${config.apis}/${answers.group}/${answers.version}`;
  const existing = sources.files.flatMap((file, index): readonly ExistingFile[] => {
    const syntax = before.syntax[index];
    return syntax !== undefined && file.path.startsWith(`${directory}/`) ? [{ file, syntax }] : [];
  });
  const { importExtension } = config;
  const render = createRender({ ...tool, importExtension });
  const generators = [apigroupGen({ answers, directory, existing })];
  const { model, clientsets } = before;
  const { generated, diagnostics } = runGenerators({
    generators,
    model,
    clientsets,
    config,
    render,
  });
  const compared = makePlan({ files, generated, folders: [] });
  const problems = [...sources.diagnostics, ...diagnostics, ...compared.diagnostics];
  const read = textReader(files);
  if (hasErrors(problems)) {
    return { plan: compared.plan, diagnostics: problems, textOf: read };
  }
  const broken = await brokenBy({ generated, before, sources, config, cache, tool });
  const texts = new Map(generated.map(({ path, content }) => [path, content]));
  return {
    plan: compared.plan,
    diagnostics: [...problems, ...broken.diagnostics],
    textOf: broken.isPlanned ? (path) => texts.get(path) ?? read(path) : read,
  };
}

/**
 * Errors that the new declarations would bring into the project: a plural that another kind has, a tag at the end of
 * types.ts that would speak for them. Which version is stored is left to the user, who is told so.
 */
async function brokenBy(input: {
  readonly generated: readonly PlannedFile[];
  readonly before: ModelOutcome;
  readonly sources: Sources;
  readonly config: ProjectConfig;
  readonly cache: Cache;
  readonly tool: Tool;
}): Promise<{
  readonly diagnostics: readonly Diagnostic[];
  /** Whether the places are those in the planned files. */
  readonly isPlanned: boolean;
}> {
  const { generated, before, sources, config, cache, tool } = input;
  const { packageTypes } = tool;
  const planned = generated
    .filter(({ path }) => isApiSource({ path, apis: config.apis }))
    .map(({ path, content }) => ({ path, text: content }));
  const paths = new Set(planned.map(({ path }) => path));
  const files = [...sources.files.filter(({ path }) => !paths.has(path)), ...planned].toSorted(
    (a, b) => (a.path < b.path ? -1 : 1),
  );
  const after = await buildModel({ sources: { ...sources, files }, config, cache, packageTypes });
  const unattached = (outcome: ModelOutcome): readonly Diagnostic[] =>
    outcome.diagnostics.filter(
      ({ code, span }) => code === "tag/unattached" && span && paths.has(span.file),
    );
  if (unattached(after).length < unattached(before).length) {
    return { diagnostics: unattached(before), isPlanned: false };
  }
  const errors = after.diagnostics.filter(
    ({ code, severity }) => severity === "error" && code !== "model/missing-storage-version",
  );
  // Errors that were there before are no reason to refuse.
  return { diagnostics: hasErrors(before.diagnostics) ? [] : errors, isPlanned: true };
}
