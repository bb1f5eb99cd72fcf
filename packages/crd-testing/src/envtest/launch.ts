import { setTimeout as delay } from "node:timers/promises";
import { apiServerArgs, fixedPort } from "./api-server-args.js";
import type { Assets } from "./assets.js";
import {
  type Authority,
  createAuthority,
  createServiceAccountKey,
  type KeyPair,
} from "./certificates.js";
import type { Environment } from "./environment.js";
import { ControlPlaneFailed } from "./errors.js";
import { etcdArgs } from "./etcd-args.js";
import { freePort } from "./free-port.js";
import { kubeconfigText } from "./kubeconfig.js";
import { type Endpoint, waitUntilReady } from "./readiness.js";
import { RunFolder } from "./run-folder.js";
import { type ServerProcess, startProcess } from "./server-process.js";
import type { ResolvedSettings } from "./settings.js";

/** A running kube-apiserver with its etcd. */
export interface ControlPlane {
  /** File with the kubeconfig of a cluster administrator; readable by this user only, gone after stop. */
  readonly kubeconfigPath: string;
  readonly kubeconfig: string;
  /** `https://127.0.0.1:<port>` */
  readonly url: string;
  /** The authority that signed the server's certificate, PEM. */
  readonly certificateAuthority: string;
  /** The administrator's client certificate. */
  readonly administrator: KeyPair;
  /** kubectl of the same origin, where there is one. */
  readonly kubectl: string | undefined;
  /** Where the programs were found. */
  readonly origin: string;
  /** Makes a client certificate: the server knows its holder by this name and these groups. */
  issueUser(user: { readonly name: string; readonly groups: readonly string[] }): KeyPair;
  /** Writes a file that only this user reads and that goes with the control plane. Returns its path. */
  write(file: { readonly name: string; readonly text: string }): string;
  /** Stops kube-apiserver, then etcd, and removes every file. Further calls wait for the same. */
  stop(): Promise<void>;
}

/** Another process took the port between the look and the start. */
export class PortTaken extends ControlPlaneFailed {}

interface LaunchInput {
  readonly assets: Assets;
  readonly env: Environment;
  readonly settings: ResolvedSettings;
}

/** Starts both servers in a temporary folder of their own. */
export async function launch(input: LaunchInput): Promise<ControlPlane> {
  const run = new Run(input);
  try {
    return await run.start(input.assets);
  } catch (error) {
    await run.stop();
    throw error;
  }
}

const files = {
  authority: "ca.crt",
  certificate: "apiserver.crt",
  key: "apiserver.key",
  serviceAccountKey: "sa.key",
} as const;
/**
 * Private keys: kube-apiserver has them in memory when it is ready. It looks for its own again every minute, and logs that it is
 * gone.
 */
const discarded = [files.key, files.serviceAccountKey];

/** One temporary folder with the servers that run in it. */
class Run {
  readonly #env: Environment;
  readonly #settings: ResolvedSettings;
  readonly #folder: RunFolder;
  /** In the order of their start; stopped the other way round. */
  readonly #servers: ServerProcess[] = [];
  #stopped: Promise<void> | undefined;

