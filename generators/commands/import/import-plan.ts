import { type Diagnostic, hasErrors } from "../../diagnostics/index.js";
import type { Files } from "../../files.js";
import {
  type ImportedDefinition,
  type ImportedVersion,
  importGen,
  sortOut,
} from "../../import-gen/index.js";
import type { ApiModel, DeclarationSyntax, FileSyntax } from "../../model/index.js";
import type { ProjectConfig } from "../../options/config.js";
import { createCache, readOnly, stateFolder } from "../../plan/cache.js";
import { buildModel, runGenerators } from "../../plan/generate.js";
import { makePlan, type Plan } from "../../plan/plan.js";
import { readSources, type Sources } from "../../plan/sources.js";
import { createRender } from "../../render/index.js";
import { builtinSchemas } from "../../schema/index.js";
import type { Tool } from "../../tool.js";
import { knownTypes } from "./known-types.js";

/** What an import would write, and what stands against it. */
export interface ImportPlan {
  readonly plan: Plan;
  /** What is imported. */
  readonly kinds: readonly ImportedKind[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A kind with the versions that are imported. */
export interface ImportedKind {
  readonly kind: string;
  readonly group: string;
  readonly versions: readonly string[];
}

/** Plans an import; the same in a dry run. A project without types is not parsed. */
export async function planImport(request: {
  readonly files: Files;
  readonly tool: Tool;
  readonly config: ProjectConfig;
  readonly definitions: readonly ImportedDefinition[];
}): Promise<ImportPlan> {
  const { files, tool, config, definitions } = request;
  const sources = readSources({ files, config });
  const { model, syntax } = await modelOf({ ...request, sources });
  const render = createRender({ ...tool, importExtension: config.importExtension });
  const existing = syntax.map(({ path, declarations, functions }) => ({
    path,
    names: [...declarations, ...functions].map(({ name }) => name),
    kinds: declarations.filter(isKind).map(({ name }) => name),
  }));
  const known = await knownTypes({ tool, config });
  const { generated, diagnostics } = runGenerators({
    generators: [importGen({ definitions, existing, builtins: builtinSchemas, known })],
    model,
    clientsets: [],
    config,
    render,
  });
  const compared = makePlan({ files, generated, folders: [] });
  const { folders } = sortOut({ definitions, existing, apis: config.apis });
  return {
    plan: compared.plan,
    kinds: kindsOf(folders.flatMap(({ entries }) => entries)),
    diagnostics: [...sources.diagnostics, ...diagnostics, ...compared.diagnostics],
  };
}

/** As far as its own file says it: what comes of a base is not looked up. */
function isKind(declaration: DeclarationSyntax): boolean {
  return (
    declaration.kind === "interface" &&
    declaration.extends.some((base) => base.kind === "name" && /(?:^|\.)TypeMeta$/.test(base.name))
  );
}

function kindsOf(entries: readonly ImportedVersion[]): readonly ImportedKind[] {
  const kinds = new Map<string, ImportedKind>();
  for (const { definition, version } of entries) {
    const { kind, group } = definition;
    const key = `${kind}.${group}`;
    const versions = [...(kinds.get(key)?.versions ?? []), version.name];
    kinds.set(key, { kind, group, versions });
  }
  return [...kinds.values()];
}

async function modelOf(input: {
  readonly files: Files;
  readonly tool: Tool;
  readonly config: ProjectConfig;
  readonly sources: Sources;
}): Promise<{ readonly model: ApiModel; readonly syntax: readonly FileSyntax[] }> {
  const { files, tool, config, sources } = input;
  if (sources.files.length === 0 || hasErrors(sources.diagnostics)) {
    return { model: { groups: [] }, syntax: [] };
  }
  const fingerprint = tool.fingerprint();
  const cache = readOnly(createCache({ files, folder: stateFolder(files), fingerprint }));
  return await buildModel({ sources, config, cache, packageTypes: tool.packageTypes });
}
