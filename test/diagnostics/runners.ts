import { formatDiagnostics } from "../../generators/diagnostics/index.js";
import { linkModel } from "../../generators/model/index.js";
import { parseFile } from "../../generators/parse/index.js";
import { importedPackages } from "../../generators/plan/packages.js";
import { loadTool } from "../../generators/tool.js";
import { runProject } from "../golden/run.js";
import { runCommandCase } from "./command.js";

/** Files by posix path. */
export type Project = ReadonlyMap<string, string>;

/** Prints what a run says about a project. */
export type Runner = (project: Project) => string | Promise<string>;

/** Reads the types and stops there. */
function model(project: Project): string {
  const files = [...project]
    .filter(([path]) => path.endsWith(".ts"))
    .map(([path, text]) => parseFile({ path, text }));
  const { diagnostics } = linkModel({
    files,
    config: { apis: "src/apis", client: "src/client" },
    expansions: files.filter(({ path }) => path.endsWith("_expansion.ts")),
    packages: importedPackages({ syntax: files, packageTypes: loadTool().packageTypes }),
  });
  return formatDiagnostics({ diagnostics, textOf: (path) => project.get(path) });
}

/** Runs the generators, too. */
async function generate(project: Project): Promise<string> {
  return (await runProject({ project })).report;
}

/** How the cases of an area are run; an area of the catalogue that is not here fails the test. */
export const runners: Readonly<Record<string, Runner>> = {
  tag: model,
  type: model,
  model,
  generate,
  crd: generate,
  file: runCommandCase,
  project: runCommandCase,
  envtest: runCommandCase,
};
