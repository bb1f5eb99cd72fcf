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
import { basename, join } from "node:path";
import { createPatch } from "diff";
import { runnerOfProjects } from "../../golden/run.js";
import { goModule, withControllerGen } from "../go-tools.js";
import type { RandomApi } from "./model.js";
import { randomApi } from "./random-api.js";
import { goPackage, typeScriptDoc, typeScriptModule } from "./write.js";

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
    const project = new Map(
      api.versions.flatMap((version) => {
        const folder = `src/apis/${api.group}/${version.name}`;
        return [
          [`${folder}/doc.ts`, typeScriptDoc(api, version)] as const,
          [`${folder}/types.ts`, typeScriptModule(api, version)] as const,
        ];
      }),
    );
    const { files, report } = await run({ project, generator: "crd-gen" });
    const left = ofGroup({ api, files: theirs });
    const right = ofGroup({ api, files });
    if (left !== "" && left === right) continue;
    const patch = createPatch(api.group, left, right, "controller-gen", "crd-gen", { context: 4 });
    found.push({ seed, text: `${report}${patch}` });
  }
  return found;
}

/** The only definition of the group: its plural is part of what is compared. */
function ofGroup(input: {
  readonly api: RandomApi;
  readonly files: ReadonlyMap<string, string>;
}): string {
  const found = [...input.files].filter(
    ([path]) => path.endsWith(".yaml") && path.includes(`${input.api.group}_`),
  );
  return found.map(([path, text]) => `# ${basename(path)}\n${text}`).join("");
}

function definitionsOfGo(apis: readonly RandomApi[]): ReadonlyMap<string, string> {
  const module = mkdtempSync(join(tmpdir(), "random-apis-"));
  try {
    for (const file of ["go.mod", "go.sum"]) cpSync(join(goModule, file), join(module, file));
    for (const api of apis) {
      for (const version of api.versions) {
        const folder = join(module, api.group.replaceAll(".", "_"), version.name);
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, "types.go"), goPackage(api, version));
      }
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
