import {
  type Diagnostic,
  hasErrors,
  sortDiagnostics,
  withoutEchoes,
  withSeverities,
} from "../diagnostics/index.js";
import { type Files, type SourceFile, sha256 } from "../files.js";
import type { HeaderTexts, ViolationExceptions } from "../generator.js";
import type { GroupOutline } from "../model/index.js";
import type { ProjectConfig } from "../options/config.js";
import type { Tool } from "../tool.js";
import { batchGenerator, ownerTest } from "./batch-generator.js";
import { batchesOf, type UnitSources } from "./batches.js";
import type { Cache } from "./cache.js";
import { clientsetOutlines, clientsetProblems } from "./clientsets.js";
import { factsReader } from "./facts.js";
import { chosenGenerators, runShared } from "./generate.js";
import { type ProjectMarkers, readMarkers } from "./markers.js";
import type { KeptFile, PlannedFile } from "./plan.js";
import { sampleGroups } from "./samples.js";
import type { Session } from "./session.js";
import { type SyntaxReader, syntaxReader } from "./syntax.js";
import type { Threads } from "./threads.js";
import { UnitCache, type UnitRecord } from "./unit-cache.js";
import { type Unit, unitsOf } from "./units.js";

export interface ProjectRequest {
  readonly sources: {
    readonly files: readonly SourceFile[];
    readonly expansions: readonly SourceFile[];
    readonly exceptions: Omit<ViolationExceptions, "update">;
    readonly markers: readonly SourceFile[];
    readonly headers: { readonly texts: HeaderTexts };
    readonly manifests: readonly SourceFile[];
    readonly samples: readonly SourceFile[];
  };
  /** `--update-report`. */
  readonly updateReport: boolean;
  readonly config: ProjectConfig;
  /** Text of crd-project.json, for places. */
  readonly configText: string;
  readonly cache: Cache;
  /** Digests of generated files. */
  readonly onDisk: Pick<Files, "digest">;
  readonly session: Session;
  /** Whether what an earlier run made of a part of the project is taken from the cache, where it stands on disk. */
  readonly trust: boolean;
  /** What V8 has compiled of this package; see `Tool`. */
  readonly takeCode: Tool["takeCode"];
  readonly tool: Pick<Tool, "template" | "precompiled" | "packageTypes">;
  readonly threads: Threads;
}

export interface ProjectOutcome {
  readonly groups: readonly GroupOutline[];
  readonly diagnostics: readonly Diagnostic[];
  /** What is to be on disk; nothing when there are errors in the sources. */
  readonly generated: readonly PlannedFile[];
  /** What is on disk, as it is to be. */
  readonly kept: readonly KeptFile[];
}

/** Problems whose hints name what other groups have. */
const aboutOthers: ReadonlySet<string> = new Set<Diagnostic["code"]>([
  "type/import-outside",
  "tag/type-name",
  "model/conversion-peer",
  "model/lifecycle-foreign",
  "model/lifecycle-replacement",
  "model/unused-expansion",
]);

/**
 * Model and files of a project. Groups that refer to one another are a unit: one whose sources are those of an earlier
 * run, and whose files stand on disk, is not linked and not generated for again.
 */
export async function generateProject(request: ProjectRequest): Promise<ProjectOutcome> {
  const { sources, config, cache, session, takeCode } = request;
  const { digestOf } = session;
  const { read, readAhead, keep } = await syntaxReader({ cache, digestOf, takeCode });
  const { facts, done } = factsReader({ cache, digestOf, read });
  const all = [...sources.files, ...sources.expansions];
  // What is accepted and no longer occurs, and whose a manifest is, only the whole project can say.
  const exceptions = exceptionsOf(request);
  const isWhole = exceptions !== undefined || config.schemapatch !== undefined;
  const files = sources.files.map(facts);
  const expansions = sources.expansions.map(facts);
  done();
  const samples = sources.samples.map((file) => ({
    path: file.path,
    digest: digestOf(file),
    groups: sampleGroups(file),
  }));
  const units = unitsOf({ files, expansions, samples, apis: config.apis });
  const whole: Unit = { files, expansions, samples };
  const texts = new Map([...all, ...sources.samples].map((file) => [file.path, file]));
  const textsOf = (facts: readonly { readonly path: string }[]) =>
    facts.flatMap(({ path }) => texts.get(path) ?? []);
  const sourcesOf = (unit: Unit): UnitSources => ({
    files: textsOf(unit.files),
    expansions: textsOf(unit.expansions),
    samples: textsOf(unit.samples),
  });
  const { apis } = config;
  const found = await readMarkers({ sources: sources.markers, apis, cache, digestOf });
  const project = { ...request, found, exceptions, sourcesOf, read, readAhead, isWhole };
  const outcome =
    (isWhole ? undefined : await generateUnits({ ...project, units })) ??
    (await generateUnits({ ...project, units: [whole] }));
  if (outcome === undefined) throw new Error("the whole of a project does not stand alone");
  keep(all);
  return outcome;
}

function exceptionsOf(request: ProjectRequest): ViolationExceptions | undefined {
  const { sources, updateReport: update } = request;
  const { exceptions } = sources;
  return update || exceptions.text !== undefined ? { ...exceptions, update } : undefined;
}

