import { builtinModules } from "node:module";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type Import, importsOf, listFiles, readText } from "./sources.js";

/** A part of generators/: its files, and the other parts that it may import. */
interface Layer {
  readonly name: string;
  readonly files: RegExp;
  readonly imports: readonly string[];
}

const generator = /^generators\/([a-z-]+-gen)\//;

/** diagnostics, files -> model -> parse | render -> copy | schema -> *-gen -> plan -> cli, plopfile */
const layers: readonly Layer[] = [
  { name: "diagnostics", files: /^generators\/diagnostics\//, imports: [] },
  { name: "files", files: /^generators\/files(\/|\.ts$)/, imports: ["diagnostics"] },
  { name: "tool", files: /^generators\/tool\.ts$/, imports: ["diagnostics", "files"] },
  { name: "model", files: /^generators\/model\//, imports: ["diagnostics", "files"] },
  {
    name: "options",
    files: /^generators\/options(\/|\.ts$)/,
    imports: ["diagnostics", "files", "model"],
  },
  {
    name: "parse",
    files: /^generators\/parse\//,
    imports: ["diagnostics", "files", "model", "options"],
  },
  {
    name: "render",
    files: /^generators\/render\//,
    imports: ["diagnostics", "files", "model", "options"],
  },
  { name: "copy", files: /^generators\/copy\//, imports: ["model", "render"] },
  { name: "schema", files: /^generators\/schema\//, imports: ["diagnostics", "model"] },
  {
    name: "generator",
    files: /^generators\/generator\.ts$/,
    imports: ["diagnostics", "model", "options", "render"],
  },
  {
    name: "*-gen",
    files: generator,
    imports: ["diagnostics", "model", "options", "render", "copy", "schema", "generator"],
  },
  {
    name: "registry",
    files: /^generators\/registry\.ts$/,
    imports: ["diagnostics", "model", "options", "generator", "*-gen"],
  },
  {
    name: "plan",
    files: /^generators\/plan\//,
    imports: [
      "diagnostics",
      "files",
      "tool",
      "model",
      "options",
      "parse",
      "render",
      "generator",
      "*-gen",
      "registry",
    ],
  },
];
/** The end of the line: cli.ts, index.ts, plopfile.ts and what only they use. */
const top = "cli, plopfile";

function layerOf(file: string): string {
  return layers.find((layer) => layer.files.test(file))?.name ?? top;
}

function isAllowed({ file, target }: Import): boolean {
  if (target === undefined) return true;
  const from = layerOf(file);
  const to = layerOf(target);
  if (from === "*-gen" && to === "*-gen")
    return generator.exec(file)?.[1] === generator.exec(target)?.[1];
  if (from === to || from === top) return true;
  return layers.find((layer) => layer.name === from)?.imports.includes(to) ?? false;
}

const generators = listFiles(/^(generators\/.*|plopfile)\.ts$/).flatMap(importsOf);
const packages = listFiles(/^packages\/[^/]+\/src\/.*\.ts$/).flatMap(importsOf);
const everything = [...generators, ...packages];

function show({ file, specifier }: Import): string {
  return `${file} imports ${specifier}`;
}

/** Imports of a package or built-in module, with or without a path below it, from files outside the ones allowed. */
function strangers(input: {
  readonly module: RegExp;
  readonly allowed: RegExp;
}): readonly string[] {
  return everything
    .filter(({ specifier, file }) => input.module.test(specifier) && !input.allowed.test(file))
    .map(show);
}

describe("import directions", () => {
  it("sees the sources", () => {
    for (const { name, files } of layers) {
      expect(
        generators.some(({ file }) => files.test(file)),
        name,
      ).toBe(true);
    }
  });

  it("run one way through generators/", () => {
    expect(generators.filter((each) => !isAllowed(each)).map(show)).toEqual([]);
  });

  it("stay inside generators/, but for the version in package.json", () => {
    const outside = generators.filter(
      ({ target }) =>
        target !== undefined && !/^(generators\/|plopfile\.ts$|package\.json$)/.test(target),
    );
    expect(outside.map(show)).toEqual([]);
  });

  it("keep every package to its own files and its declared dependencies", () => {
    const manifest = z.object({
      name: z.string(),
      dependencies: z.record(z.string(), z.string()).default({}),
      // Who installs the package brings these along, or leaves out what needs them.
      peerDependencies: z.record(z.string(), z.string()).default({}),
    });
    const foreign = packages.filter(({ file, target, specifier }) => {
      const folder = /^packages\/[^/]+\//.exec(file)?.[0] ?? "";
      if (target !== undefined) return !target.startsWith(`${folder}src/`);
      const { name, dependencies, peerDependencies } = manifest.parse(
        JSON.parse(readText(`${folder}package.json`)),
      );
      const declared = [name, ...Object.keys({ ...dependencies, ...peerDependencies })];
      return !isBuiltin(specifier) && !declared.includes(packageOf(specifier));
    });
    expect(foreign.map(show)).toEqual([]);
  });
});

describe("only importer", () => {
  it.each([
    { module: /^(node:)?fs(\/|$)/, allowed: /^generators\/files\/|^packages\// },
    { module: /^ts-morph$|^typescript$/, allowed: /^generators\/parse\// },
    { module: /^handlebars(\/|$)/, allowed: /^generators\/render\// },
    // Patterns in RE2 syntax: who only talks to a server does not carry them.
    { module: /^re2js$/, allowed: /^packages\/crd-runtime\/src\/(schema|cel)\// },
    // Loading it costs a second; the runtime knows its KubeConfig by structure alone.
    { module: /^@kubernetes\/client-node/, allowed: /^$/ },
    // Of the runtime, the generators may use only the pure parts.
    {
      module: /^crd-runtime(\/(?!(?:schema|cel)$)|$)/,
      allowed: /^packages\/crd-(runtime|testing)\//,
    },
    // Loaded for one command only, by cli.ts; API servers are nothing that a generator needs.
    {
      module: /^crd-testing(\/|$)/,
      allowed: /^generators\/(cli|commands\/envtest)\.ts$|^packages\/crd-testing\//,
    },
    { module: /^node:child_process$/, allowed: /^generators\/[^/]+\.ts$|^packages\// },
  ])("of $module is $allowed", (rule) => {
    expect(strangers(rule)).toEqual([]);
  });
});

function isBuiltin(specifier: string): boolean {
  return specifier.startsWith("node:") || builtinModules.includes(specifier);
}

function packageOf(specifier: string): string {
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}
