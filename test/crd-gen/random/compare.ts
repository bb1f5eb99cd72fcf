import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createPatch } from "diff";
import { runnerOfProjects } from "../../golden/run.js";
import { goModule, withControllerGen } from "../go-tools.js";
import { type RandomApi, randomApi } from "./random-api.js";
import { goPackage, typeScriptModule } from "./write.js";

/** A seed whose definitions are not the same, byte for byte. */
export interface Disagreement {
  readonly seed: number;
  /** What is printed of it: a diff from controller-gen's definition to ours, behind what we report. */
  readonly text: string;
}

/** Makes the APIs of some seeds in both languages, and compares what controller-gen and crd-gen make of them. */
export async function compareSeeds(seeds: readonly number[]): Promise<readonly Disagreement[]> {
  const apis = seeds.map((seed) => ({ seed, api: randomApi(seed) }));
  const theirs = definitionsOfGo(apis.map(({ api }) => api));
  const run = runnerOfProjects();
  const found: Disagreement[] = [];
  for (const { seed, api } of apis) {
    const folder = `src/apis/${api.group}/v1`;
    const project = new Map([
      [`${folder}/doc.ts`, `// +groupName=${api.group}\nexport {};\n`],
      [`${folder}/types.ts`, typeScriptModule(api)],
    ]);
    const { files, report } = await run({ project, generator: "crd-gen" });
    const name = `${api.group}_things.yaml`;
    const [left, right] = [theirs.get(name) ?? "", files.get(`config/crd/${name}`) ?? ""];
    if (left === right) continue;
    const patch = createPatch(name, left, right, "controller-gen", "crd-gen", { context: 4 });
    found.push({ seed, text: `${report}${patch}` });
  }
  return found;
}

function definitionsOfGo(apis: readonly RandomApi[]): ReadonlyMap<string, string> {
  const module = mkdtempSync(join(tmpdir(), "random-apis-"));
  try {
    for (const file of ["go.mod", "go.sum"]) cpSync(join(goModule, file), join(module, file));
    for (const api of apis) {
      const folder = join(module, api.group.replaceAll(".", "_"), "v1");
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, "types.go"), goPackage(api));
    }
    return withControllerGen({
      module,
      packages: "./...",
      header: join(goModule, "header.txt"),
      use: (folder) =>
        new Map(
          readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]),
        ),
    });
  } finally {
    rmSync(module, { recursive: true, force: true });
  }
}