type UnitsRequest = ProjectRequest & {
  /** Nothing is taken from an earlier run, and nothing is kept for a later one. */
  readonly isWhole: boolean;
  readonly exceptions?: ViolationExceptions | undefined;
  readonly units: readonly Unit[];
  readonly found: ProjectMarkers;
  readonly sourcesOf: (unit: Unit) => UnitSources;
} & Pick<SyntaxReader, "read" | "readAhead">;

/** Undefined when the units do not stand alone: then all of the project is one. */
async function generateUnits(request: UnitsRequest): Promise<ProjectOutcome | undefined> {
  const { onDisk, config, configText, cache, units, tool, exceptions, isWhole } = request;
  const { sourcesOf, read, threads } = request;
  const trust = request.trust && !isWhole;
  const { severities } = config;
  const { manifests } = request.sources;
  const headers = request.sources.headers.texts;
  const { markers } = request.found;
  const records = new UnitCache({ cache, onDisk, config, headers });
  const recorded = (name: string) => (trust ? records.get(name) : undefined);
  const known = new Map<Unit, UnitRecord>();
  for (const unit of units) {
    const record = recorded(records.nameOf(unit));
    if (record !== undefined) known.set(unit, record);
  }
  const changed = units.filter((unit) => !known.has(unit));
  const { createRender } = await import("../render/index.js");
  const render = request.session.renderFor(config, (importExtension) =>
    createRender({ ...tool, importExtension }),
  );
  const settings = { config, headers, manifests, exceptions };
  const batches = batchesOf(changed.map(sourcesOf));
  if (batches.length === 1) {
    const files = batches.flat().flatMap((unit) => [...unit.files, ...unit.expansions]);
    // A process that stays has the compiler loaded.
    await request.readAhead({ files, threads: request.session.goesOn ? undefined : threads });
  }
  const outcomes = await threads.generate({
    batches,
    settings,
    generateBatch: batchGenerator({ settings, render, read, ...tool }),
  });
  const linked = outcomes.flatMap((outcome) => outcome.linked);
  const ownGroups = outcomes.flatMap((outcome) => outcome.groups);
  const groups = [...[...known.values()].flatMap((record) => record.groups), ...ownGroups].toSorted(
    (left, right) => (left.name < right.name ? -1 : 1),
  );
  const standsAlone = !linked.some(({ code }) => aboutOthers.has(code)) && !areMixed(groups);
  if (units.length > 1 && !standsAlone) return undefined;
  const found = sortDiagnostics([
    ...[...known.values()].flatMap((record) => record.linked),
    ...linked,
    ...request.found.diagnostics,
    ...clientsetProblems({ model: { groups }, config, text: configText }),
  ]);
  const diagnostics = withSeverities({ diagnostics: found, severities });
  if (hasErrors(diagnostics)) return { groups, diagnostics, generated: [], kept: [] };
  const names = units.map((unit) => records.nameOf(unit));
  const parts = outcomes.flatMap((outcome) => outcome.made);
  if (standsAlone && !isWhole) {
    for (const [index, unit] of changed.entries()) {
      const made = parts[index];
      if (made === undefined) continue;
      const written = withSamples({ unit, generated: made.generated });
      records.set({ unit: written, groups: ownGroups.filter(ownerTest(unit)), linked, made });
      names.push(records.nameOf(written));
    }
  }
  const shared = records.sharedName({ groups, markers });
  const old = recorded(shared);
  const model = { groups };
  const clientsets = clientsetOutlines({ model, config });
  const common =
    old ??
    runShared({
      ...settings,
      generators: await chosenGenerators(config),
      render,
      model,
      markers,
      clientsets,
    });
  if (old === undefined) records.setShared({ name: shared, made: common });
  records.keep([...names, shared]);
  const told = sortDiagnostics([
    ...[...known.values()].flatMap((record) => record.diagnostics),
    ...parts.flatMap((made) => made.diagnostics),
    ...common.diagnostics,
  ]);
  return {
    groups,
    diagnostics: [
      ...diagnostics,
      ...withoutEchoes(withSeverities({ diagnostics: told, severities })),
    ],
    generated: [...parts, common].flatMap((made) => made.generated),
    kept: [...known.values(), ...(old === undefined ? [] : [old])].flatMap(
      ({ outputs }) => outputs,
    ),
  };
}

/** Whether two groups have one name, or are reached by one: each of them alone is as it should be. */
function areMixed(groups: readonly GroupOutline[]): boolean {
  return (
    new Set(groups.map(({ accessor }) => accessor)).size < groups.length ||
    new Set(groups.map(({ name }) => name)).size < groups.length
  );
}

/** A unit as it is when the samples have been written that it lacks. */
function withSamples(input: {
  readonly unit: Unit;
  readonly generated: readonly PlannedFile[];
}): Unit {
  const { unit, generated } = input;
  const samples = new Map(unit.samples.map((sample) => [sample.path, sample]));
  for (const { path, content, generator } of generated) {
    if (generator !== "samples-gen") continue;
    samples.set(path, {
      path,
      digest: sha256(content),
      groups: sampleGroups({ path, text: content }),
    });
  }
  return {
    ...unit,
    samples: [...samples.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  };
}
