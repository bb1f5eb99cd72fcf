import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Group } from "./api/blueprint.js";
import { typescriptFiles } from "./api/typescript.js";
import type { Command } from "./measure/process.js";
import { freshFolder, setAside, writeFiles } from "./scratch.js";

export const repository = fileURLToPath(new URL("../", import.meta.url));

/** A project that our command made, with the API of the benchmark in it. */
export interface BenchProject {
  readonly folder: string;
  /** `plop regenerate`. */
  readonly regenerate: Command;
  /** `crd-project regenerate`, which does without plop. */
  readonly direct: Command;
  /** A generator of the user's own in the same project: what plop itself takes to start. */
  readonly idle: Command;
}

/** Packages that a created project has in its node_modules. */
const packages: Readonly<Record<string, string>> = {
  "create-crd-project": ".",
  "crd-runtime": "packages/crd-runtime",
  plop: "node_modules/plop",
};

/** Makes a project with the built packages of this checkout: `npm run build` comes first. */
export function makeProject(input: {
  readonly name: string;
  readonly groups: readonly Group[];
}): BenchProject {
  const folder = join(freshFolder(input.name), "project");
  execFileSync(
    process.execPath,
    [join(repository, "bin/create-crd-project.js"), folder, "--yes", "--no-install", "--no-git"],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  // The API of the benchmark takes the place of the one that the scaffolder made, with its code.
  for (const made of ["src", "config", "test"]) {
    rmSync(join(folder, made), { recursive: true, force: true });
  }
  for (const group of input.groups) {
    writeFiles({ folder: join(folder, "src/apis"), files: typescriptFiles(group) });
  }
  mkdirSync(join(folder, "node_modules"));
  for (const [name, path] of Object.entries(packages)) {
    symlinkSync(join(repository, path), join(folder, "node_modules", name));
  }
  writeFiles({
    folder,
    files: new Map([
      [
        "idle.js",
        'export default (plop) => plop.setGenerator("idle", { description: "nothing", prompts: async () => ({}), actions: [] });\n',
      ],
    ]),
  });
  const plop = join(folder, "node_modules/plop/bin/plop.js");
  const own = join(folder, "node_modules/create-crd-project/bin/crd-project.js");
  return {
    folder,
    regenerate: { command: process.execPath, args: [plop, "regenerate"], cwd: folder },
    direct: { command: process.execPath, args: [own, "regenerate"], cwd: folder },
    idle: {
      command: process.execPath,
      args: [plop, "--plopfile", "idle.js", "idle"],
      cwd: folder,
    },
  };
}

/** Takes away everything that regenerate made, and its cache. */
export function makeCold(project: BenchProject): void {
  const { folder } = project;
  for (const made of ["src/client", "config/crd", "node_modules/.cache"]) {
    setAside(join(folder, made));
  }
  for (const file of generatedFiles(folder)) setAside(file);
}

function generatedFiles(folder: string): readonly string[] {
  return readdirSync(join(folder, "src/apis"), { recursive: true, encoding: "utf8" })
    .filter((path) => basename(path).startsWith("zz_generated."))
    .map((path) => join(folder, "src/apis", path));
}
