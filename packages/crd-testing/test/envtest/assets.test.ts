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

it("refuses a KUBEBUILDER_ASSETS that lacks a program instead of looking on", async () => {
  const env = emptyHome();
  const folder = programs(join(env["HOME"] ?? "", "assets"), ["etcd"]);
  await fill({ cache: cacheOf(env), build: async (draft) => void programs(draft), log });
  const finding = find({ ...env, KUBEBUILDER_ASSETS: folder });
  await expect(finding).rejects.toThrow(ControlPlaneUnavailable);
  await expect(finding).rejects.toThrow(`'${join(folder, "kube-apiserver")}' is not one`);
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
  programs(join(root, `1.40.0-${goPlatform()}`), ["kubectl"]);
  expect((await find(env)).origin).toBe(join(root, `1.36.2-${goPlatform()}`));
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
      install Go from https://go.dev/dl and run this again: it builds the server, which takes about 5 minutes once
      or set KUBEBUILDER_ASSETS to a folder with etcd and kube-apiserver, for example the one that
      'setup-envtest use -p path' prints"
  `);
});

it("takes no programs that were changed, and says so", async () => {
  const env = emptyHome();
  const cache = cacheOf(env);
  await fill({ cache, build: async (draft) => void programs(draft), log });
  writeFileSync(join(cache.folder, "etcd"), "#!/bin/sh\nexit 1\n");
  await expect(find(env)).rejects.toThrow(`${cache.folder} (not what SHA256SUMS says`);
});
