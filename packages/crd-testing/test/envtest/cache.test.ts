import { appendFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../../../../test/process/temporary-folder.js";
import { type Cache, cacheOf, fill, isIntact, requiredVersion } from "../../src/envtest/cache.js";
import { goPlatform } from "../../src/envtest/environment.js";

function emptyCache(): Cache {
  const folder = temporaryFolder();
  const source = join(folder, "source");
  mkdirSync(source);
  writeFileSync(join(source, "go.mod"), "require (\n\tk8s.io/kubernetes v1.2.3\n)\n");
  return cacheOf({ XDG_CACHE_HOME: folder }, source);
}

const quiet = (): void => undefined;

async function build(folder: string): Promise<void> {
  writeFileSync(join(folder, "etcd"), "etcd");
  writeFileSync(join(folder, "kube-apiserver"), "kube-apiserver");
}

it("is a folder per version and platform in the cache folder of the user", () => {
  const source = new URL("../../controlplane/", import.meta.url).pathname;
  const version = requiredVersion({ source, module: "k8s.io/kubernetes" });
  const { folder } = cacheOf({ XDG_CACHE_HOME: "/cache" });
  expect(folder).toBe(`/cache/create-crd-project/controlplane/${version}-${goPlatform()}`);
  expect(cacheOf({ HOME: "/home/me" }).folder).toMatch(
    /^\/home\/me\/\.cache\/create-crd-project\//,
  );
});

it("is intact after it was filled, and leaves nothing beside it but the mark of the check", async () => {
  const cache = emptyCache();
  expect(await isIntact(cache)).toBe(false);
  await fill({ cache, build, log: quiet });
  expect(readdirSync(dirname(cache.folder))).toEqual([`1.2.3-${goPlatform()}`]);
  expect(await isIntact(cache)).toBe(true);
  const name = `1.2.3-${goPlatform()}`;
  expect(readdirSync(dirname(cache.folder))).toEqual([name, `${name}.verified`]);
  expect(await isIntact(cache)).toBe(true);
});

it("is not intact when a program has changed, is missing, or was built from another go.mod", async () => {
  const cache = emptyCache();
  await fill({ cache, build, log: quiet });
  expect(await isIntact(cache)).toBe(true);
  appendFileSync(join(cache.folder, "etcd"), "!");
  expect(await isIntact(cache)).toBe(false);
  await fill({ cache, build, log: quiet });
  rmSync(join(cache.folder, "etcd"));
  expect(await isIntact(cache)).toBe(false);
  await fill({ cache, build, log: quiet });
  expect(await isIntact(cache)).toBe(true);
  appendFileSync(join(cache.source, "go.mod"), "// changed\n");
  expect(await isIntact(cache)).toBe(false);
});

it("builds once when two runs fill it at the same time", async () => {
  const cache = emptyCache();
  const waits: string[] = [];
  let builds = 0;
  const counted = async (folder: string): Promise<void> => {
    builds += 1;
    await build(folder);
  };
  const run = (): Promise<void> => fill({ cache, build: counted, log: (line) => waits.push(line) });
  await Promise.all([run(), run(), run()]);
  expect(builds).toBe(1);
  expect(waits.every((line) => line.includes(`process ${process.pid}`))).toBe(true);
});

it("keeps nothing of a failed build, and takes over the lock and the draft of a dead run", async () => {
  const cache = emptyCache();
  const failing = fill({ cache, build: () => Promise.reject(new Error("no disk")), log: quiet });
  await expect(failing).rejects.toThrow("no disk");
  expect(existsSync(cache.folder)).toBe(false);
  mkdirSync(`${cache.folder}.draft-dead`);
  writeFileSync(`${cache.folder}.lock`, JSON.stringify({ pid: 2 ** 22 + 1, started: "0" }));
  await fill({ cache, build, log: quiet });
  expect(readdirSync(dirname(cache.folder))).toEqual([`1.2.3-${goPlatform()}`]);
});
