import { accessSync, constants, existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { buildWithGo, goVersion } from "./build.js";
import { type Cache, cacheOf, fill, isIntact, sumsFile } from "./cache.js";
import { type Environment, envtestFolder, goPlatform } from "./environment.js";
import { ControlPlaneUnavailable } from "./errors.js";

/** The programs of a control plane, as paths. */
export interface Assets {
  readonly etcd: string;
  readonly kubeApiserver: string;
  /** Not needed to run; absent when the folder has none. */
  readonly kubectl: string | undefined;
  /** Where they were found, for people. */
  readonly origin: string;
}

/** Where to look, and where to say what takes long. */
export interface AssetsInput {
  readonly env: Environment;
  readonly log: (line: string) => void;
  /** Where kubebuilder's installer once put the programs: `/usr/local/kubebuilder/bin`. */
  readonly systemFolder?: string;
}

/**
 * Finds the programs: TEST_ASSET_* and KUBEBUILDER_ASSETS (as envtest has them), our cache, setup-envtest's folders; where
 * there is none, builds them with Go into our cache.
 *
 * @throws ControlPlaneUnavailable with every place that was looked at, and what to do
 */
export async function findAssets(input: AssetsInput): Promise<Assets> {
  const { env, log, systemFolder = "/usr/local/kubebuilder/bin" } = input;
  const named = namedByEnvironment(env);
  if (named !== undefined) return named;
  const cache = cacheOf(env);
  const cached = await fromCache(cache);
  if (cached !== undefined) return cached;
  const installed = fromEnvtest({ env, systemFolder });
  if (installed !== undefined) return installed;
  if ((await goVersion(env)) === undefined)
    throw new ControlPlaneUnavailable(advice({ cache, env, systemFolder }));
  const build = (folder: string): Promise<void> =>
    buildWithGo({ source: cache.source, folder, env, log });
  await fill({ cache, build, log });
  const built = await fromCache(cache);
  if (built === undefined)
    throw new Error(`${cache.folder} fails its checksums right after it was built`);
  return built;
}

function namedByEnvironment(env: Environment): Assets | undefined {
  const etcd = env["TEST_ASSET_ETCD"];
  const kubeApiserver = env["TEST_ASSET_KUBE_APISERVER"];
  const folder = env["KUBEBUILDER_ASSETS"];
  if (!etcd && !kubeApiserver && !folder) return undefined;
  const found = {
    etcd: etcd || (folder ? join(folder, "etcd") : "etcd"),
    kubeApiserver: kubeApiserver || (folder ? join(folder, "kube-apiserver") : "kube-apiserver"),
  };
  for (const path of Object.values(found)) {
    if (isExecutable(path)) continue;
    const variables = "KUBEBUILDER_ASSETS, TEST_ASSET_ETCD and TEST_ASSET_KUBE_APISERVER";
    throw new ControlPlaneUnavailable(
      `${variables} name the programs, and '${path}' is not one: correct them or unset all three`,
    );
  }
  const kubectl = env["TEST_ASSET_KUBECTL"] || (folder ? join(folder, "kubectl") : "");
  return { ...found, kubectl: executable(kubectl), origin: folder || found.kubeApiserver };
}

async function fromCache(cache: Cache): Promise<Assets | undefined> {
  return (await isIntact(cache)) ? inFolder(cache.folder) : undefined;
}

/** The newest version that setup-envtest has installed for this machine. */
function fromEnvtest(input: {
  readonly env: Environment;
  readonly systemFolder: string;
}): Assets | undefined {
  const suffix = `-${goPlatform()}`;
  const root = join(envtestFolder(input.env), "k8s");
  const versions = list(root)
    .filter((name) => /^\d+\.\d+\.\d+-/.test(name) && name.endsWith(suffix))
    .sort((a, b) => b.localeCompare(a, "en", { numeric: true }));
  const folders = [...versions.map((name) => join(root, name)), input.systemFolder];
  for (const folder of folders) {
    const assets = inFolder(folder);
    if (assets !== undefined) return assets;
  }
  return undefined;
}

function inFolder(folder: string): Assets | undefined {
  const etcd = executable(join(folder, "etcd"));
  const kubeApiserver = executable(join(folder, "kube-apiserver"));
  if (etcd === undefined || kubeApiserver === undefined) return undefined;
  return { etcd, kubeApiserver, kubectl: executable(join(folder, "kubectl")), origin: folder };
}

function advice(input: {
  readonly cache: Cache;
  readonly env: Environment;
  readonly systemFolder: string;
}): string {
  const { cache } = input;
  return [
    "no Kubernetes API server on this machine. Looked at:",
    "  KUBEBUILDER_ASSETS (not set)",
    `  ${cache.folder}${existsSync(cache.folder) ? ` (not what ${sumsFile} says, or from another go.mod)` : ""}`,
    `  ${join(envtestFolder(input.env), "k8s")}`,
    `  ${input.systemFolder}`,
    "  go (not on the PATH)",
    "Do one of these:",
    "  install Go from https://go.dev/dl and run this again: it builds the server, which takes about 5 minutes once",
    "  or set KUBEBUILDER_ASSETS to a folder with etcd and kube-apiserver, for example the one that",
    "  'setup-envtest use -p path' prints",
  ].join("\n");
}

function executable(path: string): string | undefined {
  return path !== "" && isExecutable(path) ? path : undefined;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
