import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { withLock } from "../../packages/crd-testing/src/envtest/lock.js";
import { runOk } from "../process/run.js";
import { type PackedPackage, packPackage } from "./pack.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folders = [".", "packages/crd-runtime", "packages/crd-testing"];

/**
 * Builds the packages of this repository; quick when nothing has changed. One process at a time, since two compilers would
 * write the same files.
 *
 * @throws CommandFailed
 */
export async function build(): Promise<void> {
  const folder = join(root, "node_modules/.cache");
  mkdirSync(folder, { recursive: true });
  await withLock({
    file: join(folder, "create-crd-project-build.lock"),
    onWait: () => undefined,
    action: () => runOk({ program: "npm", args: ["run", "build"], cwd: root }),
  });
}

/** Packs the packages of this repository as they are built. @throws CommandFailed */
export async function packAll(): Promise<readonly PackedPackage[]> {
  return Promise.all(folders.map((folder) => packPackage(join(root, folder))));
}

/** One setting of the user's npm. @throws CommandFailed */
export async function npmSetting(name: "registry" | "cache"): Promise<string> {
  const { stdout } = await runOk({ program: "npm", args: ["config", "get", name], cwd: root });
  return stdout.trim();
}
