import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Tree, writeTree } from "../golden/case.js";
import { compile } from "../golden/compilers.js";
import { type GoldenRun, runnerOfProjects } from "../golden/run.js";
import { agreementProblems } from "./agreement.js";
import { behaviourProblems } from "./problems.js";
import { randomApi } from "./random-api.js";

/** Seeds whose code is compiled in one program. */
const batch = 25;

/**
 * Runs all generators on random APIs, compiles what they write, runs it, and says what is wrong: a mistake reported where there
 * is none, code that does not compile, or does something else than it should. Compiles some while it generates the next: by the
 * native compiler, since goldens are compiled by all of them.
 */
export async function randomProblems(input: {
  readonly first: number;
  readonly seeds: number;
  /** Where files are written: within reach of crd-runtime, which is built. */
  readonly folder: string;
}): Promise<readonly string[]> {
  const { first, seeds, folder } = input;
  const run = runnerOfProjects();
  const problems: string[] = [];
  let compiled: Promise<readonly string[]> = Promise.resolve([]);
  for (let done = 0; done < seeds; done += batch) {
    const inBatch = join(folder, `from-${first + done}`);
    const generated = new Set<string>();
    for (let at = done; at < Math.min(done + batch, seeds); at++) {
      const seed = first + at;
      const project = randomApi({ seed });
      const outcome = await run({ project });
      const name = `seed-${seed}`;
      for (const path of outcome.files.keys()) generated.add(`${name}/${path}`);
      const errors = outcome.report.split("\n").filter((line) => line.includes(" - error "));
      const tree = new Map([...project, ...outcome.files]);
      const root = join(inBatch, name);
      writeTree({ folder: root, tree });
      const found = errors.length > 0 ? errors : await behaviour({ run: outcome, tree, root });
      problems.push(...found.map((problem) => `seed ${seed}: ${problem}`));
    }
    problems.push(...(await compiled));
    compiled = compileProblems({ folder: inBatch, generated });
  }
  return [...problems, ...(await compiled)];
}

/** Whether a user's own code says all its types is not ours to judge. */
const ofInputs = /error TS90\d\d:/;

async function compileProblems(input: {
  readonly folder: string;
  readonly generated: ReadonlySet<string>;
}): Promise<readonly string[]> {
  const { folder, generated } = input;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  const compiler = "typescript-7";
  const found = await compile({ compiler, folder, include: "**/*.ts", resolution: "node" });
  return found.filter(
    (problem) => !ofInputs.test(problem) || generated.has(problem.split("(")[0] ?? ""),
  );
}

/** What the generated functions do, imported from disk. */
async function behaviour(input: {
  readonly run: GoldenRun;
  readonly tree: Tree;
  readonly root: string;
}): Promise<readonly string[]> {
  const { run, tree, root } = input;
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
