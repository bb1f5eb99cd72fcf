import { existsSync } from "node:fs";
import { join } from "node:path";
import { type BrokenProgram, brokenProgram } from "./binaries/broken.js";
import { versionsIn } from "./binaries/installed.js";
import { buildWithGo, goVersion } from "./build.js";
import { type Cache, cacheOf, fill, isIntact, sumsFile } from "./cache.js";
import { type Environment, envtestFolder, goPlatform } from "./environment.js";
import { ControlPlaneUnavailable } from "./errors.js";
import { programProblem } from "./program.js";

/** The programs of a control plane, as paths. */
export interface Assets {
  readonly etcd: string;
  readonly kubeApiserver: string;
  /** Not needed to run; absent when the folder has none. */
  readonly kubectl: string | undefined;
  /** Where they were found, for people. */
  readonly origin: string;
}

/** From where the programs come; the names are those of envtest. */
export interface AssetOptions {
  /**
   * Folder with etcd and kube-apiserver, when KUBEBUILDER_ASSETS names none. With downloads, the folder that has or gets
   * `k8s/<version>-<os>-<arch>`.
   */
  readonly binaryAssetsDirectory?: string | undefined;
  /** Whether to download the programs when they are not installed; they then win over every variable. */
  readonly downloadBinaryAssets?: boolean | undefined;
  /** A selector of setup-envtest such as `1.36.x`; `latest` unless given. */
  readonly downloadBinaryAssetsVersion?: string | undefined;
  /** Index of releases, for a mirror. */
  readonly downloadBinaryAssetsIndexUrl?: string | undefined;
}

/** Where to look, and where to say what takes long. */
export interface AssetsInput extends AssetOptions {
  readonly env: Environment;
  readonly log: (line: string) => void;
  readonly signal?: AbortSignal | undefined;
  /** Where kubebuilder's installer once put the programs: `/usr/local/kubebuilder/bin`. */
  readonly systemFolder?: string | undefined;
}

/**
 * Finds the programs, as envtest does: TEST_ASSET_* for a single program, then KUBEBUILDER_ASSETS, then `binaryAssetsDirectory`; then
 * our cache, setup-envtest's folders and kubebuilder's; where there is none, builds them with Go into our cache.
 *
 * @throws ControlPlaneUnavailable with every place that was looked at, and what to do
 * @throws BinariesError when they are to be downloaded and cannot be
 */
export async function findAssets(input: AssetsInput): Promise<Assets> {
  if (input.downloadBinaryAssets === true) return await downloaded(input);
  const { env } = input;
  const etcd = named({ env, variable: "TEST_ASSET_ETCD" });
  const kubeApiserver = named({ env, variable: "TEST_ASSET_KUBE_APISERVER" });
  const kubectl = env["TEST_ASSET_KUBECTL"] || undefined;
  if (etcd !== undefined && kubeApiserver !== undefined) {
    return { etcd, kubeApiserver, kubectl, origin: kubeApiserver };
  }
  const others = namedFolder(input) ?? (await search(input));
  return {
    etcd: etcd ?? others.etcd,
    kubeApiserver: kubeApiserver ?? others.kubeApiserver,
    kubectl: kubectl ?? others.kubectl,
    origin: others.origin,
  };
}

async function downloaded(input: AssetsInput): Promise<Assets> {
  const { env, log, signal } = input;
  // Only downloads need what it imports.
  const { useBinaries } = await import("./binaries/use.js");
  const { path } = await useBinaries({
    version: input.downloadBinaryAssetsVersion,
    indexUrl: input.downloadBinaryAssetsIndexUrl,
    binDirectory: input.binaryAssetsDirectory,
    env,
    signal,
    report: { log },
  });
  return inFolder(path);
}

/** The program that a variable names. */
function named(input: {
  readonly env: Environment;
  readonly variable: string;
}): string | undefined {
  const path = input.env[input.variable];
  if (!path) return undefined;
  const problem = programProblem(path);
  if (problem === undefined) return path;
  throw new ControlPlaneUnavailable(
    `${input.variable}: '${path}' ${problem}: correct the variable, or unset it`,
  );
}

