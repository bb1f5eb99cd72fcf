import { schemapatch } from "../../generators/crd-gen/schemapatch/index.js";
import {
  formatDiagnostics,
  hasErrors,
  sortDiagnostics,
  withSeverities,
} from "../../generators/diagnostics/index.js";
import { createMemoryFiles } from "../../generators/files.js";
import type { ApiModel } from "../../generators/model/index.js";
import { type ProjectConfig, projectConfigSchema } from "../../generators/options.js";
import { noCache } from "../../generators/plan/cache.js";
import { buildModel, chosenGenerators, runGenerators } from "../../generators/plan/generate.js";
import { readMarkers } from "../../generators/plan/markers.js";
import { readSamples } from "../../generators/plan/samples.js";
import { readSources } from "../../generators/plan/sources.js";
import { registry } from "../../generators/registry.js";
import { createRender, type Render } from "../../generators/render/index.js";
import { loadTool } from "../../generators/tool.js";
import type { Tree } from "./case.js";

export interface GoldenRun {
  readonly model: ApiModel;
  readonly files: Tree;
  /** All diagnostics as they are printed, without colours. */
  readonly report: string;
}

/** Generators that one takes over what they make from. */
const madeOf: ReadonlyMap<string, readonly string[]> = new Map([["samples-gen", ["crd-gen"]]]);

/** A project, and the only generator to run. */
export interface RunInput {
  readonly project: Tree;
  readonly generator?: string;
}

/** Runs generators, those of the configuration unless one is named, on a project in memory: the way regenerate does. */
export function runProject(input: RunInput): Promise<GoldenRun> {
  return runnerOfProjects()(input);
}

/** `runProject` for many projects: templates, which take as long to compile as a small project to generate, are compiled once. */
export function runnerOfProjects(): (input: RunInput) => Promise<GoldenRun> {
  const { template, packageTypes } = loadTool();
  const made = new Map<string, Render>();
  const renderOf = ({ importExtension }: ProjectConfig): Render => {
    const render = made.get(importExtension) ?? createRender({ template, importExtension });
    made.set(importExtension, render);
    return render;
  };
  return (input) => runWith({ ...input, renderOf, packageTypes });
}

async function runWith(
  input: RunInput & {
    readonly renderOf: (config: ProjectConfig) => Render;
    readonly packageTypes: (module: string) => string | undefined;
  },
): Promise<GoldenRun> {
  const { project, generator, renderOf, packageTypes } = input;
  const config = configOf(project);
  const sources = readSources({ files: createMemoryFiles({ contents: project }), config });
  const { model, clientsets, diagnostics } = await buildModel({
    sources,
    config,
    cache: noCache,
    packageTypes,
  });
  const found = await readMarkers({ sources: sources.markers, apis: config.apis, cache: noCache });
  const linked = withSeverities({
    diagnostics: sortDiagnostics([...diagnostics, ...found.diagnostics]),
    severities: config.severities,
  });
  const names: readonly string[] =
    generator === undefined ? [] : [generator, ...(madeOf.get(generator) ?? [])];
  const chosen =
    generator === undefined
      ? await chosenGenerators(config)
      : [...registry, schemapatch].filter(({ name }) => names.includes(name));
  if (chosen.length === 0) throw new Error(`there is no generator ${generator}`);
  const render = renderOf(config);
  const run = hasErrors(linked)
    ? { generated: [], diagnostics: [] }
    : runGenerators({
        generators: chosen,
        model,
        clientsets,
        config,
        render,
        markers: found.markers,
        headers: sources.headers.texts,
        manifests: sources.manifests,
        samples: await readSamples(sources.samples),
        exceptions: { ...sources.exceptions, update: false },
      });
  const all = [...sources.diagnostics, ...linked, ...run.diagnostics];
  const wanted = run.generated.filter(
    (file) => generator === undefined || file.generator === generator,
  );
  const files = hasErrors(all) ? [] : wanted;
  return {
    model,
    files: new Map(
      files
        .map(({ path, content }) => [path, content] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
    report: formatDiagnostics({ diagnostics: all, textOf: (file) => project.get(file) }),
  };
}

function configOf(project: Tree): ProjectConfig {
  const text = project.get("crd-project.json");
  return projectConfigSchema.parse(text === undefined ? { version: "0.0.0" } : JSON.parse(text));
}
