import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Group, versionsOf } from "./api/blueprint.js";
import { goFiles, goKinds, goModule } from "./api/go.js";
import type { Command } from "./measure/process.js";
import { freshFolder, scratchFolder, setAside, writeFiles } from "./scratch.js";

const codeGenerator = "v0.37.2";
const controllerGen = "v0.23.0";

const tools = [
  "deepcopy-gen",
  "register-gen",
  "client-gen",
  "lister-gen",
  "informer-gen",
  "applyconfiguration-gen",
  "defaulter-gen",
  "conversion-gen",
  "controller-gen",
] as const;
type Tool = (typeof tools)[number];

/** The Go tools, built once into the scratch folder. */
export interface GoTools {
  readonly version: string;
  path(tool: Tool): string;
}

function go(input: {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}): string {
  return execFileSync("go", input.args, {
    cwd: input.cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, GOFLAGS: "", ...input.env },
  });
}

/** The tools, or why they are not there. */
export function findGoTools(): GoTools | string {
  const bin = join(scratchFolder(), "bin", `${codeGenerator}-${controllerGen}`);
  try {
    mkdirSync(bin, { recursive: true });
    const version = go({ args: ["env", "GOVERSION"], cwd: bin }).trim();
    const missing = tools.filter((tool) => !existsSync(join(bin, tool)));
    for (const tool of missing) {
      const source =
        tool === "controller-gen"
          ? `sigs.k8s.io/controller-tools/cmd/controller-gen@${controllerGen}`
          : `k8s.io/code-generator/cmd/${tool}@${codeGenerator}`;
      go({ args: ["install", source], cwd: bin, env: { GOBIN: bin } });
    }
    return { version, path: (tool) => join(bin, tool) };
  } catch (error) {
    return `no Go tools: ${error instanceof Error ? error.message.split("\n")[0] : String(error)}`;
  }
}

/** The API of the benchmark as a Go module, with the commands that kube_codegen.sh runs for it. */
export interface GoProject {
  readonly folder: string;
  readonly groups: readonly Group[];
}

export function makeGoProject(input: {
  readonly name: string;
  readonly groups: readonly Group[];
}): GoProject {
  const folder = join(freshFolder(input.name), "module");
  cpSync(fileURLToPath(new URL("go", import.meta.url)), folder, { recursive: true });
  for (const group of input.groups) writeFiles({ folder, files: goFiles(group) });
  writeFiles({ folder, files: new Map([["kinds/kinds.go", goKinds(input.groups)]]) });
  return { folder, groups: input.groups };
}

/** Takes away everything that the tools made, as kube_codegen.sh does before each of them. */
export function makeGoCold(project: GoProject): void {
  setAside(join(project.folder, "client"));
  setAside(join(project.folder, "config"));
  for (const group of project.groups) {
    for (const version of versionsOf(group)) {
      for (const file of ["deepcopy", "register", "defaults", "conversion"]) {
        const path = `apis/${group.folder}/${version}/zz_generated.${file}.go`;
        setAside(join(project.folder, path));
      }
    }
  }
}

/** gen_helpers, gen_register and gen_client --with-watch of kube_codegen.sh, without building the tools; with all they have where the API asks for it. */
export function goCommands(input: {
  readonly tools: GoTools;
  readonly project: GoProject;
}): readonly Command[] {
  const { folder, groups } = input.project;
  const complete = groups.some((group) => group.complete);
  const versions = groups.flatMap((group) =>
    versionsOf(group).map((version) => `${group.folder}/${version}`),
  );
  const packages = versions.map((version) => `${goModule}/apis/${version}`);
  const run = (tool: Tool, args: readonly string[]): Command => ({
    command: input.tools.path(tool),
    args: ["-v", "0", "--go-header-file", "header.txt", ...args],
    cwd: folder,
  });
  const output = (name: string): readonly string[] => [
    "--output-dir",
    join(folder, "client", name),
    "--output-pkg",
    `${goModule}/client/${name}`,
  ];
  const clientset = `${goModule}/client/clientset/versioned`;
  const applyConfigurations = `${goModule}/client/applyconfiguration`;
  const more = [
    run("defaulter-gen", ["--output-file", "zz_generated.defaults.go", ...packages]),
    run("conversion-gen", ["--output-file", "zz_generated.conversion.go", ...packages]),
    run("applyconfiguration-gen", [...output("applyconfiguration"), ...packages]),
  ];
  return [
    run("deepcopy-gen", ["--output-file", "zz_generated.deepcopy.go", ...packages]),
    run("register-gen", ["--output-file", "zz_generated.register.go", ...packages]),
    ...(complete ? more : []),
    run("client-gen", [
      ...output("clientset"),
      ...["--clientset-name", "versioned", "--apply-configuration-package"],
      complete ? applyConfigurations : "",
      ...["--input-base", join(folder, "apis"), "--plural-exceptions", ""],
      "--prefers-protobuf=false",
      ...versions.flatMap((version) => ["--input", version]),
    ]),
    run("lister-gen", [...output("listers"), "--plural-exceptions", "", ...packages]),
    run("informer-gen", [
      ...output("informers"),
      ...["--versioned-clientset-package", clientset],
      ...["--listers-package", `${goModule}/client/listers`, "--plural-exceptions", ""],
      ...packages,
    ]),
  ];
}

/** controller-gen's CRDs of the same types. */
export function controllerGenCommand(input: {
  readonly tools: GoTools;
  readonly project: GoProject;
}): Command {
  return {
    command: input.tools.path("controller-gen"),
    args: ["crd", "paths=./apis/...", "output:dir=config/crd"],
    cwd: input.project.folder,
  };
}

/** Builds a program of the module; returns its path. */
export function buildGo(input: { readonly project: GoProject; readonly program: string }): string {
  const { project, program } = input;
  const path = join(project.folder, "bin", program);
  go({ args: ["build", "-o", path, `./${program}`], cwd: project.folder });
  return path;
}