  constructor(input: LaunchInput) {
    this.#env = input.env;
    this.#settings = input.settings;
    this.#folder = new RunFolder({
      env: input.env,
      onExit: () => {
        for (const server of this.#servers.toReversed()) server.kill();
      },
    });
  }

  async start(assets: Assets): Promise<ControlPlane> {
    await this.#startServer({ program: assets.etcd, args: etcdArgs(this.#folder.path) });
    const authority = createAuthority("controlplane");
    const port = fixedPort(this.#settings.apiServerArgs) ?? (await freePort());
    await this.#startServer({
      program: assets.kubeApiserver,
      args: this.#apiServerArgs({ authority, port }),
    });
    const url = `https://127.0.0.1:${port}`;
    const administrator = authority.issue({
      usage: "client",
      commonName: "admin",
      organizations: ["system:masters"],
    });
    const certificateAuthority = authority.certificate;
    await this.#ready({ url, certificateAuthority, user: administrator });
    this.#folder.discard(discarded);
    const kubeconfig = kubeconfigText({
      url,
      certificateAuthority,
      user: { name: "admin", ...administrator },
    });
    return {
      url,
      certificateAuthority,
      administrator,
      kubeconfig,
      kubeconfigPath: this.#folder.write({ name: "kubeconfig", text: kubeconfig }),
      kubectl: assets.kubectl,
      origin: assets.origin,
      issueUser: ({ name, groups }) =>
        authority.issue({ usage: "client", commonName: name, organizations: groups }),
      write: (file) => this.#folder.write(file),
      stop: () => this.stop(),
    };
  }

  /** Without etcd, kube-apiserver hangs for a minute after SIGTERM: it is stopped first. */
  stop(): Promise<void> {
    this.#stopped ??= (async () => {
      for (const server of this.#servers.toReversed()) {
        await server.stop(this.#settings.stopTimeoutMs);
      }
      this.#folder.remove();
    })();
    return this.#stopped;
  }

  async #startServer(input: {
    readonly program: string;
    readonly args: readonly string[];
  }): Promise<void> {
    const { attachOutput } = this.#settings;
    const logFile = this.#folder.join(`server-${this.#servers.length}.log`);
    this.#servers.push(await startProcess({ ...input, env: this.#env, logFile, attachOutput }));
    this.#folder.record(this.#servers.map((server) => server.identity));
  }

  #apiServerArgs(input: {
    readonly authority: Authority;
    readonly port: number;
  }): readonly string[] {
    const { authority, port } = input;
    const hosts = ["localhost", "127.0.0.1"];
    const serving = authority.issue({ usage: "server", commonName: "kube-apiserver", hosts });
    const write = (name: string, text: string): string => this.#folder.write({ name, text });
    return apiServerArgs({
      args: this.#settings.apiServerArgs,
      places: {
        etcd: `unix://${this.#folder.join("etcd.sock")}`,
        port,
        certificateFolder: this.#folder.join("certificates"),
        servingCertificate: write(files.certificate, serving.certificate),
        servingKey: write(files.key, serving.privateKey),
        clientAuthority: write(files.authority, authority.certificate),
        serviceAccountKey: write(files.serviceAccountKey, createServiceAccountKey()),
      },
    });
  }

  async #ready(endpoint: Endpoint): Promise<void> {
    const stop = new AbortController();
    const { startTimeoutMs, signal } = this.#settings;
    const failures = this.#servers.map((server) => this.#failed(server));
    const late = delay(startTimeoutMs, undefined, { signal: stop.signal }).then((): never => {
      const logs = this.#servers.map((server) => `${server.name}:\n${server.lastLines()}`);
      throw new ControlPlaneFailed(
        `the API server is not ready after ${startTimeoutMs / 1000} s\n${logs.join("\n")}`,
      );
    });
    // Those that lose the race settle later, when the servers are stopped.
    for (const each of [...failures, late]) each.catch(() => undefined);
    const end = AbortSignal.any([stop.signal, ...(signal === undefined ? [] : [signal])]);
    try {
      await Promise.race([waitUntilReady({ endpoint, signal: end }), late, ...failures]);
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    } finally {
      stop.abort();
    }
  }

  /** Rejects when a server ends. */
  async #failed(server: ServerProcess): Promise<never> {
    const how = await server.ended;
    const lines = server.lastLines();
    const message = `${server.name} ended with ${how}:\n${lines}`;
    if (!/address already in use/.test(lines)) throw new ControlPlaneFailed(message);
    const port = fixedPort(this.#settings.apiServerArgs);
    if (port === undefined) throw new PortTaken(message);
    throw new ControlPlaneFailed(
      `another process has port ${port}, which apiServerArgs asks for; ${message}`,
    );
  }
}
