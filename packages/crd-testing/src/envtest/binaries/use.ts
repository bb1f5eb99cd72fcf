import { basename, dirname, join } from "node:path";
import { buildWithGo, goVersion } from "../build.js";
import { cacheOf, fill, isIntact } from "../cache.js";
import { type Environment, goPlatform } from "../environment.js";
import { brokenProgram } from "./broken.js";
import { BinariesError } from "./errors.js";
import type { FetchLike } from "./fetch.js";
import { type InstallReport, install } from "./install.js";
import {
  type BinariesPlaces,
  binariesPlaces,
  type InstalledBinaries,
  versionsIn,
} from "./installed.js";
import { defaultIndexUrl, fetchReleases, type Release } from "./release-index.js";
import { parseSelector, type Selector } from "./selector.js";
import { newestFirst, parseVersion, type Version, versionText } from "./version.js";

/** Where binaries are looked for and from where they come. */
export interface BinariesOptions {
  /** A selector of setup-envtest; `latest` unless given. */
  readonly version?: string | undefined;
  /** Whether only what is installed counts, so that no network is needed. */
  readonly installedOnly?: boolean | undefined;
  /** Index of releases; that of controller-tools unless given. */
  readonly indexUrl?: string | undefined;
  /** The folder with `k8s/<version>-<os>-<arch>`; setup-envtest's own unless given. */
  readonly binDirectory?: string | undefined;
  /** Environment variables; process.env unless given. */
  readonly env?: Environment | undefined;
  /** Takes the place of Node's fetch. */
  readonly fetch?: FetchLike | undefined;
  /** Hears what takes long. */
  readonly report?: Partial<InstallReport> | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Binaries that can be run, and how they were come by. */
export interface UsedBinaries {
  /** `1.36.2` */
  readonly version: string;
  /** `linux-amd64` */
  readonly platform: string;
  /** Folder with etcd, kube-apiserver and kubectl: what KUBEBUILDER_ASSETS may be set to. */
  readonly path: string;
  readonly source: "installed" | "downloaded" | "built";
}

/** A version that is installed, or that the index has. */
export interface ListedBinaries {
  readonly version: string;
  readonly platform: string;
  /** Absent when it is not installed. */
  readonly path?: string;
}

/**
 * Finds binaries of a version, downloads them when they are not installed, and where the index cannot be reached takes what is
 * installed or builds them with Go. Follows `setup-envtest use`.
 *
 * @throws BinariesError with the reason
 * @throws ControlPlaneUnavailable when a build with Go fails
 * @throws the signal's reason when it is aborted
 */
export async function useBinaries(options: BinariesOptions = {}): Promise<UsedBinaries> {
  const use = new Use(options);
  return await use.run();
}

/**
 * Finds installed binaries and touches no network: the newest of those that match.
 *
 * @throws BinariesError `not-installed` or `version`
 */
export async function findBinaries(options: BinariesOptions = {}): Promise<UsedBinaries> {
  return await new Use({ ...options, version: options.version ?? "latest-on-disk" }).find();
}

/**
 * Lists the versions that match, the newest first: those that are installed, and unless `installedOnly` those of the index.
 *
 * @throws BinariesError `version`, `unreachable` or `index`
 */
export async function listBinaries(
  options: BinariesOptions = {},
): Promise<readonly ListedBinaries[]> {
  return await new Use(options).list();
}

const nothing = (): void => undefined;

/** One call, with its options filled in. */
class Use {
  readonly #selector: Selector;
  readonly #options: BinariesOptions;
  readonly #env: Environment;
  readonly #places: BinariesPlaces;
  readonly #platform = goPlatform();
  readonly #report: InstallReport;

  constructor(options: BinariesOptions) {
    this.#options = options;
    this.#selector = parseSelector(options.version ?? "latest");
    this.#env = options.env ?? process.env;
    this.#places = binariesPlaces({ env: this.#env, binDirectory: options.binDirectory });
    this.#report = {
      log: options.report?.log ?? nothing,
      onProgress: options.report?.onProgress ?? nothing,
    };
  }

