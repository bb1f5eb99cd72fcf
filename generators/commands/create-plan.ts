import { apigroupGen } from "../apigroup-gen/index.js";
import { type Diagnostic, hasErrors } from "../diagnostics/index.js";
import type { GeneratorInput } from "../generator.js";
import type { ProjectAnswers } from "../options/answers.js";
import { projectConfigSchema } from "../options/config.js";
import { noCache } from "../plan/cache.js";
import { buildModel, chosenGenerators, runGenerators } from "../plan/generate.js";
import type { PlannedFile } from "../plan/plan.js";
import { projectGen } from "../project-gen/index.js";
import { registry } from "../registry.js";
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
    files: api.generated
      .filter(({ path }) => path.startsWith(`${directory}/`))
      .map(({ path, content }) => ({ path, text: content })),
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
  const project = projectGen({ answers, templates, toolVersion: tool.version });
  const generators = [...(await chosenGenerators({ registry, config })), project];
  const run = runGenerators({ generators, model, clientsets, config, render });
  return {
    generated: [...api.generated, ...run.generated],
    diagnostics: [...api.diagnostics, ...diagnostics, ...run.diagnostics],
  };
}

const emptyModel: GeneratorInput["model"] = { groups: [] };
