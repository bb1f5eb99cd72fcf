import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Assets } from "./assets.js";
import { type Authority, createAuthority, createServiceAccountKey } from "./certificates.js";
import { durationMs, type Environment } from "./environment.js";
import { ControlPlaneFailed } from "./errors.js";
import { freePort } from "./free-port.js";
import { kubeconfigText } from "./kubeconfig.js";
import { onExit } from "./on-exit.js";
import { waitUntilReady } from "./readiness.js";
import { forgetRun, recordRun } from "./runs.js";
import { type ServerProcess, startProcess } from "./server-process.js";

/** A running kube-apiserver with its etcd. */
export interface ControlPlane {
  /** File with the kubeconfig of a cluster administrator; readable by this user only, gone after stop. */
  readonly kubeconfigPath: string;
  readonly kubeconfig: string;
  /** `https://127.0.0.1:<port>` */
  readonly url: string;
  /** kubectl of the same origin, where there is one. */
  readonly kubectl: string | undefined;
  /** Where the programs were found. */
  readonly origin: string;
  /** Stops kube-apiserver, then etcd, and removes every file. Further calls wait for the same. */
  stop(): Promise<void>;
}

/** Another process took the port between the look and the start. */
export class PortTaken extends ControlPlaneFailed {}

/** Starts both servers in a temporary folder of their own. */
export async function launch(input: {
  readonly assets: Assets;
  readonly env: Environment;
}): Promise<ControlPlane> {
  const run = new Run(input.env);
  try {
    return await run.start(input.assets);
  } catch (error) {
    await run.stop();
    throw error;
  }
}

/** One temporary folder with the servers that run in it. */
class Run {
  readonly #env: Environment;
  // mkdtemp makes it 0700: the keys and etcd's socket are for this user only.
  readonly #folder = mkdtempSync(join(tmpdir(), "crd-controlplane-"));
  /** In the order of their start; stopped the other way round. */
  readonly #servers: ServerProcess[] = [];
  readonly #forgetExit = onExit(() => this.#kill());
  #stopped: Promise<void> | undefined;

  constructor(env: Environment) {
    this.#env = env;
    this.#record();
  }

