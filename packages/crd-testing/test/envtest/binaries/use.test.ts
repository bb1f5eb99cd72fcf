import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../../../../../test/process/temporary-folder.js";
import {
  type BinariesOptions,
  findBinaries,
  listBinaries,
  useBinaries,
} from "../../../src/envtest/binaries/use.js";
import { cacheOf } from "../../../src/envtest/cache.js";
import { goPlatform } from "../../../src/envtest/environment.js";
import { archiveOf, type Mirror, programsOf, startMirror } from "./mirror.js";

const platform = goPlatform();
const unreachable = "http://127.0.0.1:1/releases.yaml";

/** A home with nothing in it and a PATH without go. */
function emptyHome() {
  const home = temporaryFolder();
  const binDirectory = join(home, "data/kubebuilder-envtest");
  const env = {
    HOME: home,
    XDG_CACHE_HOME: join(home, "cache"),
    XDG_DATA_HOME: join(home, "data"),
    PATH: home,
  };
  return { env, binDirectory, folder: (version: string) => folderOf({ binDirectory, version }) };
}

function folderOf(input: { readonly binDirectory: string; readonly version: string }): string {
  return join(input.binDirectory, "k8s", `${input.version}-${platform}`);
}

/** Programs that setup-envtest would have left. */
function installed(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of ["etcd", "kube-apiserver", "kubectl"]) {
    writeFileSync(join(folder, name), "#!/bin/sh\n", { mode: 0o555 });
  }
  chmodSync(folder, 0o555);
}

async function mirrorOf(...versions: readonly string[]): Promise<Mirror> {
  const archives: Record<string, Buffer> = {};
  for (const version of versions) archives[version] = await archiveOf(programsOf(version));
  return await startMirror({ archives });
}

/** What lies below a folder; nothing but locks' and drafts' own folder when there is no version. */
function everythingIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
}

it.skipIf(process.platform === "darwin")(
  "downloads the newest version into setup-envtest's layout, and takes it from there afterwards",
  async () => {
    const { env, binDirectory, folder } = emptyHome();
    const { indexUrl, requests } = await mirrorOf("1.9.1", "1.36.2", "1.35.4");
    const said: string[] = [];
    const report = { log: (line: string) => said.push(line) };
    const used = await useBinaries({ indexUrl, env, report });
    const path = folder("1.36.2");
    expect(used).toEqual({ version: "1.36.2", platform, path, source: "downloaded" });
    const ran = spawnSync(join(path, "kube-apiserver"), { encoding: "utf8" });
    expect(ran.stdout).toBe("kube-apiserver 1.36.2\n");
    expect(everythingIn(binDirectory)).toEqual(
      [".create-crd-project", "k8s", `k8s/1.36.2-${platform}`]
        .concat(
          ["etcd", "kube-apiserver", "kubectl"].map((name) => `k8s/1.36.2-${platform}/${name}`),
        )
        .sort(),
    );
    expect(statSync(join(path, "etcd")).mode & 0o777).toBe(0o555);
    expect(said).toEqual([
      `downloading ${new URL("/archives/1.36.2.tar.gz", indexUrl)}`,
      "checksum verified; extracting",
    ]);
    expect(await useBinaries({ indexUrl, env })).toEqual({ ...used, source: "installed" });
    expect(await useBinaries({ indexUrl, env, version: "1.36" })).toMatchObject({ path });
    expect(await findBinaries({ env })).toEqual({ ...used, source: "installed" });
    expect(requests).toEqual(["/releases.yaml", "/archives/1.36.2.tar.gz", "/releases.yaml"]);
  },
);

it("follows selectors, and keeps installed versions that will do", async () => {
  const { env, binDirectory } = emptyHome();
  const { indexUrl } = await mirrorOf("1.35.4", "1.36.2");
  const folder = (version: string) => folderOf({ binDirectory, version });
  installed(folder("1.35.2"));
  const version = async (text: string) =>
    (await useBinaries({ indexUrl, env, binDirectory, version: text })).version;
  expect(await version("1.35.x")).toBe("1.35.2");
  expect(await version("1.35.x!")).toBe("1.35.4");
  expect(await version("~1.35.3")).toBe("1.35.4");
  expect(await version("<1.36")).toBe("1.35.4");
  installed(folder("1.40.0"));
  expect(await version("latest")).toBe("1.40.0");
  const list = await listBinaries({ indexUrl, env, binDirectory });
  expect(list).toEqual([
    { version: "1.40.0", platform, path: folder("1.40.0") },
    { version: "1.36.2", platform },
    { version: "1.35.4", platform, path: folder("1.35.4") },
    { version: "1.35.2", platform, path: folder("1.35.2") },
  ]);
  expect(
    (await listBinaries({ env, binDirectory, installedOnly: true, version: "1.35" })).length,
  ).toBe(2);
});

