import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../../../../test/process/temporary-folder.js";
import { type Assets, findAssets } from "../../src/envtest/assets.js";
import { cacheOf, fill } from "../../src/envtest/cache.js";
import { type Environment, goPlatform } from "../../src/envtest/environment.js";
import { ControlPlaneUnavailable } from "../../src/envtest/errors.js";

const log = (): void => undefined;

function programs(folder: string, names = ["etcd", "kube-apiserver", "kubectl"]): string {
  mkdirSync(folder, { recursive: true });
  for (const name of names) {
    writeFileSync(join(folder, name), "#!/bin/sh\n");
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

function find(env: Environment): Promise<Assets> {
  return findAssets({ env, log, systemFolder: "/nowhere" });
}

/** A home with nothing in it and a PATH without go. */
function emptyHome(): Record<string, string> {
  const home = temporaryFolder();
  return {
    HOME: home,
    XDG_CACHE_HOME: join(home, "cache"),
    XDG_DATA_HOME: join(home, "data"),
    PATH: home,
  };
}

it("takes KUBEBUILDER_ASSETS first, and single programs over it", async () => {
  const env = emptyHome();
  const folder = programs(join(env["HOME"] ?? "", "assets"));
  await fill({ cache: cacheOf(env), build: async (draft) => void programs(draft), log });
  expect(await find({ ...env, KUBEBUILDER_ASSETS: folder })).toEqual({
    etcd: join(folder, "etcd"),
    kubeApiserver: join(folder, "kube-apiserver"),
    kubectl: join(folder, "kubectl"),
    origin: folder,
  });
  const other = programs(join(env["HOME"] ?? "", "other"), ["etcd"]);
  const both = { ...env, KUBEBUILDER_ASSETS: folder, TEST_ASSET_ETCD: join(other, "etcd") };
  expect((await find(both)).etcd).toBe(join(other, "etcd"));
});

it("takes single programs over every folder, and needs no folder for two of them", async () => {
  const env = emptyHome();
  const folder = programs(join(env["HOME"] ?? "", "assets"));
  const other = programs(join(env["HOME"] ?? "", "other"));
  const single = {
    TEST_ASSET_ETCD: join(other, "etcd"),
    TEST_ASSET_KUBE_APISERVER: join(other, "kube-apiserver"),
  };
  expect(await find({ ...env, ...single })).toEqual({
    etcd: join(other, "etcd"),
    kubeApiserver: join(other, "kube-apiserver"),
    kubectl: undefined,
    origin: join(other, "kube-apiserver"),
  });
  const kubectl = { TEST_ASSET_KUBECTL: join(other, "kubectl"), KUBEBUILDER_ASSETS: folder };
  expect((await find({ ...env, ...kubectl })).kubectl).toBe(join(other, "kubectl"));
  const cache = cacheOf(env);
  await fill({ cache, build: async (draft) => void programs(draft), log });
  expect(await find({ ...env, TEST_ASSET_ETCD: join(other, "etcd") })).toEqual({
    etcd: join(other, "etcd"),
    kubeApiserver: join(cache.folder, "kube-apiserver"),
    kubectl: join(cache.folder, "kubectl"),
    origin: cache.folder,
  });
});

it("takes binaryAssetsDirectory after KUBEBUILDER_ASSETS and before the cache", async () => {
  const env = emptyHome();
  const named = programs(join(env["HOME"] ?? "", "named"));
  const given = programs(join(env["HOME"] ?? "", "given"));
  await fill({ cache: cacheOf(env), build: async (draft) => void programs(draft), log });
  const input = { log, systemFolder: "/nowhere", binaryAssetsDirectory: given };
  expect((await findAssets({ ...input, env })).origin).toBe(given);
  const both = { ...env, KUBEBUILDER_ASSETS: named };
  expect((await findAssets({ ...input, env: both })).origin).toBe(named);
});

it("refuses a folder that lacks a program instead of looking on", async () => {
  const env = emptyHome();
  const folder = programs(join(env["HOME"] ?? "", "assets"), ["etcd"]);
  await fill({ cache: cacheOf(env), build: async (draft) => void programs(draft), log });
  const lost = `'${folder}', and '${join(folder, "kube-apiserver")}' is not there`;
  const finding = find({ ...env, KUBEBUILDER_ASSETS: folder });
  await expect(finding).rejects.toThrow(ControlPlaneUnavailable);
  await expect(finding).rejects.toThrow(
    `KUBEBUILDER_ASSETS is ${lost}: correct KUBEBUILDER_ASSETS, or leave it out`,
  );
  const input = { env, log, systemFolder: "/nowhere", binaryAssetsDirectory: folder };
  await expect(findAssets(input)).rejects.toThrow(`binaryAssetsDirectory is ${lost}`);
});

it.each([
  ["is not executable", (path: string) => chmodSync(path, 0o644)],
  ["is empty", (path: string) => writeFileSync(path, "")],
  ["is not a program", (path: string) => writeFileSync(path, "<html>404</html>")],
  ["is cut off", (path: string) => writeFileSync(path, "\u007fELF\u0002\u0001")],
])("says of a program in the folder that it %s", async (problem, spoil) => {
  const env = emptyHome();
  const folder = programs(join(env["HOME"] ?? "", "assets"));
  spoil(join(folder, "kube-apiserver"));
  const finding = find({ ...env, KUBEBUILDER_ASSETS: folder });
  await expect(finding).rejects.toThrow(`'${join(folder, "kube-apiserver")}' ${problem}`);
  const single = { TEST_ASSET_KUBE_APISERVER: join(folder, "kube-apiserver") };
  await expect(find({ ...env, ...single })).rejects.toThrow(
    `TEST_ASSET_KUBE_APISERVER: '${join(folder, "kube-apiserver")}' ${problem}`,
  );
});

it("takes our cache before setup-envtest's folders", async () => {
  const env = emptyHome();
  programs(join(env["XDG_DATA_HOME"] ?? "", "kubebuilder-envtest/k8s", `9.0.0-${goPlatform()}`));
  const cache = cacheOf(env);
  await fill({ cache, build: async (draft) => void programs(draft), log });
  expect((await find(env)).origin).toBe(cache.folder);
});

it.skipIf(process.platform === "darwin")("takes setup-envtest's newest version", async () => {
  const env = emptyHome();
  const root = join(env["XDG_DATA_HOME"] ?? "", "kubebuilder-envtest/k8s");
  for (const version of ["1.9.3", "1.36.2", "1.31.0"])
    programs(join(root, `${version}-${goPlatform()}`));
  programs(join(root, "1.99.0-plan9-mips"));
  const broken = programs(join(root, `1.40.0-${goPlatform()}`), ["kubectl"]);
  const said: string[] = [];
  const found = await findAssets({ env, log: (line) => said.push(line), systemFolder: "/nowhere" });
  expect(found.origin).toBe(join(root, `1.36.2-${goPlatform()}`));
  expect(said).toEqual([`not taken: '${join(broken, "etcd")}' is not there`]);
});

it.skipIf(process.platform === "darwin")("says what was looked at and what to do", async () => {
  const env = emptyHome();
  const error: unknown = await find(env).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ControlPlaneUnavailable);
  const text = String(error)
    .replaceAll(env["HOME"] ?? "", "~")
    .replaceAll(/\d+\.\d+\.\d+-\w+-\w+/g, "<version>-<os>-<arch>");
  expect(text).toMatchInlineSnapshot(`
    "ControlPlaneUnavailable: no Kubernetes API server on this machine. Looked at:
      KUBEBUILDER_ASSETS (not set)
      ~/cache/create-crd-project/controlplane/<version>-<os>-<arch>
      ~/data/kubebuilder-envtest/k8s
      /nowhere
      go (not on the PATH)
    Do one of these:
      npx create-crd-project envtest use     downloads the server, once
      install Go from https://go.dev/dl and run this again: it builds the server, which takes about 5 minutes once
      set KUBEBUILDER_ASSETS to a folder with etcd and kube-apiserver"
  `);
});

it("takes no programs that were changed, and says so", async () => {
  const env = emptyHome();
  const cache = cacheOf(env);
  await fill({ cache, build: async (draft) => void programs(draft), log });
  writeFileSync(join(cache.folder, "etcd"), "#!/bin/sh\nexit 1\n");
  await expect(find(env)).rejects.toThrow(`${cache.folder} (not what SHA256SUMS says`);
});
