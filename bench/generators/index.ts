import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { groups } from "../api/blueprint.js";
import { findGoTools, goCommands, makeGoCold, makeGoProject } from "../go-tools.js";
import { type Command, measure, type Usage } from "../measure/process.js";
import { megabytes, ratio, seconds } from "../measure/report.js";
import { median } from "../measure/statistics.js";
import { makeCold, makeProject, repository } from "../project.js";
import type { Topic } from "../topic.js";

const tickMs = 2500;

const compilers = ["typescript", "typescript-7"] as const;

/** Kinds of a group in each of its two versions. */
const kindsOfGroup = 10;

/** All generators that have a counterpart in code-generator, on an API that asks for all they do. */
export const generators: Topic = {
  name: "generators",
  description:
    "plop regenerate with defaults, conversions and apply configurations, against Go's eight generators; what tsc takes for the output",
  async run({ size, report }) {
    const { kinds, rounds } = size;
    const api = groups({
      groups: Math.ceil(kinds / kindsOfGroup / 2),
      kinds: kindsOfGroup,
      complete: true,
    });
    const project = makeProject({ name: "generators", groups: api });
    const [group] = api;
    const edited = join(project.folder, `src/apis/${group?.name}/v1/types.ts`);
    const source = readFileSync(edited, "utf8");
    const ours: Record<"cold" | "unchanged" | "edited", Usage[]> = {
      cold: [],
      unchanged: [],
      edited: [],
    };
    const direct: Usage[] = [];
    const edit = (name: string): void =>
      appendFileSync(edited, `\nexport interface ${name} {\n  name: string;\n}\n`);
    const theirs = new Map<string, Usage[]>();
    const tools = findGoTools();
    const peer =
      typeof tools === "string" ? undefined : makeGoProject({ name: "generators-go", groups: api });
    for (let round = 0; round < rounds; round++) {
      makeCold(project);
      writeFileSync(edited, source);
      ours.cold.push(await measure(project.regenerate));
      // As after a pause: of files that are younger than the clocks of some file systems tell apart, no digest is kept.
      await setTimeout(tickMs);
      ours.unchanged.push(await measure(project.regenerate));
      edit(`Edited${round}`);
      ours.edited.push(await measure(project.regenerate));
      edit(`EditedAgain${round}`);
      direct.push(await measure(project.direct));
      if (typeof tools === "string" || peer === undefined) continue;
      makeGoCold(peer);
      for (const command of goCommands({ tools, project: peer })) {
        const name = basename(command.command);
        theirs.set(name, [...(theirs.get(name) ?? []), await measure(command)]);
      }
    }
    const wall = (usages: readonly Usage[]): number => median(usages.map(({ wallMs }) => wallMs));
    const peak = (usages: readonly Usage[]): string =>
      megabytes(Math.max(...usages.map(({ peakBytes = 0 }) => peakBytes)));
    const go = [...theirs.values()].map(wall).reduce((sum, ms) => sum + ms, 0);
    const against = (ms: number): string => (go === 0 ? "" : ratio({ ours: ms, theirs: go }));
    report.line(
      typeof tools === "string" ? `  ours alone: ${tools}` : `  built with ${tools.version}`,
    );
    report.table([
      [`${kinds} kinds in ${api.length} groups of two versions`, "wall", "peak RSS", "Go / ours"],
      ...Object.entries(ours).map(([what, usages]) => [
        `plop regenerate, ${what}`,
        seconds(wall(usages)),
        peak(usages),
        what === "cold" ? against(wall(usages)) : "",
      ]),
      ["crd-project regenerate, edited", seconds(wall(direct)), peak(direct), ""],
      ...[...theirs].map(([name, usages]) => [name, seconds(wall(usages)), peak(usages), ""]),
    ]);
    for (const compiler of compilers) {
      const usage = await measure(typecheck({ compiler, folder: project.folder }));
      report.line(
        `  ${compiler}, types and output: ${seconds(usage.wallMs)}, ${megabytes(usage.peakBytes)}`,
      );
    }
  },
};

function typecheck(input: { readonly compiler: string; readonly folder: string }): Command {
  const tsc = join(repository, "node_modules", input.compiler, "bin/tsc");
  const settings = "tsconfig.bench.json";
  const compilerOptions = { types: [], noEmit: true };
  // The fake clientset needs crd-testing, which the project of the benchmark does without.
  const exclude = ["src/client/fake"];
  const content = JSON.stringify({
    extends: "./tsconfig.json",
    include: ["src"],
    exclude,
    compilerOptions,
  });
  writeFileSync(join(input.folder, settings), content);
  const args = ["--max-old-space-size=8192", tsc, "-p", settings];
  return { command: process.execPath, args, cwd: input.folder };
}
