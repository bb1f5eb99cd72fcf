import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { npmEnvironment } from "./npm-environment.js";
import { npmSetting, packAll } from "./packages.js";
import { startRegistry } from "./registry.js";

/** An npm that finds the packages of this checkout in its registry, and everything else as before. */
export interface LocalNpm {
  /** An empty folder to work in. */
  readonly folder: string;
  /** The environment in which npm is run. */
  readonly env: Readonly<Record<string, string>>;
  /** Stops the registry and removes the folder with all that was made in it. */
  stop(): Promise<void>;
}

/** Packs the packages as they are built and starts the registry. @throws CommandFailed when npm fails */
export async function startLocalNpm(
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<LocalNpm> {
  const [packages, upstream, downloads] = await Promise.all([
    packAll(),
    npmSetting("registry"),
    npmSetting("cache"),
  ]);
  const registry = await startRegistry({ packages, upstream });
  const base = mkdtempSync(join(tmpdir(), "crd-npm-"));
  const [folder, cache] = [join(base, "work"), join(base, "cache")];
  for (const each of [folder, cache]) mkdirSync(each);
  return {
    folder,
    env: npmEnvironment({ env, registry: registry.url, cache, downloads }),
    async stop() {
      await registry.stop();
      rmSync(base, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
