import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** One golden case: a folder, no code. CONTRIBUTING.md says how to add one. */
export interface GoldenCase {
  /** Generator whose output is expected: the folder around the case. */
  readonly generator: string;
  readonly name: string;
  readonly folder: string;
}

/** Files of a tree by posix path, sorted. */
export type Tree = ReadonlyMap<string, string>;

const root = dirname(fileURLToPath(import.meta.url));

export function goldenCases(): readonly GoldenCase[] {
  return folders(root).flatMap((generator) =>
    folders(join(root, generator)).map((name) => ({
      generator,
      name,
      folder: join(root, generator, name),
    })),
  );
}

/** The project of a case, as a user would have written it. */
export function inputOf(golden: GoldenCase): Tree {
  return readTree(join(golden.folder, "input"));
}

/** What its generator writes. */
export function expectedOf(golden: GoldenCase): Tree {
  return readTree(join(golden.folder, "expected"));
}

/** What the run prints about the input; "" when it has nothing to say. */
export function expectedReportOf(golden: GoldenCase): string {
  const path = join(golden.folder, "diagnostics.txt");
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}

/** Rewrites what a case expects: for UPDATE_GOLDENS=1, and to be read critically afterwards. */
export function updateCase(
  golden: GoldenCase,
  actual: { readonly files: Tree; readonly report: string },
): void {
  const expected = join(golden.folder, "expected");
  rmSync(expected, { recursive: true, force: true });
  writeTree({ folder: expected, tree: actual.files });
  const report = join(golden.folder, "diagnostics.txt");
  rmSync(report, { force: true });
  if (actual.report !== "") writeFileSync(report, actual.report);
}

export function writeTree(input: { readonly folder: string; readonly tree: Tree }): void {
  for (const [path, text] of input.tree) {
    const file = join(input.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

export function readTree(folder: string): Tree {
  if (!existsSync(folder)) return new Map();
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    paths
      .map((path) => [path.slice(folder.length + 1).replaceAll("\\", "/"), path] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, path]) => [name, readFileSync(path, "utf8")] as const),
  );
}

function folders(parent: string): readonly string[] {
  return readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
