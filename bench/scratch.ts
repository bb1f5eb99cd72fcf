import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { basename, dirname, join } from "node:path";

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
  setAside(folder);
  mkdirSync(folder, { recursive: true });
  return folder;
}

const asideFolder = join(scratchFolder(), "aside");

/**
 * Takes a file or folder away, if it is there, without removing it yet: for each file that it makes, ext4 passes by all that
 * were removed in the last seconds, and what is measured next would pay for it.
 */
export function setAside(path: string): void {
  if (!existsSync(path)) return;
  mkdirSync(asideFolder, { recursive: true });
  renameSync(path, join(mkdtempSync(join(asideFolder, "of-")), basename(path)));
}

/** Removes what was set aside, when all is measured. */
export function removeAside(): void {
  rmSync(asideFolder, { recursive: true, force: true });
}