/** The folder that the user names: what it lacks is not looked for elsewhere. */
function namedFolder(input: AssetsInput): Assets | undefined {
  const variable = input.env["KUBEBUILDER_ASSETS"];
  const folder = variable || input.binaryAssetsDirectory;
  if (!folder) return undefined;
  const broken = brokenProgram(folder);
  if (broken === undefined) return inFolder(folder);
  const name = variable ? "KUBEBUILDER_ASSETS" : "binaryAssetsDirectory";
  throw new ControlPlaneUnavailable(
    `${name} is '${folder}', and '${broken.path}' ${broken.problem}: correct ${name}, or leave it out`,
  );
}

async function search(input: AssetsInput): Promise<Assets> {
  const { env, log } = input;
  const cache = cacheOf(env);
  const cached = await fromCache(cache);
  if (cached !== undefined) return cached;
  const { found, broken } = fromEnvtest(input);
  if (found !== undefined) return found;
  if ((await goVersion(env)) === undefined) {
    throw new ControlPlaneUnavailable(advice({ ...input, cache, broken }));
  }
  const build = (folder: string): Promise<void> =>
    buildWithGo({ source: cache.source, folder, env, log });
  await fill({ cache, build, log });
  const built = await fromCache(cache);
  if (built === undefined)
    throw new Error(`${cache.folder} fails its checksums right after it was built`);
  return built;
}

async function fromCache(cache: Cache): Promise<Assets | undefined> {
  return (await isIntact(cache)) ? inFolder(cache.folder) : undefined;
}

const defaultSystemFolder = "/usr/local/kubebuilder/bin";

/** The newest version that setup-envtest has installed for this machine, and what was passed over. */
function fromEnvtest(input: AssetsInput): {
  readonly found: Assets | undefined;
  readonly broken: readonly BrokenProgram[];
} {
  const { env, log, systemFolder = defaultSystemFolder } = input;
  const root = join(envtestFolder(env), "k8s");
  const versions = versionsIn({ folder: root, platform: goPlatform() });
  const folders = [...versions.map(({ path }) => path), systemFolder].filter((each) =>
    existsSync(each),
  );
  const broken: BrokenProgram[] = [];
  for (const folder of folders) {
    const problem = brokenProgram(folder);
    if (problem === undefined) return { found: inFolder(folder), broken };
    log(`not taken: '${problem.path}' ${problem.problem}`);
    broken.push(problem);
  }
  return { found: undefined, broken };
}

function inFolder(folder: string): Assets {
  const kubectl = join(folder, "kubectl");
  return {
    etcd: join(folder, "etcd"),
    kubeApiserver: join(folder, "kube-apiserver"),
    kubectl: programProblem(kubectl) === undefined ? kubectl : undefined,
    origin: folder,
  };
}

function advice(
  input: AssetsInput & { readonly cache: Cache; readonly broken: readonly BrokenProgram[] },
): string {
  const { cache, broken, systemFolder = defaultSystemFolder } = input;
  return [
    "no Kubernetes API server on this machine. Looked at:",
    "  KUBEBUILDER_ASSETS (not set)",
    `  ${cache.folder}${existsSync(cache.folder) ? ` (not what ${sumsFile} says, or from another go.mod)` : ""}`,
    `  ${join(envtestFolder(input.env), "k8s")}`,
    `  ${systemFolder}`,
    ...broken.map(({ path, problem }) => `    '${path}' ${problem}`),
    "  go (not on the PATH)",
    "Do one of these:",
    "  npx create-crd-project envtest use     downloads the server, once",
    "  install Go from https://go.dev/dl and run this again: it builds the server, which takes about 5 minutes once",
    "  set KUBEBUILDER_ASSETS to a folder with etcd and kube-apiserver",
  ].join("\n");
}
