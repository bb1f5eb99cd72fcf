import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { withSharedShapes } from "./shared-shapes.js";

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
  const { metafile, outputFiles } = buildSync({
    metafile: true,
    write: false,
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
    // Or else each evaluation of such a literal compiles it anew.
    supported: { "regexp-unicode-property-escapes": true },
    logLevel: "warning",
  });
  for (const { path, text } of outputFiles) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, withSharedShapes(text));
  }
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
  return new Set(imports.filter(({ external }) => external).map(({ path }) => path));
}
