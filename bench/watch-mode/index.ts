import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Group, groups } from "../api/blueprint.js";
import { measure } from "../measure/process.js";
import type { Reporter } from "../measure/report.js";
import { median } from "../measure/statistics.js";
import { type BenchProject, makeProject, repository } from "../project.js";
import type { Topic } from "../topic.js";

const saves = 20;

/** Edits one version: a further member in the specs of its kinds. */
function edit(input: {
  readonly project: BenchProject;
  readonly group: Group;
  readonly save: number;
}) {
  const { project, group, save } = input;
  const path = join(project.folder, "src/apis", group.name, "v1/types.ts");
  const text = readFileSync(path, "utf8");
  const member = `description?: string;\n  saved${save}?: string[];`;
  writeFileSync(
    path,
    text.replaceAll(/description\?: string;(?:\n {2}saved\d+\?: string\[\];)?/g, member),
  );
}

/** A watch of the project, in a process of its own. */
function startWatch(project: BenchProject) {
  const program = join(repository, "bin/crd-project.js");
  const child = spawn(process.execPath, [program, "regenerate", "--watch"], {
    cwd: project.folder,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  let ended: (said: string) => void = () => undefined;
  child.stdout.on("data", (data: Buffer) => {
    said += data.toString();
    if (!said.includes("Watching for file changes.")) return;
    ended(said);
    said = "";
  });
  return {
    /** Resolves with what a run says, at its end. */
    next: () =>
      new Promise<string>((resolve) => {
        ended = resolve;
      }),
    stop: () =>
      new Promise<number | null>((resolve) => {
        child.once("exit", resolve);
        child.kill("SIGINT");
      }),
  };
}

function milliseconds(value: number): string {
  return `${value.toFixed(0)} ms`;
}

function tell(input: {
  readonly what: string;
  readonly times: readonly number[];
  readonly report: Reporter;
}) {
  const { what, times, report } = input;
  const sorted = times.toSorted((a, b) => a - b);
  const p95 = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
  const last = sorted.at(-1) ?? Number.NaN;
  report.table([
    ["", "median", "p95", "slowest"],
    [what, milliseconds(median(times)), milliseconds(p95), milliseconds(last)],
  ]);
}

/** How soon a save is answered. */
export const watchMode: Topic = {
  name: "watch-mode",
  description: "one edited version of many: plop regenerate -- --watch, and a process that starts",
  async run({ size, report }) {
    const { kinds } = size;
    const api = groups({ groups: Math.ceil(kinds / 10), kinds: Math.min(kinds, 10) });
    const project = makeProject({ name: `watch-mode-${kinds}`, groups: api });
    await measure(project.regenerate);
    const watch = startWatch(project);
    const times: number[] = [];
    await watch.next();
    for (let save = 0; save < saves; save++) {
      // The check that follows a run when all is quiet is over.
      await sleep(1500);
      const group = api[(save * 7) % api.length];
      if (group === undefined) break;
      const said = watch.next();
      const start = performance.now();
      edit({ project, group, save });
      const text = await said;
      times.push(performance.now() - start);
      if (!text.includes("Found 0 errors"))
        throw new Error(`a save was not generated for:\n${text}`);
    }
    const code = await watch.stop();
    if (code !== 130) throw new Error(`the watch ended with ${code}`);
    tell({ what: `${kinds} kinds, from the save to the end of the run`, times, report });
    const started: number[] = [];
    for (let save = 0; save < 5; save++) {
      const group = api[save % api.length];
      if (group === undefined) break;
      edit({ project, group, save: saves + save });
      started.push((await measure(project.regenerate)).wallMs);
    }
    tell({ what: `${kinds} kinds, a process that starts after the save`, times: started, report });
  },
};
