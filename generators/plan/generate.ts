import {
  type Diagnostic,
  hasErrors,
  sortDiagnostics,
  withSeverities,
} from "../diagnostics/index.js";
import { type SourceFile, sha256 } from "../files.js";
import type { Generator } from "../generator.js";
import type { ApiModel, FileSyntax } from "../model/index.js";
import type { ProjectConfig } from "../options/config.js";
import type { Render } from "../render/index.js";
import type { Cache } from "./cache.js";
import type { ClientsetModel } from "./clientsets.js";
import { importedPackages, type PackageTypes } from "./packages.js";
import type { PlannedFile } from "./plan.js";
import { switchedOff } from "./switched-off.js";

/** A pure run: sources in, model out. */
export interface ModelOutcome {
  readonly model: ApiModel;
  /** The further clientsets of the project. */
  readonly clientsets: readonly ClientsetModel[];
  readonly syntax: readonly FileSyntax[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the sources into the model. What the cache knows by content is not parsed again. */
export async function buildModel(input: {
  readonly sources: {
    readonly files: readonly SourceFile[];
    readonly expansions: readonly SourceFile[];
  };
  readonly config: ProjectConfig;
  /** Text of crd-project.json, for places. */
  readonly configText?: string;
  readonly cache: Cache;
  readonly packageTypes: PackageTypes;
}): Promise<ModelOutcome> {
  const { sources, config, configText = "", cache, packageTypes } = input;
  const [{ parseFile }, { linkModel }, { clientsetModels, expansionsOf }] = await Promise.all([
    import("../parse/index.js"),
    import("../model/link/index.js"),
    import("./clientsets.js"),
  ]);
  const used = new Set<string>();
  const read = (file: SourceFile): FileSyntax => {
    const name = `syntax/${sha256(`${file.path}\n${file.text}`)}.json`;
    used.add(name);
    const known = cache.get(name);
    if (isSyntax(known)) {
      return known;
    }
    const value = parseFile(file);
    cache.set({ name, value });
    return value;
  };
  const syntax = sources.files.map(read);
  const expansions = sources.expansions.map(read);
  cache.prune({ folder: "syntax", keep: used });
  const { client, severities } = config;
  const linked = linkModel({
    files: syntax,
    config,
    expansions: expansionsOf({ client, config, expansions }),
    packages: importedPackages({ syntax, packageTypes }),
  });
  const diagnostics = [...linked.diagnostics];
  const { model } = linked;
  const report = (one: Diagnostic): void => void diagnostics.push(one);
  const clientsets = clientsetModels({ model, config, expansions, text: configText, report });
  return {
    model,
    clientsets,
    syntax,
    diagnostics: withSeverities({ diagnostics: sortDiagnostics(diagnostics), severities }),
  };
}

/** The checksum of the cache vouches for the inside. */
function isSyntax(value: unknown): value is FileSyntax {
  return typeof value === "object" && value !== null && "path" in value && "declarations" in value;
}

/** Runs generators in order; each file is noted with the one that made it. */
export function runGenerators(input: {
  readonly generators: readonly Generator[];
  readonly model: ApiModel;
  readonly clientsets: readonly ClientsetModel[];
  readonly config: ProjectConfig;
  readonly render: Render;
  readonly header?: string | undefined;
}): { readonly generated: readonly PlannedFile[]; readonly diagnostics: readonly Diagnostic[] } {
  const { generators, model, clientsets, config: options, render, header } = input;
  const outputs = generators.flatMap((generator) => {
    const runs = [{ model, config: options }, ...(generator.perClientset ? clientsets : [])];
    return runs.map((run) => ({
      generator,
      ...generator.generate({ model: run.model, options: run.config, render, header }),
    }));
  });
  return {
    generated: outputs.flatMap(({ generator, files }) =>
      files.map((file) => ({ ...file, generator: generator.name })),
    ),
    diagnostics: withSeverities({
      diagnostics: unique([
        ...switchedOff({ model, config: options }),
        ...outputs.flatMap(({ diagnostics }) => diagnostics),
      ]),
      severities: options.severities,
    }),
  };
}

/** What is wrong with a group is wrong with it in each clientset, and told once. */
function unique(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(diagnostics.map((one) => [JSON.stringify(one), one])).values()];
}

/** The generators that the project's settings ask for, in the order of the registry. */
export function chosenGenerators(input: {
  readonly registry: readonly Generator[];
  readonly config: Pick<ProjectConfig, "generators">;
}): readonly Generator[] {
  const names: readonly string[] = input.config.generators;
  return input.registry.filter(({ name }) => names.includes(name));
}

/** Model and files of a project; no files when the model has errors. */
export async function generateProject(input: {
  readonly sources: {
    readonly files: readonly SourceFile[];
    readonly expansions: readonly SourceFile[];
    readonly header: SourceFile | undefined;
  };
  readonly config: ProjectConfig;
  readonly configText?: string;
  readonly cache: Cache;
  readonly template: (name: string) => string;
  readonly packageTypes: PackageTypes;
}): Promise<ModelOutcome & { readonly generated: readonly PlannedFile[] }> {
  const { config } = input;
  const outcome = await buildModel(input);
  if (hasErrors(outcome.diagnostics)) {
    return { ...outcome, generated: [] };
  }
  const [{ createRender }, { registry }] = await Promise.all([
    import("../render/index.js"),
    import("../registry.js"),
  ]);
  const render = createRender({
    template: input.template,
    importExtension: config.importExtension,
  });
  const generators = chosenGenerators({ registry, config });
  const run = runGenerators({
    generators,
    model: outcome.model,
    clientsets: outcome.clientsets,
    config,
    render,
    header: input.sources.header?.text,
  });
  return {
    ...outcome,
    generated: run.generated,
    diagnostics: [...outcome.diagnostics, ...run.diagnostics],
  };
}
