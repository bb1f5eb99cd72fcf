import { existsSync, rmSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { withLock } from "../lock.js";
import { onExit } from "../on-exit.js";
import type { Machine } from "../program.js";
import { type DownloadProgress, download } from "./download.js";
import { extract } from "./extract.js";
import type { FetchLike } from "./fetch.js";
import { type InstalledBinaries, installFolder } from "./installed.js";
import type { Release } from "./release-index.js";
import { versionText } from "./version.js";

/** What is heard of an installation. */
export interface InstallReport {
  /** What begins, line by line. */
  readonly log: (line: string) => void;
  readonly onProgress: (progress: DownloadProgress) => void;
}

/**
 * Downloads a release into setup-envtest's layout, which its Go program reads as well. The folder appears whole or not at
 * all; two processes do the work once.
 *
 * @throws BinariesError `download`, `checksum` or `archive`
 */
export async function install(input: {
  readonly release: Release;
  readonly platform: string;
  readonly binDirectory: string;
  readonly fetch: FetchLike;
  readonly report: InstallReport;
  readonly signal?: AbortSignal | undefined;
  readonly machine?: Machine;
  /** Whether a folder that is there already will do. */
  readonly isIntact: (path: string) => boolean;
}): Promise<InstalledBinaries> {
  const { release, platform, binDirectory, report } = input;
  const { version } = release;
  const path = installFolder({ binDirectory, version, platform });
  // Beside k8s/, so that setup-envtest meets nothing that it does not know.
  const work = join(binDirectory, ".create-crd-project");
  await mkdir(join(binDirectory, "k8s"), { recursive: true });
  await mkdir(work, { recursive: true });
  const name = `${versionText(version)}-${platform}`;
  await withLock({
    file: join(work, `${name}.lock`),
    onWait: (pid) => report.log(`process ${pid} is downloading version ${name}; waiting for it`),
    action: async () => {
      if (existsSync(path) && input.isIntact(path)) return;
      await removeDrafts({ work, name });
      const draft = await mkdtemp(join(work, `${name}.draft-`));
      const forgetExit = onExit(() => rmSync(draft, { recursive: true, force: true }));
      try {
        await fill({ ...input, draft });
        await remove(path);
        await rename(join(draft, "programs"), path);
      } finally {
        forgetExit();
        await rm(draft, { recursive: true, force: true });
      }
    },
  });
  return { version, path };
}

async function fill(
  input: Parameters<typeof install>[0] & { readonly draft: string },
): Promise<void> {
  const { release, draft, report, machine } = input;
  const { url } = release;
  const file = join(draft, "archive.tar.gz");
  const folder = join(draft, "programs");
  report.log(`downloading ${url}`);
  await download({ ...input, file, onProgress: report.onProgress });
  report.log("checksum verified; extracting");
  await mkdir(folder);
  await extract({ file, folder, url, ...(machine && { machine }) });
}

/** What a killed process left. Whoever calls this holds the lock, so no draft is in use. */
async function removeDrafts(input: {
  readonly work: string;
  readonly name: string;
}): Promise<void> {
  const prefix = `${input.name}.draft-`;
  for (const each of await readdir(input.work)) {
    if (each.startsWith(prefix)) await rm(join(input.work, each), { recursive: true, force: true });
  }
}

/** setup-envtest makes its folders read-only. */
async function remove(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  await chmod(folder, 0o755);
  await rm(folder, { recursive: true, force: true });
}
