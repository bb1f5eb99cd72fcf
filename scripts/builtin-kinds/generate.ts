import { formatDiagnostics } from "../../generators/diagnostics/index.js";
import { versionApplyConfigurationFile } from "../../generators/model/client-files.js";
import { type ApiModel, linkModel, type PackageSyntax } from "../../generators/model/index.js";
import { projectConfigSchema } from "../../generators/options.js";
import { parseFile } from "../../generators/parse/index.js";
import { runGenerators } from "../../generators/plan/generate.js";
import { registry } from "../../generators/registry.js";
import { createRender, deepCopyFile } from "../../generators/render/index.js";
import { loadTool } from "../../generators/tool.js";
import { docText } from "./doc.js";
import { entryText } from "./entry.js";
import {
  apisFolder,
  type BuiltinGroup,
  builtinGroups,
  clientFolder,
  moduleOf,
  typesFolder,
} from "./groups.js";
import { packageTypes, packageTypesText } from "./syntax.js";

const generators: readonly string[] = [
  "deepcopy-gen",
  "register-gen",
  "applyconfiguration-gen",
  "client-gen",
  "lister-gen",
  "informer-gen",
];

/** Texts of types.ts by group. */
export type TypesOf = ReadonlyMap<BuiltinGroup, string>;

/**
 * All files but types.ts, by their path from the root of the repository: what our generators make of each group version as a
 * project of its own, in which the other ones are packages.
 */
export function generatedFiles(input: {
  readonly typesOf: TypesOf;
  /** Written by hand, by their paths from the root of crd-runtime. */
  readonly expansions: ReadonlyMap<string, string>;
}): ReadonlyMap<string, string> {
  const { typesOf, expansions } = input;
  const files = new Map<string, string>();
  for (const group of builtinGroups) {
    const { name, version } = group;
    const root = "packages/crd-runtime";
    files.set(`${root}/${typesFolder(group)}/doc.ts`, docText(group));
    for (const { path, content } of generate({ group, typesOf, expansions })) {
      files.set(`${root}/${path}`, content);
    }
    const model = modelOf({ group, typesOf, expansions });
    files.set(`${root}/src/${name}/${version}.ts`, entryText({ group, model }));
    const types = packageTypes({ group, text: textOf({ group, typesOf }) });
    files.set(`schema/types/${name}.${version}.json`, packageTypesText(types));
  }
  return files;
}

interface Input {
  readonly group: BuiltinGroup;
  readonly typesOf: TypesOf;
  readonly expansions?: ReadonlyMap<string, string>;
}

function textOf({ group, typesOf }: Input): string {
  const text = typesOf.get(group);
  if (text === undefined) throw new Error(`${moduleOf(group)} has no types`);
  return text;
}

function generate(input: Input): readonly { readonly path: string; readonly content: string }[] {
  const model = modelOf(input);
  const config = configOf(input.group);
  const render = createRender({ template: loadTool().template, importExtension: "js" });
  const chosen = registry.filter(({ name }) => generators.includes(name));
  const run = { generators: chosen, model, clientsets: [], config, render };
  const { generated, diagnostics } = runGenerators(run);
  stopAt(diagnostics);
  return generated;
}

function configOf(group: BuiltinGroup) {
  return projectConfigSchema.parse({
    version: "0.0.0",
    apis: apisFolder,
    client: clientFolder(group),
    generators,
  });
}

/** The model of a group version: its types, and those of others that it refers to. */
export function modelOf(input: Input): ApiModel {
  const { group, typesOf, expansions = new Map() } = input;
  const folder = typesFolder(group);
  const files = [
    { path: `${folder}/doc.ts`, text: docText(group) },
    { path: `${folder}/types.ts`, text: textOf(input) },
  ];
  const packages = builtinGroups
    .filter((each) => each !== group && textOf(input).includes(`"${moduleOf(each)}"`))
    .map((each) => packageOf({ group: each, typesOf }));
  const { model, diagnostics } = linkModel({
    files: files.map(parseFile),
    config: configOf(group),
    expansions: [...expansions]
      .filter(([path]) => path.startsWith(`${clientFolder(group)}/`))
      .map(([path, text]) => parseFile({ path, text })),
    packages,
  });
  // What the tags of merging say is for the API server, and for schemas.
  stopAt(diagnostics.filter(({ code }) => !accepted.has(code)));
  return model;
}

const accepted: ReadonlySet<string> = new Set(["tag/not-implemented", "model/plural-differs"]);

/** Another group: by the files that are needed of it, so that nothing more of it is loaded. */
function packageOf(input: Input): PackageSyntax {
  const { group } = input;
  const client = clientFolder(group);
  const version = { group: group.group, version: group.version, directory: typesFolder(group) };
  return {
    ...packageTypes({ group, text: textOf(input) }),
    exports: {
      deepCopy: deepCopyFile(version),
      applyConfigurations: versionApplyConfigurationFile({ client, version }),
    },
  };
}

function stopAt(diagnostics: Parameters<typeof formatDiagnostics>[0]["diagnostics"]): void {
  if (diagnostics.length === 0) return;
  throw new Error(formatDiagnostics({ diagnostics, textOf: () => undefined }));
}
