import { knownTypes } from "../../generators/commands/import/known-types.js";
import {
  type Diagnostic,
  formatDiagnostics,
  hasErrors,
} from "../../generators/diagnostics/index.js";
import { createMemoryFiles } from "../../generators/files.js";
import { definitionOf, importGen, withoutNulls } from "../../generators/import-gen/index.js";
import { readDocuments } from "../../generators/import-gen/read/documents.js";
import { exactJson, isJsonObject, type JsonValue } from "../../generators/model/index.js";
import { type ProjectConfig, projectConfigSchema } from "../../generators/options.js";
import { noCache } from "../../generators/plan/cache.js";
import { buildModel, runGenerators } from "../../generators/plan/generate.js";
import { readSources } from "../../generators/plan/sources.js";
import { registry } from "../../generators/registry.js";
import { createRender } from "../../generators/render/index.js";
import { builtinSchemas } from "../../generators/schema/index.js";
import { loadTool } from "../../generators/tool.js";

type Tree = ReadonlyMap<string, string>;
export type JsonObject = { readonly [key: string]: JsonValue };

const tool = loadTool();
const config: ProjectConfig = projectConfigSchema.parse({ version: tool.version });
const known = await knownTypes({ tool, config });

/** The files that an import of definitions writes. */
export function imported(documents: readonly JsonObject[]): Tree {
  const definitions = documents.map((document) => {
    const definition = definitionOf(withoutNulls(document));
    if (definition === undefined) throw new Error("this is no CustomResourceDefinition");
    return { definition, spanOf: () => undefined };
  });
  const render = createRender({ template: tool.template, importExtension: "js" });
  const generator = importGen({ definitions, existing: [], builtins: builtinSchemas, known });
  const { files, diagnostics } = generator.generate({
    model: { groups: [] },
    options: config,
    render,
  });
  if (hasErrors(diagnostics)) throw new Error(report({ diagnostics, tree: new Map() }));
  return new Map(files.map(({ path, content }) => [path, content]));
}

function report(input: {
  readonly diagnostics: readonly Diagnostic[];
  readonly tree: Tree;
}): string {
  return formatDiagnostics({
    diagnostics: input.diagnostics,
    textOf: (file) => input.tree.get(file),
  });
}

/** What regenerate makes of files: the CustomResourceDefinitions, and what it says. */
export async function generated(tree: Tree): Promise<{
  readonly files: Tree;
  readonly errors: string;
  readonly warnings: readonly Diagnostic[];
}> {
  const sources = readSources({ files: createMemoryFiles({ contents: tree }), config });
  const { template, packageTypes } = tool;
  const outcome = await buildModel({ sources, config, cache: noCache, packageTypes });
  const { model, clientsets } = outcome;
  const render = createRender({ template, importExtension: config.importExtension });
  const generators = registry.filter(({ name }) => name === "crd-gen");
  const run = hasErrors(outcome.diagnostics)
    ? { generated: [], diagnostics: [] }
    : runGenerators({ generators, model, clientsets, config, render });
  const all = [...sources.diagnostics, ...outcome.diagnostics, ...run.diagnostics];
  const errors = all.filter(({ severity }) => severity === "error");
  return {
    files: new Map(run.generated.map(({ path, content }) => [path, content])),
    errors: report({ diagnostics: errors, tree }),
    warnings: all.filter(({ severity }) => severity === "warning"),
  };
}

/** A definition that was imported, and generated again. */
export interface RoundTrip {
  readonly tree: Tree;
  /** The generated file; "" where there are errors. */
  readonly yaml: string;
  readonly definition: JsonObject;
  readonly errors: string;
}

/** Imports a definition and generates it. */
export async function roundTrip(document: JsonObject): Promise<RoundTrip> {
  const tree = imported([document]);
  const { files, errors } = await generated(tree);
  const [yaml] = files.values();
  if (yaml === undefined) {
    const problem = errors === "" ? "nothing is generated" : errors;
    return { tree, yaml: "", definition: {}, errors: problem };
  }
  return { tree, yaml, definition: readDefinition(yaml), errors };
}

/** A definition as the corpus compares them: without what the API server adds, and without nulls. */
export function comparable(document: JsonObject): JsonObject {
  const definition = definitionOf(withoutNulls(document));
  if (definition === undefined) throw new Error("this is no CustomResourceDefinition");
  return definition.json;
}

/** A generated definition. */
export function readDefinition(text: string): JsonObject {
  const [object] = readDocuments({ path: "crd.yaml", text }).objects;
  if (object === undefined) throw new Error("this is no object");
  return object.json;
}

/** Places where two values differ, as JSON pointers. `required` is a set. */
export function differences(input: {
  readonly left: JsonValue | undefined;
  readonly right: JsonValue | undefined;
  readonly path?: string;
}): readonly string[] {
  const { left, right, path = "" } = input;
  if (isJsonObject(left) && isJsonObject(right)) {
    return [...new Set([...Object.keys(left), ...Object.keys(right)])].flatMap((key) =>
      differences({ left: left[key], right: right[key], path: `${path}/${key}` }),
    );
  }
  if (Array.isArray(left) && Array.isArray(right) && left.length === right.length) {
    const isSet = path.endsWith("/required");
    const [one, other] = isSet ? [left.toSorted(), right.toSorted()] : [left, right];
    return one.flatMap((value: JsonValue, index) =>
      differences({ left: value, right: other[index], path: `${path}/${index}` }),
    );
  }
  return left === right ? [] : [`${path}: ${short(left)} -> ${short(right)}`];
}

function short(value: JsonValue | undefined): string {
  const text = value === undefined ? "nothing" : exactJson(value);
  return text.length > 80 ? `${text.slice(0, 80)} ...` : text;
}
