import { homedir } from "node:os";
import { join } from "node:path";

/** Environment variables, as process.env gives them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Folder for what can be made again: XDG_CACHE_HOME or ~/.cache. */
export function cacheFolder(env: Environment): string {
  return join(env["XDG_CACHE_HOME"] || join(home(env), ".cache"), "create-crd-project");
}

/** Where setup-envtest and kubebuilder put binaries: the root of `k8s/<version>-<os>-<arch>`. */
export function envtestFolder(env: Environment): string {
  if (process.platform === "win32") {
    return join(env["LocalAppData"] || env["LOCALAPPDATA"] || home(env), "kubebuilder-envtest");
  }
  if (process.platform === "darwin") {
    return join(home(env), "Library/Application Support/io.kubebuilder.envtest");
  }
  return join(env["XDG_DATA_HOME"] || join(home(env), ".local/share"), "kubebuilder-envtest");
}

/** Go's names of this machine, as in the folders of setup-envtest: `linux-amd64`. */
export function goPlatform(): string {
  const os = process.platform === "win32" ? "windows" : process.platform;
  const arch = process.arch === "x64" ? "amd64" : process.arch;
  return `${os}-${arch}`;
}

function home(env: Environment): string {
  return env["HOME"] || homedir();
}
