import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createNodeFiles, type Files, sha256, walk } from "./files.js";
import type { PrecompiledTemplate } from "./render/precompile.js";

/** Templates by the SHA-256 of their texts. */
type PrecompiledTemplates = Readonly<Record<string, PrecompiledTemplate | undefined>>;

/** What the joined code is told by `loader.ts` and the build; undefined where the package is there as source. */
interface ModuleMeta extends Pick<Tool, "takeCode"> {
  readonly url: string;
  readonly precompiledTemplates?: () => PrecompiledTemplates;
}

/** This package as it is installed: its version, its templates, and a mark that changes with its code. */
export interface Tool {
  readonly version: string;
  /** Text of a template by its name without `.hbs`: `lister-gen/version.ts`. */
  readonly template: (name: string) => string;
  /** What the build has made of a template with this text; undefined when it has not seen it. */
  readonly precompiled: (text: string) => PrecompiledTemplate | undefined;
  /** Names of the templates below a folder of templates/, without `.hbs`. */
  readonly templates: (folder: string) => readonly string[];
  /** What is known of the types that a module exports, such as `crd-runtime/core/v1`; undefined for other modules. */
  readonly packageTypes: (module: string) => string | undefined;
  /** The module of further threads; undefined where the package is there as source, which Node.js does not run. */
  readonly thread: URL | undefined;
  /** What V8 has compiled of the package so far, for later processes in the project: once, where an earlier one left nothing. */
  readonly takeCode?:
    | (() => { readonly name: string; readonly of: string; readonly code: Uint8Array } | undefined)
    | undefined;
  /** Changes whenever code or templates do: what another version cached is not used. */
  readonly fingerprint: () => string;
}

/** Folder of the types of modules, as written by scripts/builtin-kinds. */
const packageTypes = "schema/types";

/** The package that this module is part of, compiled or as source. */
export function loadTool(): Tool {
  const meta: ModuleMeta = import.meta;
  const own = fileURLToPath(meta.url);
  const isCompiled = own.endsWith(".cjs");
  const files = packageFiles(own);
  const version = readVersion(files);
  const code = isCompiled ? "dist/generators/code.cjs" : "generators";
  let known: PrecompiledTemplates | undefined;
  return {
    version,
    template: (name) => {
      const text = files.read(`templates/${name}.hbs`);
      if (text === undefined) {
        throw new Error(`create-crd-project is not whole: templates/${name}.hbs is missing`);
      }
      return text;
    },
    precompiled: (text) => {
      known ??= meta.precompiledTemplates?.() ?? {};
      return known[sha256(text)];
    },
    templates: (folder) =>
      walk({ files, folder: `templates/${folder}` }).map((path) =>
        path.slice("templates/".length, -".hbs".length),
      ),
    packageTypes: (module) => {
      const [, group, version] = /^crd-runtime\/([a-z]+)\/(v[a-z0-9]+)$/.exec(module) ?? [];
      return group === undefined
        ? undefined
        : files.read(`${packageTypes}/${group}.${version}.json`);
    },
    thread: isCompiled ? pathToFileURL(join(dirname(own), "plan/thread.js")) : undefined,
    takeCode: meta.takeCode,
    fingerprint: () => fingerprintOf({ files, code, version }),
  };
}

/** The files of the package that a module is in, whose depth the build decides. */
function packageFiles(path: string): Files {
  const root = dirname(path);
  const files = createNodeFiles({ root });
  return root === path || files.kind("package.json") === "file" ? files : packageFiles(root);
}

function readVersion(files: Files): string {
  const manifest: unknown = JSON.parse(files.read("package.json") ?? "null");
  if (typeof manifest === "object" && manifest !== null && "version" in manifest) {
    return String(manifest.version);
  }
  throw new Error("create-crd-project is not whole: its package.json is missing");
}

/** Everything by size and time: a package that is published has the times of its packing, and a version. */
function fingerprintOf(input: {
  readonly files: Files;
  /** A file, or a folder. */
  readonly code: string;
  readonly version: string;
}): string {
  const { files, code, version } = input;
  const parts = [packageTypes, "templates", code]
    .flatMap((path) => (files.kind(path) === "file" ? [path] : walk({ files, folder: path })))
    .filter((path) => /\.(?:cjs|ts|hbs|json)$/.test(path))
    .map((path) => {
      const stats = files.stat(path);
      return `${path} ${stats?.size} ${stats?.modifiedMs}`;
    });
  return sha256([version, ...parts].join("\n"));
}