  async run(): Promise<UsedBinaries> {
    const isOffline = this.#options.installedOnly === true || this.#selector.look === "installed";
    if (isOffline) return await this.find();
    const installed = await this.#installed();
    if (installed !== undefined && this.#selector.look === "any") return installed;
    let releases: readonly Release[];
    try {
      releases = await this.#releases();
    } catch (error) {
      return await this.#withoutIndex({ error, installed });
    }
    const release = releases.find(({ version }) => this.#selector.matches(version));
    if (release === undefined) {
      if (installed !== undefined) return installed;
      throw this.#noSuchVersion(releases);
    }
    const present = parseVersion(installed?.version ?? "");
    if (installed !== undefined && present && newestFirst(present, release.version) <= 0) {
      return installed;
    }
    return await this.#download(release);
  }

  async find(): Promise<UsedBinaries> {
    const installed = await this.#installed();
    if (installed !== undefined) return installed;
    const folders = [join(this.#places.binDirectory, "k8s"), this.#places.built];
    throw new BinariesError({
      reason: "not-installed",
      values: {
        version: this.#selector.text,
        platform: this.#platform,
        folders: folders.join(" and "),
      },
    });
  }

  async list(): Promise<readonly ListedBinaries[]> {
    const isOffline = this.#options.installedOnly === true || this.#selector.look === "installed";
    const available = isOffline ? [] : await this.#releases();
    const installed = this.#installedFolders();
    const paths = new Map(installed.map((each) => [versionText(each.version), each.path]));
    const versions = new Map(
      [...available, ...installed].map((each) => [versionText(each.version), each.version]),
    );
    return [...versions]
      .filter(([, version]) => this.#selector.matches(version))
      .sort(([, a], [, b]) => newestFirst(a, b))
      .map(([version]) => {
        const path = paths.get(version);
        return { version, platform: this.#platform, ...(path !== undefined && { path }) };
      });
  }

  #releases(): Promise<readonly Release[]> {
    const { indexUrl = defaultIndexUrl, fetch = globalThis.fetch, signal } = this.#options;
    return fetchReleases({ indexUrl, platform: this.#platform, fetch, signal });
  }

  /** Folders of both kinds that are whole; ours count with their checksums where one is used. */
  #installedFolders(): readonly InstalledBinaries[] {
    const { binDirectory, built } = this.#places;
    const platform = this.#platform;
    const own = this.#options.binDirectory === undefined;
    return [
      ...versionsIn({ folder: join(binDirectory, "k8s"), platform }),
      ...(own ? versionsIn({ folder: built, platform }) : []),
    ]
      .filter(({ path }) => brokenProgram(path) === undefined)
      .sort((a, b) => newestFirst(a.version, b.version));
  }

  async #installed(): Promise<UsedBinaries | undefined> {
    const cache = cacheOf(this.#env);
    const matching = this.#installedFolders().filter(({ version }) =>
      this.#selector.matches(version),
    );
    for (const { version, path } of matching) {
      const isBuilt = dirname(path) === dirname(cache.folder);
      if (isBuilt && (path !== cache.folder || !(await isIntact(cache)))) continue;
      return this.#used({ version: versionText(version), path, source: "installed" });
    }
    return undefined;
  }

  async #download(release: Release): Promise<UsedBinaries> {
    const { fetch = globalThis.fetch, signal } = this.#options;
    const { binDirectory } = this.#places;
    const { version, path } = await install({
      release,
      platform: this.#platform,
      binDirectory,
      fetch,
      signal,
      report: this.#report,
      isIntact: (folder) => brokenProgram(folder) === undefined,
    });
    return this.#used({ version: versionText(version), path, source: "downloaded" });
  }

  /** Falls back on what is installed, and then on Go, whose modules may be reachable where the index is not. */
  async #withoutIndex(input: {
    readonly error: unknown;
    readonly installed: UsedBinaries | undefined;
  }): Promise<UsedBinaries> {
    const { error, installed } = input;
    if (!(error instanceof BinariesError) || error.reason !== "unreachable") throw error;
    if (installed !== undefined) {
      this.#report.log(`${error.message}; taking ${installed.version}, which is installed`);
      return installed;
    }
    const cache = cacheOf(this.#env);
    const version = basename(cache.folder).slice(0, -this.#platform.length - 1);
    const parsed = parseVersion(version);
    const fits = parsed !== undefined && this.#selector.matches(parsed);
    if (!fits || (await goVersion(this.#env)) === undefined) throw error;
    this.#report.log(`${error.message}; building ${version} from Go modules instead`);
    const { log } = this.#report;
    await fill({
      cache,
      log,
      build: (folder) => buildWithGo({ source: cache.source, folder, env: this.#env, log }),
    });
    return this.#used({ version, path: cache.folder, source: "built" });
  }

  #used(input: Omit<UsedBinaries, "platform">): UsedBinaries {
    return { ...input, platform: this.#platform };
  }

  #noSuchVersion(releases: readonly Release[]): BinariesError {
    const versions = newestOfMinors(releases).map(versionText).join(", ") || "none";
    const values = { version: this.#selector.text, platform: this.#platform, versions };
    return new BinariesError({ reason: "no-such-version", values });
  }
}

/** The newest patch of every minor version. */
function newestOfMinors(releases: readonly Release[]): readonly Version[] {
  const minors = new Map<string, Version>();
  for (const { version } of releases) {
    const minor = `${version.major}.${version.minor}`;
    if (!minors.has(minor)) minors.set(minor, version);
  }
  return [...minors.values()];
}