it("says which versions there are when the one that is asked for is not among them", async () => {
  const { env, binDirectory } = emptyHome();
  const { indexUrl } = await mirrorOf("1.35.1", "1.35.4", "1.36.2");
  await expect(
    useBinaries({ indexUrl, env, binDirectory, version: "1.99.0" }),
  ).rejects.toMatchObject({
    reason: "no-such-version",
    message: `the index has no version 1.99.0 for ${platform}; it has 1.36.2, 1.35.4`,
  });
});

it("touches no network when only installed versions count, and says what is missing", async () => {
  const { env, binDirectory } = emptyHome();
  const fetch = () => Promise.reject(new Error("the network was used"));
  const options: BinariesOptions = { env, binDirectory, fetch };
  await expect(useBinaries({ ...options, installedOnly: true })).rejects.toMatchObject({
    reason: "not-installed",
    message: `no version latest for ${platform} is installed below ${join(binDirectory, "k8s")} and ${join(env.XDG_CACHE_HOME, "create-crd-project/controlplane")}`,
  });
  installed(folderOf({ binDirectory, version: "1.30.0" }));
  for (const version of ["latest", "latest-on-disk", "1.30.x"]) {
    const used = await useBinaries({ ...options, version, installedOnly: true });
    expect(used.version).toBe("1.30.0");
  }
  expect((await useBinaries({ ...options, version: "1.30.0" })).source).toBe("installed");
});

it("falls back on what is installed when the index cannot be reached, and says so", async () => {
  const { env, binDirectory } = emptyHome();
  installed(folderOf({ binDirectory, version: "1.30.0" }));
  const said: string[] = [];
  const report = { log: (line: string) => said.push(line) };
  const used = await useBinaries({ indexUrl: unreachable, env, binDirectory, report });
  expect(used).toMatchObject({ version: "1.30.0", source: "installed" });
  expect(said).toEqual([
    expect.stringMatching(/^cannot read the index .*; taking 1\.30\.0, which is installed$/),
  ]);
  await expect(
    useBinaries({ indexUrl: unreachable, env, binDirectory, version: "1.36.x" }),
  ).rejects.toMatchObject({ reason: "unreachable" });
});

it("builds with Go when the index cannot be reached and Go is there", async () => {
  const { env, binDirectory } = emptyHome();
  const go = [
    "#!/bin/sh",
    'if [ "$1" = env ]; then echo go1.26; exit; fi',
    'while [ "$1" != -o ]; do shift; done',
    'case "$2" in',
    '  */etcd) programs="$2";;',
    '  *) programs="$2/kube-apiserver $2/kubectl";;',
    "esac",
    "for each in $programs; do echo '#!/bin/sh' > $each; chmod 755 $each; done",
  ];
  writeFileSync(join(env.HOME, "go"), `${go.join("\n")}\n`, { mode: 0o755 });
  const withTools = { ...env, PATH: `${env.HOME}:/usr/bin:/bin` };
  const said: string[] = [];
  const used = await useBinaries({
    indexUrl: unreachable,
    env: withTools,
    binDirectory,
    report: { log: (line) => said.push(line) },
  });
  const { folder } = cacheOf(env);
  expect(used).toMatchObject({ path: folder, source: "built" });
  expect(said[0]).toMatch(/; building \d+\.\d+\.\d+ from Go modules instead$/);
  expect(existsSync(join(folder, "kube-apiserver"))).toBe(true);
  expect(await findBinaries({ env: withTools })).toMatchObject({
    path: folder,
    source: "installed",
  });
});

it("refuses what is not what the index names, and leaves nothing", async () => {
  const { env, binDirectory } = emptyHome();
  const archives = { "1.36.2": await archiveOf(programsOf("1.36.2")) };
  const { indexUrl } = await startMirror({ archives, hashes: { "1.36.2": "0".repeat(128) } });
  await expect(useBinaries({ indexUrl, env, binDirectory })).rejects.toMatchObject({
    reason: "checksum",
    message: expect.stringMatching(
      /1\.36\.2\.tar\.gz is not what the index names: its SHA-512 is [0-9a-f]{128}, not 0{128}$/,
    ),
  });
  expect(everythingIn(binDirectory)).toEqual([".create-crd-project", "k8s"]);
});

it("leaves nothing of a download that breaks off", async () => {
  const { env, binDirectory } = emptyHome();
  const archive = await archiveOf(programsOf("1.36.2"));
  const { indexUrl } = await startMirror({
    archives: { "1.36.2": archive },
    answer: (request, response) => {
      if (!request.url?.startsWith("/archives/")) return false;
      response.writeHead(200, { "content-length": archive.length });
      response.write(archive.subarray(0, archive.length / 2), () => response.destroy());
      return true;
    },
  });
  await expect(useBinaries({ indexUrl, env, binDirectory })).rejects.toMatchObject({
    reason: "download",
  });
  expect(everythingIn(binDirectory)).toEqual([".create-crd-project", "k8s"]);
});

