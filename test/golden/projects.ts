import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expectedOf, goldenCases, inputOf, type Tree, writeTree } from "./case.js";
import { runProject } from "./run.js";

const repository = fileURLToPath(new URL("../..", import.meta.url));

/** All golden cases as projects on disk, for tools that read files. */
export interface WrittenProjects {
  /** Below the repository: what the projects import is found as in a user's `node_modules`, as it is published. */
  readonly folder: string;
  /** Files that generators wrote, and of these the ones that cases expect; paths are relative to the folder. */
  readonly generated: ReadonlySet<string>;
  readonly expected: readonly string[];
  remove(): void;
}

/** A generator's code imports that of others, so all of them run; what a case expects wins. */
export async function writeProjects(): Promise<WrittenProjects> {
  const work = join(repository, ".work");
  mkdirSync(work, { recursive: true });
  const folder = mkdtempSync(join(work, "golden-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
    return { folder, ...(await writeCases(folder)), remove };
  } catch (error) {
    remove();
    throw error;
  }
}

async function writeCases(
  folder: string,
): Promise<Pick<WrittenProjects, "generated" | "expected">> {
  const generated = new Set<string>();
  const expected: string[] = [];
  for (const golden of goldenCases()) {
    const project = inputOf(golden);
    const written = expectedOf(golden);
    const code: Tree = new Map([...(await runProject({ project })).files, ...written]);
    const name = `${golden.generator}/${golden.name}`;
    writeTree({ folder: join(folder, name), tree: new Map([...project, ...code]) });
    for (const path of code.keys()) generated.add(`${name}/${path}`);
    expected.push(...[...written.keys()].map((path) => `${name}/${path}`));
  }
  return { generated, expected };
}
