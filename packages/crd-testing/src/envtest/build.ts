import { execFile, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { requiredVersion } from "./cache.js";
import type { Environment } from "./environment.js";
import { ControlPlaneUnavailable } from "./errors.js";

const progressMs = 15_000;
const keptLines = 20;

/** Go's version, or undefined when there is no `go` on the PATH. */
export function goVersion(env: Environment): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile("go", ["env", "GOVERSION"], { env: { ...env } }, (error, stdout) => {
      resolve(error === null ? stdout.trim() : undefined);
    });
  });
}

/**
 * Builds etcd, kube-apiserver and kubectl from Go modules: about 5 minutes and 4 GB with Go's caches cold, seconds when warm.
 *
 * @throws ControlPlaneUnavailable with Go's last lines when it fails
 */
export async function buildWithGo(input: {
  /** Folder of go.mod. */
  readonly source: string;
  /** Where the programs go. */
  readonly folder: string;
  readonly env: Environment;
  readonly log: (line: string) => void;
}): Promise<void> {
  const { source, folder, log } = input;
  const kubernetes = requiredVersion({ source, module: "k8s.io/kubernetes" });
  const etcd = requiredVersion({ source, module: "go.etcd.io/etcd/server/v3" });
  const [major, minor] = kubernetes.split(".");
  const version = "-X k8s.io/component-base/version";
  const flags = `-s -w ${version}.gitVersion=v${kubernetes} ${version}.gitMajor=${major} ${version}.gitMinor=${minor}`;
  const env = { ...input.env, GOFLAGS: "", GOWORK: "off" };
  log(
    `building kube-apiserver ${kubernetes} and etcd ${etcd} with Go, once: about 5 minutes when Go's caches are cold`,
  );
  const programs = ["kube-apiserver", "kubectl"].map((name) => `k8s.io/kubernetes/cmd/${name}`);
  await go({ source, env, log, ldflags: flags, output: `${folder}/`, packages: programs });
  const server = ["go.etcd.io/etcd/server/v3"];
  await go({ source, env, log, ldflags: "-s -w", output: join(folder, "etcd"), packages: server });
}

/** One `go build -v`: it names each module it downloads and each package it compiles, which gives the progress. */
function go(input: {
  readonly source: string;
  readonly env: Environment;
  readonly log: (line: string) => void;
  readonly ldflags: string;
  readonly output: string;
  readonly packages: readonly string[];
}): Promise<void> {
  const { source, env, log, ldflags, output, packages } = input;
  const args = ["build", "-v", "-trimpath", "-ldflags", ldflags, "-o", output, ...packages];
  const child = spawn("go", args, {
    cwd: source,
    env: { ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const last: string[] = [];
  let downloaded = 0;
  let compiled = 0;
  createInterface({ input: child.stderr }).on("line", (line) => {
    if (line.startsWith("go: downloading ")) downloaded += 1;
    else if (/^[\w./~-]+$/.test(line)) compiled += 1;
    else if (last.push(line) > keptLines) last.shift();
  });
  const start = Date.now();
  const progress = setInterval(() => {
    const seconds = Math.round((Date.now() - start) / 1000);
    log(`  ${seconds} s: ${downloaded} modules downloaded, ${compiled} packages compiled`);
  }, progressMs);
  const stop = (): boolean => child.kill();
  process.once("exit", stop);
  return new Promise<void>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => {
      if (code === 0) return resolve();
      const text = [`go build ended with ${signal ?? `exit code ${code}`}:`, ...last].join("\n  ");
      reject(new ControlPlaneUnavailable(text));
    });
  }).finally(() => {
    clearInterval(progress);
    process.removeListener("exit", stop);
  });
}
