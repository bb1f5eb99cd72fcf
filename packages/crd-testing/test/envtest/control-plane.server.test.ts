import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { get } from "node:https";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { KubeConfig } from "@kubernetes/client-node";
import { expect, it, onTestFinished } from "vitest";
import { describeOnServer } from "../../../../test/controlplane/fixture.js";
import { reapOrphans } from "../../src/envtest/runs.js";

/** Status code of a GET with a kubeconfig; undefined when nothing listens. */
async function getStatus(kubeconfig: string): Promise<number | undefined> {
  const config = new KubeConfig();
  config.loadFromString(kubeconfig);
  const options = {};
  await config.applyToHTTPSOptions(options);
  const url = `${config.getCurrentCluster()?.server}/api/v1/namespaces/default`;
  return new Promise((resolve) => {
    get(url, { ...options, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).once("error", () => resolve(undefined));
  });
}

interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<string>;
  readonly kubeconfigPath: string;
  readonly kubeconfig: string;
}

/** `npm run controlplane` without npm. */
const main = "../../../../test/controlplane/main.ts";
/** A program that does nothing about signals and errors. */
const holder = "holder.ts";

/** Starts a program that has a control plane: up when the kubeconfig's path stands on its standard output. */
async function start(program: string): Promise<Started> {
  const path = fileURLToPath(new URL(program, import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", path], {
    stdio: ["pipe", "pipe", "ignore"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const ended = new Promise<string>((resolve) => {
    child.once("exit", (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  for await (const kubeconfigPath of createInterface({ input: child.stdout })) {
    return { child, ended, kubeconfigPath, kubeconfig: readFileSync(kubeconfigPath, "utf8") };
  }
  throw new Error(`no kubeconfig: ${await ended}`);
}

describeOnServer("control plane", (server) => {
  it("lets the kubeconfig's user in and nobody else look at its keys", async () => {
    expect(await getStatus(readFileSync(server.kubeconfigPath, "utf8"))).toBe(200);
    const folder = dirname(server.kubeconfigPath);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    // The servers have read their own keys, so no file has them any more.
    expect(readdirSync(folder).sort()).toEqual([
      "apiserver.crt",
      "ca.crt",
      "etcd",
      "etcd.sock",
      "kubeconfig",
      "server-0.log",
      "server-1.log",
    ]);
    for (const name of ["kubeconfig", "server-0.log", "server-1.log", "apiserver.crt", "ca.crt"]) {
      expect(statSync(join(folder, name)).mode & 0o777, name).toBe(0o600);
    }
  });

  it("runs beside another one, and stops on Ctrl-C with nothing left", async () => {
    const run = await start(main);
    expect(await getStatus(run.kubeconfig)).toBe(200);
    run.child.kill("SIGINT");
    expect(await run.ended).toBe("exit code 0");
    expect(await getStatus(run.kubeconfig)).toBeUndefined();
    expect(existsSync(dirname(run.kubeconfigPath))).toBe(false);
  });

  it("leaves no orphan beyond the next start when its process is killed", async () => {
    const run = await start(main);
    run.child.kill("SIGKILL");
    expect(await run.ended).toBe("SIGKILL");
    reapOrphans(process.env);
    await expect.poll(() => getStatus(run.kubeconfig)).toBeUndefined();
    expect(existsSync(dirname(run.kubeconfigPath))).toBe(false);
  });

  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "leaves nothing when %s ends a process that does nothing about it",
    async (signal) => {
      const run = await start(holder);
      run.child.kill(signal);
      expect(await run.ended).toBe(signal);
      expect(await getStatus(run.kubeconfig)).toBeUndefined();
      expect(existsSync(dirname(run.kubeconfigPath))).toBe(false);
    },
  );

  it("leaves nothing when an error that nobody catches ends its process", async () => {
    const run = await start(holder);
    run.child.stdin?.write("fail\n");
    expect(await run.ended).toBe("exit code 1");
    expect(await getStatus(run.kubeconfig)).toBeUndefined();
    expect(existsSync(dirname(run.kubeconfigPath))).toBe(false);
  });
});
