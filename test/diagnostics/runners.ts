import { runProject } from "../golden/run.js";
import { runCommandCase } from "./command.js";

/** Files by posix path. */
export type Project = ReadonlyMap<string, string>;

/** Prints what a run says about a project. */
export type Runner = (project: Project) => string | Promise<string>;

/** Reads the types, and, where these are fine, runs the generators. */
async function generate(project: Project): Promise<string> {
  return (await runProject({ project })).report;
}

/** How the cases of an area are run; an area of the catalogue that is not here fails the test. */
export const runners: Readonly<Record<string, Runner>> = {
  tag: generate,
  type: generate,
  model: generate,
  generate,
  crd: generate,
  rbac: generate,
  webhook: generate,
  sample: generate,
  openapi: generate,
  schemapatch: runCommandCase,
  file: runCommandCase,
  project: runCommandCase,
  envtest: runCommandCase,
  diff: runCommandCase,
  import: runCommandCase,
};
