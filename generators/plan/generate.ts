import {
  type Diagnostic,
  sortDiagnostics,
  withoutEchoes,
  withSeverities,
} from "../diagnostics/index.js";
import type { SourceFile } from "../files.js";
import type {
  Generator,
  GeneratorOutput,
  HeaderTexts,
  MadeDefinition,
  SampleFile,
  SharedInput,
  ViolationExceptions,
} from "../generator.js";
import type { ApiModel, FileSyntax, Tag } from "../model/index.js";
import type { ProjectConfig } from "../options/config.js";
import { headerComments, type Render, withHeader } from "../render/index.js";
import type { Cache } from "./cache.js";
import type { ClientsetModel } from "./clientsets.js";
import { importedPackages, type PackageTypes } from "./packages.js";
import type { PlannedFile } from "./plan.js";
import { switchedOff, switchedOffTags } from "./switched-off.js";
import { syntaxReader } from "./syntax.js";

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
  const { clientsetProblems } = await import("./clientsets.js");
  const { read } = await syntaxReader({ cache });
  const syntax = sources.files.map(read);
  const expansions = sources.expansions.map(read);
  const linked = await linkSyntax({ syntax, expansions, config, packageTypes });
  const { model } = linked;
  const diagnostics = sortDiagnostics([
    ...linked.diagnostics,
    ...clientsetProblems({ model, config, text: configText }),
  ]);
  const { severities } = config;
  return { ...linked, syntax, diagnostics: withSeverities({ diagnostics, severities }) };
}

/** Links a project, or a part of it that stands alone; severities are those of the catalogue. */
export async function linkSyntax(input: {
  readonly syntax: readonly FileSyntax[];
  readonly expansions: readonly FileSyntax[];
  readonly config: ProjectConfig;
  readonly packageTypes: PackageTypes;
}): Promise<Pick<ModelOutcome, "model" | "clientsets" | "diagnostics">> {
  const { syntax, expansions, config, packageTypes } = input;
  const [{ linkModel }, { clientsetModels, expansionsOf }] = await Promise.all([
    import("../model/link/index.js"),
    import("./clientsets.js"),
  ]);
  const linked = linkModel({
    files: syntax,
    config,
    expansions: expansionsOf({ client: config.client, config, expansions }),
    packages: importedPackages({ syntax, packageTypes }),
  });
  const { model } = linked;
  const diagnostics = [...linked.diagnostics];
  const report = (one: Diagnostic): void => void diagnostics.push(one);
  const clientsets = clientsetModels({ model, config, expansions, report });
  return { model, clientsets, diagnostics };
}

interface Run {
  readonly generators: readonly Generator[];
  readonly config: ProjectConfig;
  readonly render: Render;
  readonly exceptions?: ViolationExceptions | undefined;
  readonly headers?: HeaderTexts | undefined;
  readonly manifests?: readonly SourceFile[] | undefined;
  readonly samples?: readonly SampleFile[] | undefined;
}

/** What generators have made. */
export interface RunOutcome {
  readonly generated: readonly PlannedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Runs generators on a whole project, in order; each file is noted with the one that made it. */
export function runGenerators(
  input: Run & {
    readonly model: ApiModel;
    readonly clientsets: readonly ClientsetModel[];
    readonly markers?: readonly Tag[];
  },
): RunOutcome {
  const { severities } = input.config;
  const { markers = [] } = input;
  const runs = [runParts(input), runShared({ ...input, markers })];
  const diagnostics = unique(runs.flatMap((run) => run.diagnostics));
  return {
    generated: runs.flatMap(({ generated }) => generated),
    diagnostics: withoutEchoes(withSeverities({ diagnostics, severities })),
  };
}

/** Files of versions and kinds, of a project or a part of it that stands alone; severities are those of the catalogue. */
export function runParts(
  input: Run & { readonly model: ApiModel; readonly clientsets: readonly ClientsetModel[] },
): RunOutcome {
  const { model, clientsets, config, render, exceptions, headers, manifests, samples } = input;
  const given = {
    render,
    ...(exceptions !== undefined && { exceptions }),
    ...(headers !== undefined && { headers }),
    ...(manifests !== undefined && { manifests }),
    ...(samples !== undefined && { samples }),
  };
  let definitions: readonly MadeDefinition[] = [];
  const made = collect(input, (generator) => {
    const runs = [{ model, config }, ...(generator.perClientset ? clientsets : [])];
    const outputs = runs.map((run) =>
      generator.generate({ model: run.model, options: run.config, definitions, ...given }),
    );
    definitions = [...definitions, ...outputs.flatMap((output) => output.definitions ?? [])];
    return outputs;
  });
  return { ...made, diagnostics: [...switchedOff({ model, config }), ...made.diagnostics] };
}

/** Files that all groups share; severities are those of the catalogue. */
export function runShared(
  input: Run & {
    readonly model: SharedInput["model"];
    readonly clientsets: readonly {
      readonly model: SharedInput["model"];
      readonly config: ProjectConfig;
    }[];
    readonly markers: readonly Tag[];
  },
): RunOutcome {
  const { model, clientsets, config, render, markers, headers } = input;
  const given = { render, markers, ...(headers !== undefined && { headers }) };
  const made = collect(input, (generator) =>
    [{ model, config }, ...(generator.perClientset ? clientsets : [])].flatMap(
      (run) =>
        generator.generateShared?.({ model: run.model, options: run.config, ...given }) ?? [],
    ),
  );
  const off = switchedOffTags({ tags: markers, config });
  return { ...made, diagnostics: [...off, ...made.diagnostics] };
}

function collect(
  { generators, config, headers }: Run,
  generate: (generator: Generator) => readonly GeneratorOutput[],
): RunOutcome {
  const comments = headerComments({ text: headers?.code ?? "", year: config.year });
  const outputs = generators.flatMap((generator) =>
    generate(generator).map((output) => ({ generator, ...output })),
  );
  return {
    generated: outputs.flatMap(({ generator, files }) =>
      files.map((file) => {
        const isCode = file.owner === "tool" && file.path.endsWith(".ts");
        const content =
          isCode && comments !== ""
            ? withHeader({ content: file.content, comments })
            : file.content;
        return { ...file, content, generator: generator.name };
      }),
    ),
    diagnostics: unique(outputs.flatMap(({ diagnostics }) => diagnostics)),
  };
}

/** What is wrong with a group is wrong with it in each clientset, and told once. */
function unique(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(diagnostics.map((one) => [JSON.stringify(one), one])).values()];
}

/** The generators that the project's settings ask for, in the order of the registry. */
export async function chosenGenerators(
  config: Pick<ProjectConfig, "generators" | "schemapatch">,
): Promise<readonly Generator[]> {
  const { registry } = await import("../registry.js");
  const names: readonly string[] = config.generators;
  const chosen = registry.filter(({ name }) => names.includes(name));
  if (config.schemapatch === undefined) return chosen;
  // Few projects have manifests of their own, and the library that reads them takes its time to load.
  const { schemapatch } = await import("../crd-gen/schemapatch/index.js");
  return [...chosen, schemapatch];
}