  async start(assets: Assets): Promise<ControlPlane> {
    const authority = createAuthority("controlplane");
    const port = await freePort();
    const url = `https://127.0.0.1:${port}`;
    const user = authority.issue({
      usage: "client",
      commonName: "admin",
      organizations: ["system:masters"],
    });
    await this.#startServer({ program: assets.etcd, args: this.#etcdArgs() });
    await this.#startServer({
      program: assets.kubeApiserver,
      args: this.#kubeApiserverArgs({ authority, port }),
    });
    await this.#ready({ url, certificateAuthority: authority.certificate, user });
    const kubeconfig = kubeconfigText({ url, certificateAuthority: authority.certificate, user });
    return {
      url,
      kubeconfig,
      kubeconfigPath: this.#write("kubeconfig", kubeconfig),
      kubectl: assets.kubectl,
      origin: assets.origin,
      stop: () => this.stop(),
    };
  }

  /** Without etcd, kube-apiserver hangs for a minute after SIGTERM: it is stopped first. */
  stop(): Promise<void> {
    this.#stopped ??= (async () => {
      const timeoutMs = durationMs(this.#env["KUBEBUILDER_CONTROLPLANE_STOP_TIMEOUT"], 20_000);
      for (const server of [...this.#servers].reverse()) await server.stop(timeoutMs);
      this.#forgetExit();
      this.#removeTraces();
    })();
    return this.#stopped;
  }

  #kill(): void {
    for (const server of [...this.#servers].reverse()) server.kill();
    this.#removeTraces();
  }

  #removeTraces(): void {
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
    forgetRun({ env: this.#env, folder: this.#folder });
  }

  #record(): void {
    const processes = this.#servers.map((server) => server.identity);
    recordRun({ env: this.#env, folder: this.#folder, processes });
  }

  async #startServer(input: {
    readonly program: string;
    readonly args: readonly string[];
  }): Promise<void> {
    const attachOutput = this.#env["KUBEBUILDER_ATTACH_CONTROL_PLANE_OUTPUT"] === "true";
    const logFile = this.#path(`server-${this.#servers.length}.log`);
    this.#servers.push(await startProcess({ ...input, env: this.#env, logFile, attachOutput }));
    this.#record();
  }

  /** etcd has no passwords here, so it listens on sockets in our folder and on no port. */
  #etcdArgs(): readonly string[] {
    const client = this.#socket("etcd");
    const peer = this.#socket("peer");
    return [
      `--data-dir=${this.#path("etcd")}`,
      "--unsafe-no-fsync",
      `--listen-client-urls=${client}`,
      `--advertise-client-urls=${client}`,
      `--listen-peer-urls=${peer}`,
      `--initial-advertise-peer-urls=${peer}`,
      `--initial-cluster=default=${peer}`,
    ];
  }

  #kubeApiserverArgs(input: {
    readonly authority: Authority;
    readonly port: number;
  }): readonly string[] {
    const { authority, port } = input;
    const hosts = ["localhost", "127.0.0.1"];
    const serving = authority.issue({ usage: "server", commonName: "kube-apiserver", hosts });
    const serviceAccountKey = this.#write("sa.key", createServiceAccountKey());
    return [
      `--etcd-servers=${this.#socket("etcd")}`,
      `--secure-port=${port}`,
      "--bind-address=127.0.0.1",
      `--cert-dir=${this.#path("certificates")}`,
      `--tls-cert-file=${this.#write("apiserver.crt", serving.certificate)}`,
      `--tls-private-key-file=${this.#write("apiserver.key", serving.privateKey)}`,
      `--client-ca-file=${this.#write("ca.crt", authority.certificate)}`,
      "--service-account-issuer=https://localhost",
      `--service-account-key-file=${serviceAccountKey}`,
      `--service-account-signing-key-file=${serviceAccountKey}`,
      "--service-cluster-ip-range=10.0.0.0/24",
      "--authorization-mode=RBAC",
      "--disable-admission-plugins=ServiceAccount",
      "--enable-priority-and-fairness=false",
      "--allow-privileged=true",
    ];
  }

  async #ready(endpoint: Parameters<typeof waitUntilReady>[0]["endpoint"]): Promise<void> {
    const stop = new AbortController();
    const timeoutMs = durationMs(this.#env["KUBEBUILDER_CONTROLPLANE_START_TIMEOUT"], 60_000);
    const failures = this.#servers.map(async (server): Promise<never> => {
      const how = await server.ended;
      const lines = server.lastLines();
      const Failure = /address already in use/.test(lines) ? PortTaken : ControlPlaneFailed;
      throw new Failure(`${server.name} ended with ${how}:\n${lines}`);
    });
    const late = delay(timeoutMs, undefined, { signal: stop.signal }).then((): never => {
      const logs = this.#servers.map((server) => `${server.name}:\n${server.lastLines()}`);
      throw new ControlPlaneFailed(
        `the API server is not ready after ${timeoutMs / 1000} s\n${logs.join("\n")}`,
      );
    });
    // Those that lose the race settle later, when the servers are stopped.
    for (const each of [...failures, late]) each.catch(() => undefined);
    try {
      await Promise.race([waitUntilReady({ endpoint, signal: stop.signal }), late, ...failures]);
    } finally {
      stop.abort();
    }
  }

  #socket(name: string): string {
    return `unix://${this.#path(`${name}.sock`)}`;
  }

  #path(name: string): string {
    return join(this.#folder, name);
  }

  #write(name: string, text: string): string {
    const path = this.#path(name);
    writeFileSync(path, text, { mode: 0o600 });
    return path;
  }
}
