import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { groups } from "../api/blueprint.js";
import {
  controllerGenCommand,
  findGoTools,
  type GoTools,
  goCommands,
  makeGoCold,
  makeGoProject,
} from "../go-tools.js";
import { measure, measureAll, type Usage } from "../measure/process.js";
import { megabytes, type Reporter, ratio, seconds } from "../measure/report.js";
import { median } from "../measure/statistics.js";
import { type BenchProject, makeCold, makeProject } from "../project.js";
import type { Topic } from "../topic.js";

interface Figures {
  readonly wallMs: number;
  readonly peakBytes: number | undefined;
}

function middle(usages: readonly Usage[]): Figures {
  const peaks = usages.flatMap(({ peakBytes }) => (peakBytes === undefined ? [] : [peakBytes]));
  return {
    wallMs: median(usages.map(({ wallMs }) => wallMs)),
    peakBytes: peaks.length === 0 ? undefined : Math.max(...peaks),
  };
}

/** Files of the project with the time of their last change. */
function changeTimes(project: BenchProject): ReadonlyMap<string, number> {
  const below = (folder: string): readonly string[] =>
    readdirSync(join(project.folder, folder), { recursive: true, encoding: "utf8" }).map((path) =>
      join(project.folder, folder, path),
    );
  return new Map(
    [...below("src"), ...below("config")].map((path) => [path, statSync(path).mtimeMs]),
  );
}

interface Rounds {
  readonly cold: Usage[];
  readonly unchanged: Usage[];
  readonly go: Usage[];
  readonly crd: Usage[];
  readonly idle: Usage[];
}

/** Measures one API in turns, so that a busy moment of the machine hits all alike. */
async function measureApi(input: {
  readonly kinds: number;
  readonly rounds: number;
  readonly tools: GoTools | undefined;
  readonly report: Reporter;
}): Promise<void> {
  const { kinds, rounds, tools, report } = input;
  const api = groups({ groups: Math.ceil(kinds / 10), kinds: Math.min(kinds, 10) });
  const name = `regenerate-${kinds}`;
  const project = makeProject({ name, groups: api });
  const peer = tools && makeGoProject({ name: `${name}-go`, groups: api });
  const all: Rounds = { cold: [], unchanged: [], go: [], crd: [], idle: [] };
  let touched = 0;
  for (let round = 0; round < rounds; round++) {
    makeCold(project);
    all.idle.push(await measure(project.idle));
    all.cold.push(await measure(project.regenerate));
    const before = changeTimes(project);
    all.unchanged.push(await measure(project.regenerate));
    const after = changeTimes(project);
    touched += [...after].filter(([path, time]) => before.get(path) !== time).length;
    if (tools !== undefined && peer !== undefined) {
      makeGoCold(peer);
      all.go.push(await measureAll(goCommands({ tools, project: peer })));
      all.crd.push(await measure(controllerGenCommand({ tools, project: peer })));
    }
  }
  print({ kinds, all, touched, report });
}

function print(input: {
  readonly kinds: number;
  readonly all: Rounds;
  readonly touched: number;
  readonly report: Reporter;
}): void {
  const { kinds, all, touched, report } = input;
  const go = all.go.length === 0 ? undefined : middle(all.go);
  const crd = all.crd.length === 0 ? undefined : middle(all.crd);
  const rowOf = (what: string, figures: Figures, theirs?: Figures): readonly string[] => [
    what,
    seconds(figures.wallMs),
    megabytes(figures.peakBytes),
    theirs === undefined ? "" : ratio({ ours: figures.wallMs, theirs: theirs.wallMs }),
  ];
  const idle = middle(all.idle);
  const unchanged = middle(all.unchanged);
  report.line(`${kinds} kinds`);
  report.table([
    ["", "wall", "peak RSS", "Go / ours"],
    rowOf("plop regenerate, cold", middle(all.cold), go),
    rowOf("plop regenerate, nothing changed", unchanged, go),
    rowOf("plop, a generator that does nothing", idle),
    ...(go === undefined
      ? []
      : [rowOf("code-generator: deepcopy, register, client, lister, informer", go)]),
    ...(crd === undefined ? [] : [rowOf("controller-gen crd", crd)]),
  ]);
  report.line(
    `  nothing changed: ${seconds(unchanged.wallMs - idle.wallMs)} above plop itself, ${touched} files touched`,
  );
}

/** Regenerating an API of many kinds and of one, against k8s.io/code-generator on the same API. */
export const regenerate: Topic = {
  name: "regenerate",
  description: "plop regenerate against the Go generators",
  async run({ size, report }) {
    const tools = findGoTools();
    if (typeof tools === "string") report.line(`ours alone: ${tools}`);
    else report.line(`built with ${tools.version}`);
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
