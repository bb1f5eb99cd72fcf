import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Environment } from "../environment.js";
import { cacheFolder, envtestFolder } from "../environment.js";
import { newestFirst, parseVersion, type Version, versionText } from "./version.js";

/** Programs of one version on this machine. */
export interface InstalledBinaries {
  readonly version: Version;
  /** Folder with etcd, kube-apiserver and kubectl. */
  readonly path: string;
}

/** Folders of setup-envtest's layout, `k8s/<version>-<os>-<arch>`, and of what we built. */
export interface BinariesPlaces {
  /** The folder that has `k8s/` in it. */
  readonly binDirectory: string;
  readonly built: string;
}

/** Where binaries lie; setup-envtest's own folder unless another is given. */
export function binariesPlaces(input: {
  readonly env: Environment;
  readonly binDirectory?: string | undefined;
}): BinariesPlaces {
  return {
    binDirectory: resolve(input.binDirectory ?? envtestFolder(input.env)),
    built: join(cacheFolder(input.env), "controlplane"),
  };
}

/** The folder of a version in setup-envtest's layout. */
export function installFolder(input: {
  readonly binDirectory: string;
  readonly version: Version;
  readonly platform: string;
}): string {
  return join(input.binDirectory, "k8s", `${versionText(input.version)}-${input.platform}`);
}

/** The versions in a folder of `<version>-<os>-<arch>` folders, the newest first; none when there is no such folder. */
export function versionsIn(input: {
  readonly folder: string;
  readonly platform: string;
}): readonly InstalledBinaries[] {
  const suffix = `-${input.platform}`;
  return namesIn(input.folder)
    .flatMap((name) => {
      const version = name.endsWith(suffix)
        ? parseVersion(name.slice(0, -suffix.length))
        : undefined;
      return version === undefined ? [] : [{ version, path: join(input.folder, name) }];
    })
    .sort((a, b) => newestFirst(a.version, b.version));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
