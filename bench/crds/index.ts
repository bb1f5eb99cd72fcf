import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { groups } from "../api/blueprint.js";
import {
  controllerGenCommand,
  findGoTools,
  type GoTools,
  makeGoCold,
  makeGoProject,
} from "../go-tools.js";
import { measure, type Usage } from "../measure/process.js";
import { megabytes, type Reporter, ratio, seconds } from "../measure/report.js";
import { median } from "../measure/statistics.js";
import { makeCold, makeProject } from "../project.js";
import type { Topic } from "../topic.js";

/** crd-gen alone; that others are asked for by tags is known. Without `modules`: the YAML alone, as controller-gen has it. */
const settings = (modules: boolean): object => ({
  generators: ["crd-gen"],
  crd: { modules },
  severities: { "generate/generator-off": "off" },
});

interface Runs {
  readonly ours: Usage[];
  /** Without plop. */
  readonly direct: Usage[];
  readonly withModules: Usage[];
  readonly theirs: Usage[];
  readonly idle: Usage[];
}

async function measureApi(input: {
  readonly kinds: number;
  readonly rounds: number;
  readonly tools: GoTools | undefined;
  readonly report: Reporter;
}): Promise<void> {
  const { kinds, rounds, tools, report } = input;
  const api = groups({
    groups: Math.ceil(kinds / 10),
    kinds: Math.min(kinds, 10),
    markers: true,
  });
  const project = makeProject({ name: `crds-${kinds}`, groups: api });
  const file = join(project.folder, "crd-project.json");
  const config: object = JSON.parse(readFileSync(file, "utf8"));
  const configure = (modules: boolean): void =>
    writeFileSync(file, JSON.stringify({ ...config, ...settings(modules) }));
  const peer = tools && makeGoProject({ name: `crds-${kinds}-go`, groups: api });
  const runs: Runs = { ours: [], direct: [], withModules: [], theirs: [], idle: [] };
  for (let round = 0; round < rounds; round++) {
    makeCold(project);
    runs.idle.push(await measure(project.idle));
    configure(true);
    runs.withModules.push(await measure(project.regenerate));
    makeCold(project);
    configure(false);
    runs.ours.push(await measure(project.regenerate));
    makeCold(project);
    runs.direct.push(await measure(project.direct));
    const made = definitionsIn(project.folder);
    if (tools === undefined || peer === undefined) continue;
    makeGoCold(peer);
    runs.theirs.push(await measure(controllerGenCommand({ tools, project: peer })));
    const theirs = definitionsIn(peer.folder);
    if (made !== theirs) throw new Error(`${made} definitions of ours, ${theirs} of theirs`);
  }
  const wall = (usages: readonly Usage[]): number => median(usages.map(({ wallMs }) => wallMs));
  const rowOf = (what: string, usages: readonly Usage[]): readonly string[] => [
    what,
    seconds(wall(usages)),
    megabytes(Math.max(...usages.map(({ peakBytes = 0 }) => peakBytes))),
    (usages === runs.ours || usages === runs.direct) && runs.theirs.length > 0
      ? ratio({ ours: wall(usages), theirs: wall(runs.theirs) })
      : "",
  ];
  report.table([
    [kinds === 1 ? "1 kind" : `${kinds} kinds`, "wall", "peak RSS", "Go / ours"],
    rowOf("plop regenerate, YAML alone, cold", runs.ours),
    rowOf("crd-project regenerate, YAML alone, cold", runs.direct),
    ...(runs.theirs.length === 0 ? [] : [rowOf("controller-gen crd", runs.theirs)]),
    rowOf("plop regenerate, YAML and TypeScript modules, cold", runs.withModules),
    rowOf("plop, a generator that does nothing", runs.idle),
  ]);
  report.line(`  ${seconds(wall(runs.ours) - wall(runs.idle))} above plop itself`);
}

function definitionsIn(folder: string): number {
  return readdirSync(join(folder, "config/crd")).filter((name) => name.endsWith(".yaml")).length;
}

/** Definitions of an API with markers and rules, of many kinds and of one. */
export const crds: Topic = {
  name: "crds",
  description: "CustomResourceDefinitions of types with markers and rules, against controller-gen",
  async run({ size, report }) {
    const tools = findGoTools();
    if (typeof tools === "string") report.line(`ours alone: ${tools}`);
    for (const kinds of [size.kinds, 1]) {
      await measureApi({
        kinds,
        rounds: size.rounds,
        tools: typeof tools === "string" ? undefined : tools,
        report,
      });
    }
  },
};