it("stops a download on a signal, and leaves nothing", async () => {
  const { env, binDirectory } = emptyHome();
  const stop = new AbortController();
  const { indexUrl } = await startMirror({
    archives: { "1.36.2": await archiveOf(programsOf("1.36.2")) },
    answer: (request, response) => {
      if (!request.url?.startsWith("/archives/")) return false;
      response.writeHead(200, { "content-length": 1000 });
      response.write("half", () => stop.abort(new Error("enough")));
      return true;
    },
  });
  const using = useBinaries({ indexUrl, env, binDirectory, signal: stop.signal });
  await expect(using).rejects.toThrow("enough");
  expect(everythingIn(binDirectory)).toEqual([".create-crd-project", "k8s"]);
});

it.each([
  ["is no archive", async () => Buffer.from("<html>"), /is not an archive of envtest: /],
  [
    "lacks a program",
    () => archiveOf({ "controller-tools/envtest/etcd": "#!/bin/sh\n" }),
    /'controller-tools\/envtest\/kube-apiserver' is not there$/,
  ],
  [
    "has no program",
    () => archiveOf({ ...programsOf("1"), "controller-tools/envtest/etcd": "text" }),
    /'controller-tools\/envtest\/etcd' is not a program$/,
  ],
  [
    "has a link for a program",
    () => {
      const { "controller-tools/envtest/etcd": _etcd, ...others } = programsOf("1");
      return archiveOf(others, { "controller-tools/envtest/etcd": "/bin/sh" });
    },
    /'controller-tools\/envtest\/etcd' is not there$/,
  ],
])("refuses an archive that %s", async (_what, archive, message) => {
  const { env, binDirectory } = emptyHome();
  const { indexUrl } = await startMirror({ archives: { "1.36.2": await archive() } });
  await expect(useBinaries({ indexUrl, env, binDirectory })).rejects.toMatchObject({
    reason: "archive",
    message: expect.stringMatching(message),
  });
  expect(everythingIn(binDirectory)).toEqual([".create-crd-project", "k8s"]);
});

it("takes the three programs out of an archive and nothing else", async () => {
  const { env, binDirectory } = emptyHome();
  const archive = await archiveOf({
    ...programsOf("1.36.2"),
    "controller-tools/envtest/other": "#!/bin/sh\n",
    "controller-tools/envtest/etcd.d/etcd": "#!/bin/sh\n",
    "evil/etcd": "#!/bin/sh\n",
  });
  const { indexUrl } = await startMirror({ archives: { "1.36.2": archive } });
  const { path } = await useBinaries({ indexUrl, env, binDirectory });
  expect(readdirSync(path).sort()).toEqual(["etcd", "kube-apiserver", "kubectl"]);
});

it("downloads once when two ask at the same time", async () => {
  const { env, binDirectory } = emptyHome();
  const { indexUrl, requests } = await mirrorOf("1.36.2");
  const said: string[] = [];
  const report = { log: (line: string) => said.push(line) };
  const options = { indexUrl, env, binDirectory, report };
  const paths = (await Promise.all([1, 2, 3].map(() => useBinaries(options)))).map(
    ({ path }) => path,
  );
  expect(new Set(paths).size).toBe(1);
  expect(requests.filter((path) => path.startsWith("/archives/"))).toHaveLength(1);
  expect(said).toContain(
    `process ${process.pid} is downloading version 1.36.2-${platform}; waiting for it`,
  );
});

it("replaces a broken folder, also one that setup-envtest made, and takes a dead run's draft away", async () => {
  const { env, binDirectory } = emptyHome();
  const { indexUrl } = await mirrorOf("1.36.2");
  const path = folderOf({ binDirectory, version: "1.36.2" });
  installed(path);
  chmodSync(join(path, "etcd"), 0o755);
  writeFileSync(join(path, "etcd"), "");
  const work = join(binDirectory, ".create-crd-project");
  mkdirSync(join(work, `1.36.2-${platform}.draft-dead`), { recursive: true });
  await expect(findBinaries({ env, binDirectory })).rejects.toThrow("is installed below");
  const used = await useBinaries({ indexUrl, env, binDirectory, version: "1.36.2" });
  expect(used).toMatchObject({ path, source: "downloaded" });
  expect(readFileSync(join(path, "etcd"), "utf8")).toContain("etcd 1.36.2");
  expect(readdirSync(work)).toEqual([]);
});

it("tells how far a download is", async () => {
  const { env, binDirectory } = emptyHome();
  const archive = await archiveOf(programsOf("1.36.2"));
  const { indexUrl } = await startMirror({ archives: { "1.36.2": archive } });
  const seen: unknown[] = [];
  const report = { onProgress: (progress: unknown) => seen.push(progress) };
  await useBinaries({ indexUrl, env, binDirectory, report });
  expect(seen.at(-1)).toEqual({ receivedBytes: archive.length, totalBytes: archive.length });
});
