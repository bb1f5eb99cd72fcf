import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { groups } from "../api/blueprint.js";
import { objectTexts } from "../api/objects.js";
import { compile } from "../compile.js";
import { buildGo, findGoTools, goCommands, makeGoProject } from "../go-tools.js";
import { measure } from "../measure/process.js";
import { ratio } from "../measure/report.js";
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

/** Generated deep copies against structuredClone and against Go's, on the same thousand distinct objects. */
export const deepcopy: Topic = {
  name: "deepcopy",
  description: "generated deep copies against structuredClone and Go's DeepCopy",
  async run({ size, report }) {
    const api = groups({ groups: 2, kinds: 5 });
    const project = makeProject({ name: "deepcopy", groups: api });
    await measure(project.regenerate);
    compile(project.folder);
    const objects = join(project.folder, "objects.jsonl");
    const texts = objectTexts({ groups: api, count });
    writeFileSync(objects, texts.join("\n"));
    const copies = String(Math.max(20, size.rounds * 100));
    const modules = api.map(({ name }) => `dist/apis/${name}/v1/zz_generated.deepcopy.js`);
    const tools = findGoTools();
    let program: string | undefined;
    if (typeof tools === "string") {
      report.line(`without Go's: ${tools}`);
    } else {
      const peer = makeGoProject({ name: "deepcopy-go", groups: api });
      const [helpers] = goCommands({ tools, project: peer });
      if (helpers !== undefined) await measure(helpers);
      program = buildGo({ project: peer, program: "deepcopy" });
    }
    const ours: Times[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < size.rounds; round++) {
      const { stdout } = await measure({
        command: process.execPath,
        args: [worker, objects, copies, ...modules],
        cwd: project.folder,
      });
      const times: Times = JSON.parse(stdout);
      ours.push(times);
      if (program === undefined) continue;
      const go = await measure({ command: program, args: [objects, copies], cwd: project.folder });
      theirs.push(Number(go.stdout));
    }
    const generated = median(ours.map((times) => times.generated));
    const rowOf = (what: string, nanoseconds: number): readonly string[] => [
      what,
      micros(nanoseconds),
      ratio({ ours: generated, theirs: nanoseconds }),
    ];
    const bytes = texts.reduce((sum, text) => sum + text.length, 0) / count;
    report.line(`${count} objects of ${Math.round(bytes)} bytes of JSON on average`);
    report.table([
      ["", "per object", "theirs / ours"],
      rowOf("generated deepCopy", generated),
      rowOf("structuredClone", median(ours.map((times) => times.structuredClone))),
      ...(theirs.length === 0 ? [] : [rowOf("Go DeepCopyObject", median(theirs))]),
    ]);
  },
};
