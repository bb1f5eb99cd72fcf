import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BuildOptions, buildSync } from "esbuild";
import { sha256 } from "../../generators/files.js";
import { withLateImports } from "./late-imports.js";
import { withSharedShapes } from "./shared-shapes.js";
import { templatesText } from "./templates.js";

const repository = fileURLToPath(new URL("../..", import.meta.url));

/** What is loaded by its name: it takes its module out of the joined code. */
const entryPoints = [
  "plopfile",
  "generators/cli",
  "generators/index",
  "generators/plan/thread",
] as const;

const options = {
  write: false,
  metafile: true,
  absWorkingDir: repository,
  outdir: ".",
  bundle: true,
  packages: "external",
  alias: { "crd-runtime": join(repository, "packages/crd-runtime/src") },
  platform: "node",
  target: "node20.19",
  // Or else each evaluation of such a literal compiles it anew.
  supported: { "regexp-unicode-property-escapes": true },
  logLevel: "warning",
} as const satisfies BuildOptions;

/**
 * Writes the package's code into a folder. Its modules and those of crd-runtime are one text, `generators/code.cjs`, which
 * `generators/loader.ts` compiles: Node.js takes a third of a millisecond to find, read and link each of 800 modules, and keeps
 * nothing of what it compiles. Each entry is a module that takes its exports from there.
 *
 * @returns the modules that it still imports: of other packages, and of Node.js
 */
export function bundle(outdir: string): ReadonlySet<string> {
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(outdir, path)), { recursive: true });
    writeFileSync(join(outdir, path), text);
  };
  const { metafile, code } = joinedCode();
  write("generators/code.cjs", code);
  const loader = buildSync({
    ...options,
    entryPoints: ["generators/loader.ts"],
    format: "esm",
    define: { codeDigest: JSON.stringify(sha256(code)) },
  });
  write("generators/loader.js", textOf(loader));
  for (const [path, names] of exportedNames()) write(`${path}.js`, entryText({ path, names }));
  const imports = Object.values(metafile.outputs).flatMap(({ imports }) => imports);
  return new Set(imports.filter(({ external }) => external).map(({ path }) => path));
}

/** The text that `generators/loader.ts` compiles: a function of what it is told, to the entries' modules. */
function joinedCode() {
  const getters = entryPoints.map(
    (path) => `get ${JSON.stringify(path)}() { return require("./${path}.ts"); }`,
  );
  const result = buildSync({
    ...options,
    stdin: { contents: `module.exports = { ${getters.join(", ")} };`, resolveDir: repository },
    format: "cjs",
    define: { "import.meta": "importMeta" },
  });
  const code = `(function (told) {
"use strict";
const precompiledTemplates = () => (${templatesText()});
const module = { exports: {} };
((module, exports, require, importMeta) => {
${withLateImports({ code: withSharedShapes(textOf(result)), object: "importMeta" })}
})(module, module.exports, told.require, { ...told, precompiledTemplates });
return module.exports;
})
`;
  return { metafile: result.metafile, code: code.replace(notAscii, escaped) };
}

/** In texts and regular expressions; a file of other characters takes V8 twice the memory, and longer to read. */
const notAscii = /[^\0-\x7f]/g;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function textOf({ outputFiles }: { readonly outputFiles: readonly { readonly text: string }[] }) {
  return outputFiles.map(({ text }) => text).join("");
}

/** What each entry exports, by its path. */
function exportedNames(): ReadonlyMap<string, readonly string[]> {
  const { metafile } = buildSync({
    ...options,
    entryPoints: entryPoints.map((path) => `${path}.ts`),
    format: "esm",
  });
  const outputs = Object.values(metafile.outputs);
  return new Map(
    entryPoints.map((path) => [
      path,
      outputs.find(({ entryPoint }) => entryPoint === `${path}.ts`)?.exports ?? [],
    ]),
  );
}

/** A module of ESM that has what a module of the joined code exports. */
function entryText(input: { readonly path: string; readonly names: readonly string[] }): string {
  const { path, names } = input;
  const loader = `${"../".repeat(path.split("/").length - 1) || "./"}generators/loader.js`;
  const module = `modules[${JSON.stringify(path)}]`;
  const named = names.filter((name) => name !== "default");
  return [
    `import { modules } from ${JSON.stringify(loader)};`,
    `export const { ${named.join(", ")} } = ${module};`,
    ...(names.includes("default") ? [`export default ${module}.default;`] : []),
    "",
  ].join("\n");
}
