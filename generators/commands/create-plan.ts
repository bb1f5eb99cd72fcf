import { apigroupGen } from "../apigroup-gen/index.js";
import { type Diagnostic, hasErrors } from "../diagnostics/index.js";
import type { SourceFile } from "../files.js";
import type { GeneratorInput } from "../generator.js";
import { isMarkerSource, mayHaveMarkers } from "../model/marker-text.js";
import type { ProjectAnswers } from "../options/answers.js";
import { projectConfigSchema } from "../options/config.js";
import { noCache } from "../plan/cache.js";
import { buildModel, chosenGenerators, runGenerators } from "../plan/generate.js";
import { readMarkers } from "../plan/markers.js";
import type { PlannedFile } from "../plan/plan.js";
import { projectGen } from "../project-gen/index.js";
import { createRender } from "../render/index.js";
import type { Tool } from "../tool.js";

/** All files of a new project, its generated code included, in memory. */
export async function planProject(input: {
  readonly answers: ProjectAnswers;
  readonly tool: Tool;
}): Promise<{
  readonly generated: readonly PlannedFile[];
  readonly diagnostics: readonly Diagnostic[];
}> {
  const { answers, tool } = input;
  const config = projectConfigSchema.parse({ version: tool.version, fake: answers.fake });
  const { importExtension } = config;
  const render = createRender({ ...tool, importExtension });
  const directory = `${config.apis}/${answers.group}/${answers.version}`;
  const api = runGenerators({
    generators: [apigroupGen({ answers, directory, existing: [] })],
    model: emptyModel,
    clientsets: [],
    config,
    render,
  });
  const sources = {
    files: textsOf(api.generated).filter(({ path }) => path.startsWith(`${directory}/`)),
    expansions: [],
  };
  const { model, clientsets, diagnostics } = await buildModel({
    sources,
    config,
    cache: noCache,
    packageTypes: tool.packageTypes,
  });
  if (hasErrors(diagnostics)) {
    return { generated: [], diagnostics };
  }
  const templates = tool.templates("project");
  const given = { model, clientsets, config, render };
  const project = runGenerators({
    ...given,
    generators: [projectGen({ answers, templates, toolVersion: tool.version })],
  });
  const found = await readMarkers({
    sources: withMarkers([...sources.files, ...textsOf(project.generated)]),
    apis: config.apis,
    cache: noCache,
  });
  const generators = await chosenGenerators(config);
  const run = runGenerators({ ...given, generators, markers: found.markers });
  return {
    generated: [api, run, project].flatMap(({ generated }) => generated),
    diagnostics: [api, { diagnostics }, found, run, project].flatMap((one) => one.diagnostics),
  };
}

function textsOf(files: readonly PlannedFile[]): readonly SourceFile[] {
  return files.map(({ path, content }) => ({ path, text: content }));
}

function withMarkers(files: readonly SourceFile[]): readonly SourceFile[] {
  return files
    .filter(({ path, text }) => isMarkerSource(path) && mayHaveMarkers(text))
    .toSorted((left, right) => (left.path < right.path ? -1 : 1));
}

const emptyModel: GeneratorInput["model"] = { groups: [] };
