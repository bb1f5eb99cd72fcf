import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { afterAll } from "vitest";
import { bundle } from "../../scripts/bundle/bundle.js";

const repository = fileURLToPath(new URL("../..", import.meta.url));

/** Our packages as npm would have installed them, made from the sources of today: no test runs a stale build. */
export interface Installed {
  /** A folder below which our packages and all others are found. */
  readonly folder: string;
  readonly create: string;
  readonly crdProject: string;
  readonly plop: string;
}

/** Installs for the tests of one file; removed after them. */
export function installPackages(): Installed {
  const folder = mkdtempSync(join(tmpdir(), "crd-installed-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const modules = join(folder, "node_modules");
  mkdirSync(modules);
  for (const name of readdirSync(join(repository, "node_modules"))) {
    if (!["create-crd-project", "crd-runtime", "crd-testing", ".cache", ".bin"].includes(name)) {
      symlinkSync(join(repository, "node_modules", name), join(modules, name));
    }
  }
  const own = join(modules, "create-crd-project");
  for (const part of ["package.json", "bin", "templates", "schema"]) {
    cpSync(join(repository, part), join(own, part), { recursive: true });
  }
  bundle(join(own, "dist"));
  for (const name of ["crd-runtime", "crd-testing"]) {
    const from = join(repository, "packages", name);
    mkdirSync(join(modules, name));
    cpSync(join(from, "package.json"), join(modules, name, "package.json"));
    transpile({ from: join(from, "src"), to: join(modules, name, "dist") });
  }
  const controlPlane = "packages/crd-testing/controlplane";
  cpSync(join(repository, controlPlane), join(modules, "crd-testing/controlplane"), {
    recursive: true,
  });
  return {
    folder,
    create: join(own, "bin/create-crd-project.js"),
    crdProject: join(own, "bin/crd-project.js"),
    plop: join(modules, "plop/bin/plop.js"),
  };
}

/**
 * Writes the code of TypeScript files below a folder, each by itself. One program for all of them: `ts.transpileModule` makes
 * one for each file, and takes three times as long.
 */
function transpile(input: { readonly from: string; readonly to: string }): void {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    verbatimModuleSyntax: true,
    isolatedModules: true,
    noCheck: true,
    noLib: true,
    noResolve: true,
    types: [],
    rootDir: input.from,
    outDir: input.to,
  };
  const files = readdirSync(input.from, { recursive: true, encoding: "utf8" });
  const sources = files.filter((name) => name.endsWith(".ts"));
  const rootNames = sources.map((name) => join(input.from, name));
  const { emitSkipped } = ts.createProgram({ rootNames, options }).emit();
  if (emitSkipped) throw new Error(`nothing was written from ${input.from}`);
}

/** An environment in which nothing of the test run's own npm and terminal shows. */
export function cleanEnvironment(
  more: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const kept = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined || /^(npm_|NODE_|VITEST|NO_COLOR|FORCE_COLOR|CI$|TERM$|GIT_)/i.test(name)
      ? []
      : [[name, value] as const],
  );
  return { ...Object.fromEntries(kept), ...more };
}
