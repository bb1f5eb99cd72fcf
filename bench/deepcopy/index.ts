import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Group, groups } from "../api/blueprint.js";
import { objectTexts } from "../api/objects.js";
import { compile } from "../compile.js";
import { buildGo, findGoTools, goCommands, makeGoProject } from "../go-tools.js";
import { measure } from "../measure/process.js";
import { type Reporter, ratio } from "../measure/report.js";
import { median } from "../measure/statistics.js";
import { makeProject } from "../project.js";
import type { Topic } from "../topic.js";

const worker = fileURLToPath(new URL("worker.js", import.meta.url));
const count = 1000;

interface Times {
  /** Nanoseconds per object. */
  readonly generated: number;
  readonly structuredClone: number;
}

function micros(nanoseconds: number): string {
  return `${(nanoseconds / 1000).toFixed(2)} µs`;
}

interface Prepared {
  readonly folder: string;
  readonly api: readonly Group[];
  readonly modules: readonly string[];
  /** The Go program, where there is Go. */
  readonly program: string | undefined;
}

async function prepare(report: Reporter): Promise<Prepared> {
  const api = groups({ groups: 2, kinds: 5 });
  const project = makeProject({ name: "deepcopy", groups: api });
  await measure(project.regenerate);
  compile(project.folder);
  const modules = api.map(({ name }) => `dist/apis/${name}/v1/zz_generated.deepcopy.js`);
  const prepared = { folder: project.folder, api, modules };
  const tools = findGoTools();
  if (typeof tools === "string") {
    report.line(`without Go's: ${tools}`);
    return { ...prepared, program: undefined };
  }
  const peer = makeGoProject({ name: "deepcopy-go", groups: api });
  const [helpers] = goCommands({ tools, project: peer });
  if (helpers !== undefined) await measure(helpers);
  return { ...prepared, program: buildGo({ project: peer, program: "deepcopy" }) };
}

async function compare(input: {
  readonly prepared: Prepared;
  /** How many tools have written the objects; undefined: each its own. */
  readonly tools: number | undefined;
  readonly rounds: number;
  readonly report: Reporter;
}): Promise<void> {
  const { prepared, tools, rounds, report } = input;
  const { folder: cwd, api, modules, program } = prepared;
  const objects = join(cwd, "objects.jsonl");
  const texts = objectTexts({ groups: api, count, tools });
  writeFileSync(objects, texts.join("\n"));
  const copies = String(Math.max(20, rounds * 100));
  const ours: Times[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const args = [worker, objects, copies, ...modules];
    ours.push(JSON.parse((await measure({ command: process.execPath, args, cwd })).stdout));
    if (program === undefined) continue;
    theirs.push(Number((await measure({ command: program, args: [objects, copies], cwd })).stdout));
  }
  const generated = median(ours.map((times) => times.generated));
  const rowOf = (what: string, nanoseconds: number): readonly string[] => [
    what,
    micros(nanoseconds),
    ratio({ ours: generated, theirs: nanoseconds }),
  ];
  const bytes = texts.reduce((sum, text) => sum + text.length, 0) / count;
  const shapes = tools === undefined ? "each of its own shape" : `shapes by tools: ${tools}`;
  report.line(
    `${count} objects of 10 kinds, ${Math.round(bytes)} bytes of JSON on average, ${shapes}`,
  );
  report.table([
    ["", "per object", "theirs / ours"],
    rowOf("generated deepCopy", generated),
    rowOf("structuredClone", median(ours.map((times) => times.structuredClone))),
    ...(theirs.length === 0 ? [] : [rowOf("Go DeepCopyObject", median(theirs))]),
  ]);
}

/** Generated deep copies against structuredClone and against Go's, on the same thousand distinct objects. */
export const deepcopy: Topic = {
  name: "deepcopy",
  description: "generated deep copies against structuredClone and Go's DeepCopy",
  async run({ size, report }) {
    const prepared = await prepare(report);
    // The more combinations of members and keys there are, the less an engine can foresee.
    for (const tools of [1, 3, 12, undefined]) {
      await compare({ prepared, tools, rounds: size.rounds, report });
    }
  },
};
