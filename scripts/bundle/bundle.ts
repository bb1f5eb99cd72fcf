import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const repository = fileURLToPath(new URL("../..", import.meta.url));

/** What is loaded by its name: the rest is in chunks that these share. */
const entryPoints = [
  "plopfile.ts",
  "generators/cli.ts",
  "generators/index.ts",
  "generators/plan/thread.ts",
];

/**
 * Writes the package's code into a folder, its modules and those of crd-runtime joined into few files: Node.js takes a third of
 * a millisecond to find, read and link each of 800. What is imported late stays apart, and so do other packages.
 *
 * @returns the modules that it still imports: of other packages, and of Node.js
 */
export function bundle(outdir: string): ReadonlySet<string> {
  const { metafile } = buildSync({
    metafile: true,
    absWorkingDir: repository,
    entryPoints,
    outdir,
    outbase: ".",
    entryNames: "[dir]/[name]",
    chunkNames: "generators/[name]-[hash]",
    bundle: true,
    splitting: true,
    packages: "external",
    alias: { "crd-runtime": join(repository, "packages/crd-runtime/src") },
    platform: "node",
    format: "esm",
    target: "node20.19",
    logLevel: "warning",
  });
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
  return new Set(imports.filter(({ external }) => external).map(({ path }) => path));
}
