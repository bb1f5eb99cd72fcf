import { join } from "node:path";
import { type Tree, writeTree } from "../golden/case.js";
import { typeCheck } from "../golden/program.js";
import { type GoldenRun, runProject } from "../golden/run.js";
import { agreementProblems } from "./agreement.js";
import { behaviourProblems } from "./problems.js";
import { randomApi } from "./random-api.js";

/**
 * Runs all generators on random APIs, compiles what they write, runs it, and says what is wrong: a mistake reported where there
 * is none, code that does not compile, or does something else than it should.
 */
export async function randomProblems(input: {
  readonly seeds: readonly number[];
  /** Where files are written to be imported: within reach of crd-runtime. */
  readonly folder: string;
}): Promise<readonly string[]> {
  const { seeds, folder } = input;
  const projects = new Map<string, Tree>();
  const problems: string[] = [];
  for (const seed of seeds) {
    const project = randomApi({ seed });
    const run = await runProject({ project });
    const errors = run.report.split("\n").filter((line) => line.includes(" - error "));
    const tree = new Map([...project, ...run.files]);
    projects.set(`seed-${seed}`, tree);
    const found =
      errors.length > 0 ? errors : await behaviour({ run, tree, root: join(folder, `${seed}`) });
    problems.push(...found.map((problem) => `seed ${seed}: ${problem}`));
  }
  return [...problems, ...typeCheck({ projects })];
}

/** What the generated functions do, imported from disk. */
async function behaviour(input: {
  readonly run: GoldenRun;
  readonly tree: Tree;
  readonly root: string;
}): Promise<readonly string[]> {
  const { run, tree, root } = input;
  writeTree({ folder: root, tree });
  const modules = new Map<string, Record<string, unknown>>();
  for (const path of tree.keys()) {
    if (!imported.test(path)) continue;
    modules.set(path, await import(/* @vite-ignore */ join(root, path)));
  }
  const exported = (path: string, name: string): unknown => modules.get(path)?.[name];
  const { model, files } = run;
  return [
    ...behaviourProblems({ model, exported }),
    ...agreementProblems({ model, files, exported }),
  ];
}

const imported =
  /(?:by-hand|zz_generated\.(?:deepcopy|defaults|conversion|schemas|validations))\.ts$/;
