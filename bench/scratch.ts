import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";

/** Folder outside the repository for what benchmarks build and generate. */
export function scratchFolder(): string {
  const cache = process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache");
  return join(cache, "create-crd-project", "bench");
}

export function writeFiles(input: {
  readonly folder: string;
  readonly files: ReadonlyMap<string, string>;
}): void {
  for (const [path, text] of input.files) {
    const file = join(input.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** An empty folder of that name below the scratch folder. */
export function freshFolder(name: string): string {
  const folder = join(scratchFolder(), name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}
