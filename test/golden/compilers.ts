import { readFileSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { run } from "../process/run.js";
import { strictest } from "./program.js";

const repository = fileURLToPath(new URL("../..", import.meta.url));

/** The compilers of users, by the names under which package.json has them. */
export type Compiler = "typescript-5.9" | "typescript" | "typescript-7";

/** What generated code and the packages' declarations also satisfy: declarations are written file by file, all of them are checked. */
const library = { declaration: true, isolatedDeclarations: true, skipLibCheck: false } as const;

/** How a user's program finds modules: as Node does, or as a bundler. */
const resolutions = {
  node: { module: "nodenext", moduleResolution: "nodenext" },
  bundler: { module: "esnext", moduleResolution: "bundler" },
} as const;

export type Resolution = keyof typeof resolutions;

/**
 * Compiles files of a folder below the repository in one program, and gives what the compiler reports: lines as
 * `path(line,column): error TS1234: message`, the path relative to the folder.
 */
export async function compile(input: {
  readonly compiler: Compiler;
  readonly folder: string;
  readonly include: string;
  readonly resolution: Resolution;
}): Promise<readonly string[]> {
  const { compiler, folder, include, resolution } = input;
  const project = writeSettings({ folder, include, resolution });
  const tsc = join(repository, "node_modules", compiler, "bin/tsc");
  const args = [tsc, "-p", project, "--pretty", "false"];
  const { code, stdout, stderr } = await run({ program: "node", args, cwd: repository });
  const problems = stdout.split("\n").filter((line) => /^\S.*error TS\d+: /.test(line));
  if (code !== 0 && problems.length === 0) throw new Error(`tsc failed: ${stdout}${stderr}`);
  return problems.map((line) => line.replace(/^[^(]+(?=\()/, (path) => within(folder, path)));
}

/** Writes a tsconfig of the strictest settings, and gives its path. */
export function writeSettings(input: {
  readonly folder: string;
  readonly include: string;
  readonly resolution: Resolution;
}): string {
  const { folder, include, resolution } = input;
  const compilerOptions = { ...strictest, ...library, ...resolutions[resolution] };
  const path = join(folder, `tsconfig.${resolution}.json`);
  writeFileSync(path, JSON.stringify({ compilerOptions, include: [include] }));
  return path;
}

/** A module that imports everything that our packages export. */
export function importOfAllExports(): string {
  const manifest = z.object({ name: z.string(), exports: z.record(z.string(), z.unknown()) });
  const names = [".", "packages/crd-runtime", "packages/crd-testing"].flatMap((folder) => {
    const text = readFileSync(join(repository, folder, "package.json"), "utf8");
    const { name, exports } = manifest.parse(JSON.parse(text));
    const modules = Object.keys(exports).filter((path) => !path.endsWith(".json"));
    return modules.map((path) => name + path.slice(1));
  });
  return names.map((name, index) => `export * as module${index} from "${name}";\n`).join("");
}

function within(folder: string, path: string): string {
  return relative(folder, resolve(repository, path));
}
