import { type Diagnostic, hasErrors, withSeverities } from "../diagnostics/index.js";
import { folderOf, type SourceFile } from "../files.js";
import type { HeaderTexts, ViolationExceptions } from "../generator.js";
import type { ApiModel, FileSyntax, GroupOutline } from "../model/index.js";
import type { ProjectConfig } from "../options/config.js";
import type { Render } from "../render/index.js";
import type { Batch } from "./batches.js";
import { chosenGenerators, linkSyntax, type RunOutcome, runParts } from "./generate.js";
import type { PackageTypes } from "./packages.js";
import { readSamples } from "./samples.js";

export interface BatchOutcome {
  readonly groups: readonly GroupOutline[];
  /** Of the sources; severities are those of the catalogue. */
  readonly linked: readonly Diagnostic[];
  /** What was made of each unit; nothing where there are errors in the sources. */
  readonly made: readonly RunOutcome[];
}

/** What all units of a run are told; plain data, too. */
export interface UnitSettings {
  readonly config: ProjectConfig;
  readonly headers: HeaderTexts;
  readonly manifests: readonly SourceFile[];
  readonly exceptions: ViolationExceptions | undefined;
}

export type GenerateBatch = (batch: Batch) => Promise<BatchOutcome>;

/** From sources to generated files, as a function of units. */
export function batchGenerator(input: {
  readonly settings: UnitSettings;
  readonly render: Render;
  readonly read: (file: SourceFile) => FileSyntax;
  readonly packageTypes: PackageTypes;
}): GenerateBatch {
  const { settings, render, read, packageTypes } = input;
  const { config } = settings;
  return async (batch) => {
    const { model, clientsets, diagnostics } = await linkSyntax({
      syntax: batch.flatMap(({ files }) => files.map(read)),
      expansions: batch.flatMap(({ expansions }) => expansions.map(read)),
      config,
      packageTypes,
    });
    const outcome = { groups: model.groups.map(outlineOf), linked: diagnostics };
    const { severities } = config;
    if (hasErrors(withSeverities({ diagnostics, severities }))) return { ...outcome, made: [] };
    const generators = await chosenGenerators(config);
    const made: RunOutcome[] = [];
    for (const unit of batch) {
      const isOf = ownerTest(unit);
      const run = runParts({
        ...settings,
        generators,
        render,
        model: narrowed(model, isOf),
        clientsets: clientsets.map((one) => ({ ...one, model: narrowed(one.model, isOf) })),
        samples: await readSamples(unit.samples),
      });
      made.push(run);
    }
    return { ...outcome, made };
  };
}

/** Whether a group is one of a unit. */
export function ownerTest(unit: {
  readonly files: readonly { readonly path: string }[];
}): (group: GroupOutline) => boolean {
  const folders = new Set(unit.files.map(({ path }) => folderOf(path)));
  return ({ versions }) => versions.some(({ directory }) => folders.has(directory));
}

function narrowed(model: ApiModel, isOf: (group: GroupOutline) => boolean): ApiModel {
  return { ...model, groups: model.groups.filter(isOf) };
}

/** Without what a model has besides. */
function outlineOf(group: GroupOutline): GroupOutline {
  return {
    ...group,
    versions: group.versions.map((version) =>
      Object.assign({}, version, {
        types: undefined,
        functions: undefined,
        conversions: undefined,
      }),
    ),
  };
}
