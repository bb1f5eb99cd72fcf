import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The Go module beside this file: API types in Go, and a program around sigs.k8s.io/yaml. */
export const goModule = fileURLToPath(new URL("go", import.meta.url));

/** The controller-gen whose output is expected of crd-gen. */
const controllerGen = "sigs.k8s.io/controller-tools/cmd/controller-gen@v0.23.0";

interface Run {
  readonly command: string;
  readonly args: readonly string[];
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly module?: string | undefined;
}

function run({ command, args, input, environment, module = goModule }: Run): string {
  const result = spawnSync(command, args, {
    cwd: module,
    encoding: "utf8",
    maxBuffer: 1 << 30,
    env: { ...process.env, ...environment },
    ...(input === undefined ? {} : { input }),
  });
  if (result.error !== undefined) throw result.error;
  if (result.status !== 0) throw new Error(`${command} ${args.join(" ")}: ${result.stderr}`);
  return result.stdout;
}

/** Why the Go programs cannot be used here; undefined when they can. */
export function goMissing(): string | undefined {
  try {
    run({ command: "go", args: ["version"] });
    run({ command: "go", args: ["build", "-o", "/dev/null", "./marshal"] });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The YAML that sigs.k8s.io/yaml writes for each value, or the error that it reports. */
export function marshalWithGo(
  values: readonly string[],
): readonly { readonly yaml: string; readonly error?: string }[] {
  const output = run({
    command: "go",
    args: ["run", "./marshal"],
    input: `${values.join("\n")}\n`,
  });
  return output
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

/** What controller-gen's schemapatch makes of the manifests of a folder, with the Go types of packages; by file name. */
export function patchWithControllerGen(input: {
  readonly packages: string;
  readonly manifests: string;
}): ReadonlyMap<string, string> {
  const folder = mkdtempSync(join(tmpdir(), "controller-gen-"));
  try {
    run({
      command: "go",
      args: ["install", controllerGen],
      environment: { GOBIN: join(folder, "bin"), GOFLAGS: "" },
    });
    const output = join(folder, "patched");
    run({
      command: join(folder, "bin", "controller-gen"),
      args: [
        `schemapatch:manifests=${input.manifests}`,
        `paths=${input.packages}`,
        `output:dir=${output}`,
      ],
    });
    return new Map(
      readdirSync(output).map((name) => [name, readFileSync(join(output, name), "utf8")]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A generator of controller-gen, with the options that make its output ours. */
export type GoGenerator = "crd" | "rbac" | "webhook";

const always: Readonly<Record<GoGenerator, readonly string[]>> = {
  crd: ["omitToolVersion=true", "allowDangerousTypes=true"],
  rbac: [],
  webhook: [],
};

/**
 * Runs a generator of controller-gen, crd by default, on packages of a module, the one beside this file by default; `use` gets the
 * folder with its files.
 */
export function withControllerGen<T>(input: {
  readonly generator?: GoGenerator;
  readonly packages: string;
  readonly module?: string;
  /** File with the first lines of each file. */
  readonly header: string;
  /** Further options of the generator: `maxDescLen=40`. */
  readonly options?: readonly string[];
  readonly use: (folder: string) => T;
}): T {
  const { generator = "crd", module, options = [] } = input;
  const folder = mkdtempSync(join(tmpdir(), "controller-gen-"));
  try {
    // Installed first: run from elsewhere, it would read the packages of another module.
    run({
      command: "go",
      args: ["install", controllerGen],
      environment: { GOBIN: join(folder, "bin"), GOFLAGS: "" },
    });
    run({
      module,
      command: join(folder, "bin", "controller-gen"),
      args: [
        `${generator}:${[...always[generator], ...options, `headerFile=${input.header}`].join(",")}`,
        `paths=${input.packages}`,
        `output:dir=${join(folder, "crds")}`,
      ],
    });
    return input.use(join(folder, "crds"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
