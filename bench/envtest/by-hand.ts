import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { request } from "node:https";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { apiServerArgs } from "../../packages/crd-testing/src/envtest/api-server-args.js";
import type { Assets } from "../../packages/crd-testing/src/envtest/assets.js";
import {
  createAuthority,
  createServiceAccountKey,
} from "../../packages/crd-testing/src/envtest/certificates.js";
import { etcdArgs } from "../../packages/crd-testing/src/envtest/etcd-args.js";
import { freePort } from "../../packages/crd-testing/src/envtest/free-port.js";
import { freshFolder } from "../scratch.js";

const pollMs = 10;

/**
 * Milliseconds from the start of both programs, with the flags that we give them and certificates that are made before, until /readyz is
 * answered with 200: the part of a start that is not ours.
 */
export async function startByHand(assets: Assets): Promise<number> {
  const folder = freshFolder("envtest");
  const port = await freePort();
  const authority = createAuthority("bench");
  const serving = authority.issue({
    usage: "server",
    commonName: "kube-apiserver",
    hosts: ["127.0.0.1"],
  });
  const client = authority.issue({
    usage: "client",
    commonName: "admin",
    organizations: ["system:masters"],
  });
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text, { mode: 0o600 });
    return join(folder, name);
  };
  const args = apiServerArgs({
    args: {},
    places: {
      etcd: `unix://${join(folder, "etcd.sock")}`,
      port,
      certificateFolder: join(folder, "certificates"),
      servingCertificate: write("apiserver.crt", serving.certificate),
      servingKey: write("apiserver.key", serving.privateKey),
      clientAuthority: write("ca.crt", authority.certificate),
      serviceAccountKey: write("sa.key", createServiceAccountKey()),
    },
  });
  const begun = performance.now();
  const etcd = spawn(assets.etcd, [...etcdArgs(folder)], { stdio: "ignore" });
  const kubeApiserver = spawn(assets.kubeApiserver, [...args], { stdio: "ignore" });
  try {
    const tls = { ca: authority.certificate, cert: client.certificate, key: client.privateKey };
    while (!(await isReady({ port, tls }))) await delay(pollMs);
    return performance.now() - begun;
  } finally {
    await stop(kubeApiserver);
    await stop(etcd);
  }
}

function isReady(input: {
  readonly port: number;
  readonly tls: { readonly ca: string; readonly cert: string; readonly key: string };
}): Promise<boolean> {
  const { port, tls } = input;
  return new Promise((resolve) => {
    request({ host: "127.0.0.1", port, path: "/readyz", agent: false, ...tls }, (response) => {
      response.resume();
      response.once("close", () => resolve(response.statusCode === 200));
    })
      .once("error", () => resolve(false))
      .end();
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}
