import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { runOk } from "../process/run.js";
import { temporaryFolder } from "../process/temporary-folder.js";
import { npmEnvironment } from "./npm-environment.js";
import { type PackedPackage, packPackage } from "./pack.js";
import { startRegistry } from "./registry.js";

async function pack(manifest: {
  readonly name: string;
  readonly version: string;
}): Promise<PackedPackage> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  writeFileSync(join(folder, "index.js"), `export const name = "${manifest.name}";\n`);
  return packPackage(folder);
}

async function serve(packages: readonly PackedPackage[], upstream: string): Promise<string> {
  const registry = await startRegistry({ packages, upstream });
  onTestFinished(() => registry.stop());
  return registry.url;
}

it("packs a folder with the checksums of its tarball", async () => {
  const packed = await pack({ name: "one", version: "1.2.3" });
  expect(packed).toMatchObject({ name: "one", version: "1.2.3", manifest: { name: "one" } });
  expect(packed.integrity).toBe(
    `sha512-${createHash("sha512").update(packed.tarball).digest("base64")}`,
  );
  expect(packed.shasum).toBe(createHash("sha1").update(packed.tarball).digest("hex"));
});

it("serves ours, sends the rest on and refuses to be written to", async () => {
  const packed = await pack({ name: "@scope/one", version: "1.2.3" });
  const url = await serve([packed], "http://upstream.invalid/npm/");
  const document = await (await fetch(`${url}/@scope%2fone`)).json();
  expect(document).toMatchObject({
    "dist-tags": { latest: "1.2.3" },
    versions: { "1.2.3": { dist: { tarball: `${url}/@scope/one/-/one-1.2.3.tgz` } } },
  });
  const tarball = await fetch(`${url}/@scope/one/-/one-1.2.3.tgz`);
  expect(Buffer.from(await tarball.arrayBuffer()).equals(packed.tarball)).toBe(true);
  const other = await fetch(`${url}/left-pad?write=true`, { redirect: "manual" });
  expect(other.status).toBe(307);
  expect(other.headers.get("location")).toBe("http://upstream.invalid/npm/left-pad?write=true");
  expect((await fetch(`${url}/@scope%2fone`, { method: "PUT", body: "{}" })).status).toBe(405);
});

it("lets npm install ours and what comes from behind it", async () => {
  const [one, two] = await Promise.all([
    pack({ name: "crd-test-one", version: "1.0.0" }),
    pack({ name: "crd-test-two", version: "2.0.0" }),
  ]);
  const behind = await serve([two], "http://upstream.invalid");
  const registry = await serve([one], behind);
  const folder = temporaryFolder();
  const cache = join(folder, "cache");
  mkdirSync(cache);
  const env = npmEnvironment({
    env: process.env,
    registry,
    cache,
    downloads: join(folder, "downloads"),
  });
  const cwd = join(folder, "project");
  mkdirSync(cwd);
  writeFileSync(join(cwd, "package.json"), "{}");
  await runOk({ program: "npm", args: ["install", "crd-test-one", "crd-test-two"], cwd, env });
  const { stdout } = await runOk({ program: "npm", args: ["ls", "--json"], cwd, env });
  const versions = z.object({
    dependencies: z.record(z.string(), z.object({ version: z.string() })),
  });
  expect(versions.parse(JSON.parse(stdout)).dependencies).toEqual({
    "crd-test-one": expect.objectContaining({ version: "1.0.0" }),
    "crd-test-two": expect.objectContaining({ version: "2.0.0" }),
  });
});

it("hides from npm that it runs inside an npm script, and keeps what the user has set", () => {
  const folder = temporaryFolder();
  const cache = join(folder, "cache");
  mkdirSync(cache);
  const env = npmEnvironment({
    env: {
      PATH: "/bin",
      INIT_CWD: "/repository",
      npm_package_name: "outer",
      npm_lifecycle_event: "demo",
      npm_config_cafile: "/ca.pem",
      NO_PROXY: "example.com",
      EMPTY: undefined,
    },
    registry: "http://127.0.0.1:1",
    cache,
    downloads: join(folder, "downloads"),
  });
  expect(env).toEqual({
    PATH: "/bin",
    npm_config_cafile: "/ca.pem",
    NO_PROXY: "example.com,127.0.0.1",
    no_proxy: "example.com,127.0.0.1",
    npm_config_registry: "http://127.0.0.1:1",
    npm_config_cache: cache,
  });
});
