import type { SourceFile } from "../files.js";
import type { ViolationExceptions, YamlHeaders } from "../generator.js";
import type { ApiModel } from "../model/index.js";
import type { ProjectConfig } from "../options/config.js";
import type { Render } from "../render/index.js";
import type { ClientsetModel } from "./clientsets.js";
import { chosenGenerators, type RunOutcome, runParts } from "./generate.js";
import { readSamples } from "./samples.js";

/** What generators are told of a unit: plain data, which can be sent to another thread. */
export interface UnitInput {
  readonly model: ApiModel;
  readonly clientsets: readonly ClientsetModel[];
  readonly samples: readonly SourceFile[];
}

/** What all units of a run are told; plain data, too. */
export interface UnitSettings {
  readonly config: ProjectConfig;
  readonly headers: YamlHeaders;
  readonly manifests: readonly SourceFile[];
  readonly exceptions: ViolationExceptions | undefined;
}

export type GenerateUnit = (input: UnitInput) => Promise<RunOutcome>;

/** The generators of a run, as a function of a unit. */
export async function unitGenerator(input: {
  readonly settings: UnitSettings;
  readonly render: Render;
}): Promise<GenerateUnit> {
  const { settings, render } = input;
  const generators = await chosenGenerators(settings.config);
  return async ({ model, clientsets, samples }) =>
    runParts({
      ...settings,
      generators,
      render,
      model,
      clientsets,
      samples: await readSamples(samples),
    });
}
